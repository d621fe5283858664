import type { CalendarDate, Month } from '@/lib/calendar-date'
import type { View } from '@/lib/schedules/schedule-address'
import type { FocusRequest } from './month-grid'

/** What the payment calendar hands to whatever stands in its views: where it is turned to, and how to turn it. */
export type Frame = {
  view: View
  /** The month on show, and the first of the twelve in Year. */
  month: Month
  /** Payments are worked out up to this London day, so that keys and the next pages find them. */
  until: CalendarDate
  /** Id of the heading that names what is on show. */
  heading: string
  /** The day that holds the calendar's place in the tab order; null: what the month suggests. */
  focus: CalendarDate | null
  focusRequest: FocusRequest | null
  /** Turns to a day and gives it the focus. */
  goTo: (date: CalendarDate) => void
  /** Makes a day the one in the tab order; the focus is there already. */
  standAt: (date: CalendarDate) => void
  turnTo: (month: Month) => void
  show: (view: View) => void
  /** Who knows better than SmarterPay's list what **Next payment** means says so: a draft may have moved it. */
  tellNext: (date: CalendarDate | null) => void
}
