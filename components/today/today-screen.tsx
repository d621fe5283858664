import { Plus } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'
import { type CalendarDate, formatInstant, formatLongDate } from '@/lib/calendar-date'
import type { Today } from '@/lib/collections/today'
import { may, type Role } from '@/lib/roles'
import { Care } from './care'
import { MyOpenWork, WorkedOn } from './mine'
import { Money } from './money'
import { RefreshPage } from './refresh-page'
import { TodaySearch } from './today-search'

export type TodayScreenProps = { today: Today; role: Role; date: CalendarDate }

/** The page that a day begins on: what each role does first. */
export function TodayScreen({ today, role, date }: TodayScreenProps) {
  const { mine, money, care } = today
  return (
    <div className="px-4 pt-5 pb-10 sm:px-6">
      <header className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="text-page font-strong tracking-[-0.014em]">Today</h1>
        <p className="flex-1 whitespace-nowrap text-ink-2 text-lead">{formatLongDate(date)}</p>
        <p className="flex items-center gap-2 text-ink-3 text-small tabular-nums">
          {today.asOf
            ? `Data as at ${formatInstant(new Date(today.asOf))}`
            : 'The whole book has not been read yet: nothing is summed up.'}
          <RefreshPage />
        </p>
        {may(role, 'schedules:create') && (
          <LinkButton href="/schedules/new" prefetch={false} icon={Plus}>
            New schedule
          </LinkButton>
        )}
      </header>
      <TodaySearch focused={role === 'agent'} />
      <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_348px]">
        <div className="grid min-w-0 content-start gap-8">
          {money && <Money money={money} from={date} />}
          {mine && <WorkedOn rows={mine.worked} />}
        </div>
        <div className="grid min-w-0 content-start gap-8">
          {mine && <MyOpenWork open={mine.open} drafts={mine.drafts} />}
          {care && <Care care={care} />}
        </div>
      </div>
    </div>
  )
}
