import 'server-only'
import { londonTime } from '@/lib/calendar-date'
import type { Circumstances } from '@/lib/schedules/circumstances'
import { env } from './env'

// The server's day: London's now, or the fixed one of the setting TODAY (sandbox only).

/** Circumstances of this moment, for pure code on the server and as first values for the browser. */
export function circumstances(): Circumstances {
  const settings = env()
  const fixed = 'TODAY' in settings ? settings.TODAY : undefined
  return {
    now: fixed ?? londonTime(new Date()),
    noticeDays: settings.NOTICE_DAYS,
    processingDays: settings.PROCESSING_DAYS,
    cutOffMinutes: settings.CUT_OFF,
    extraHolidays: settings.EXTRA_HOLIDAYS ?? [],
    dormancyRedMonths: settings.DORMANCY_RED_MONTHS,
  }
}
