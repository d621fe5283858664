// What browser and BFF say to each other about changing schedules: words and types. The shapes are in change-schemas.ts.
import type * as z from 'zod/mini'
import type * as schemas from './change-schemas'

export const REASONS = ['customer-asked', 'financial-difficulty', 'error-correction', 'bank-holiday', 'other'] as const
export type Reason = (typeof REASONS)[number]
export const NOTE_LENGTH = 500
/** Why a person makes a change. `agreed`: it was read to the payer, who agreed. */
export type Why = { reason: Reason; note?: string | undefined; agreed?: boolean | undefined }

export type ReplaceUpcoming = z.infer<typeof schemas.replaceUpcoming>
/** What SmarterPay lets change of a rule; only the parts that change are sent. `endDate` null clears it. */
export type Terms = z.infer<typeof schemas.terms>
export type AmendSchedule = z.infer<typeof schemas.amendSchedule>
export type DisableSchedule = z.infer<typeof schemas.disableSchedule>
export type NewSchedule = z.infer<typeof schemas.newSchedule>

export const CHANGE_STATES = [
  'attempted',
  'applied',
  'adjusted',
  'refused',
  'not-applied',
  'unknown',
  'needs-attention',
] as const
export type ChangeState = (typeof CHANGE_STATES)[number]
/** Nobody knows yet what became of a change in one of these; nothing else is sent for its schedule until then. */
export const OPEN_STATES = ['attempted', 'unknown', 'needs-attention'] as const satisfies readonly ChangeState[]
/** Nothing more will come of a change in one of these. */
export const FINAL_STATES: readonly ChangeState[] = ['applied', 'adjusted', 'refused', 'not-applied']
export const ACTIONS = ['replace-upcoming', 'amend', 'disable', 'create'] as const
export type Action = (typeof ACTIONS)[number]

/** A part of the schedule that holds another value than was wanted; `date` where it is one upcoming payment. */
export type Difference = z.infer<typeof schemas.difference>
/** One change as anybody may see it who may see its schedule. Instants in UTC. */
export type Change = z.infer<typeof schemas.change>
export type ChangeAnswer = z.infer<typeof schemas.changeAnswer>
/** What is known of a change; `answer` is what its sender was told, once it has ended. */
export type ChangeStanding = z.infer<typeof schemas.changeStanding>
