// What a review shows of each changed payment, worked out apart from its table.
import type { CalendarDate } from '@/lib/calendar-date'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { Method, UpcomingPayment } from '@/lib/schedules/model'
import { type NoticeClass, noticeClass } from '@/lib/schedules/notice'
import { changedRows, changeWords } from '@/lib/schedules/upcoming'

export type ReviewWord = 'moved' | 'skipped' | 'restored' | 'edited' | 'added' | 'removed'

export type ReviewRow = {
  /** The payment's day before, or the new one where there was none. */
  date: CalendarDate
  words: readonly ReviewWord[]
  before: UpcomingPayment | null
  after: UpcomingPayment | null
  /** The stricter of the day it leaves and the day it goes to; null for cards, which know no notice. */
  notice: NoticeClass | null
}

const STRICTEST: readonly NoticeClass[] = ['locked', 'short-notice', 'notice-safe']

function strictest(dates: readonly CalendarDate[], method: Method, c: Circumstances): NoticeClass | null {
  if (method === 'card') return null
  const classes = dates.map((date) => noticeClass(date, method, c))
  return STRICTEST.find((one) => classes.includes(one)) ?? null
}

/** The changed payments between two lists, in order of the day each had. */
export function reviewRows(
  before: readonly UpcomingPayment[],
  after: readonly UpcomingPayment[],
  method: Method,
  c: Circumstances,
): ReviewRow[] {
  const rows = changedRows(before, after).map((change): ReviewRow => {
    const was = 'before' in change ? change.before : null
    const is = 'after' in change ? change.after : null
    const words: ReviewWord[] = was && is ? changeWords(was, is) : was ? ['removed'] : ['added']
    const dates = [was, is].flatMap((one) => one?.date ?? [])
    return {
      date: (was ?? is)?.date as CalendarDate,
      words,
      before: was,
      after: is,
      notice: strictest(dates, method, c),
    }
  })
  return rows.sort((a, b) => (a.date < b.date ? -1 : 1))
}
