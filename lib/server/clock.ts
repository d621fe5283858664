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
    dormancyAmberMonths: settings.DORMANCY_AMBER_MONTHS,
  }
}

/** This moment as a UTC instant; with the setting TODAY, the instant at which London reads that day and minute. */
export function instant(): Date {
  const { now } = circumstances()
  const real = new Date()
  const at = londonTime(real)
  if (at.date === now.date && at.minutes === now.minutes) return real
  const asUtc = Date.parse(`${now.date}T00:00:00Z`) + now.minutes * 60_000
  const reads = londonTime(new Date(asUtc))
  const ahead = (reads.minutes - now.minutes + 1_440) % 1_440
  return new Date(asUtc - ahead * 60_000)
}
