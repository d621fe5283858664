// What a judgement about dates rests on besides the schedule: London's time now and the service user's settings.
// Pure code is handed these; nobody on this floor asks a clock.
import type { CalendarDate, LondonTime } from '@/lib/calendar-date'

export type Circumstances = {
  /** London's day, and minutes since its midnight. */
  now: LondonTime
  /** Banking days of advance notice that the payer must have (NOTICE_DAYS). */
  noticeDays: number
  /** Banking days until the earliest collection, today counted (PROCESSING_DAYS). */
  processingDays: number
  /** Minutes since midnight, London (CUT_OFF): from then on today no longer counts. */
  cutOffMinutes: number
  /** Days proclaimed after the built-in table was made (EXTRA_HOLIDAYS). */
  extraHolidays: readonly CalendarDate[]
  /** Months without a collection after which a mandate may lapse (DORMANCY_RED_MONTHS). */
  dormancyRedMonths: number
  /** Months without a collection after which it is worth a look (DORMANCY_AMBER_MONTHS). */
  dormancyAmberMonths: number
}
