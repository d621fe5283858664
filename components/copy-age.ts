import { formatMinutes, londonTime } from '@/lib/calendar-date'
import type { ScheduleList } from '@/lib/schedules/contract'

/** "Index as at 14:32", where a list is out of the index and not what SmarterPay says now; else nothing. London time. */
export const copyAge = (list: Pick<ScheduleList, 'source' | 'asOf'> | undefined): string =>
  list?.source === 'index' ? `Index as at ${formatMinutes(londonTime(new Date(list.asOf)).minutes)}` : ''
