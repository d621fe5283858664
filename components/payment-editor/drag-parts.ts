// What is needed from the moment that a payment is dragged, and not before: fetched by then (on-demand.tsx).
import { takeInHand } from './drag-hand'
import { leaveBehind } from './drag-settle'
import { InHand } from './in-hand'

export const parts = { takeInHand, leaveBehind, InHand }
