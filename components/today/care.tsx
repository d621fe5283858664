import Link from 'next/link'
import { formatInstant } from '@/lib/calendar-date'
import type { Today } from '@/lib/collections/today'
import { TAB_WORDS, TABS } from '@/lib/collections/watch-list'
import { formatCount } from '@/lib/count'
import { Nothing, Part, ScheduleLink } from './part'

/** What waits for a hand over the whole book, and what was disabled lately. */
export function Care({ care: { counts, open, disabled } }: { care: NonNullable<Today['care']> }) {
  return (
    <>
      <Part title="Watchlist" all={{ href: '/watch', words: 'Show all' }}>
        <ul className="text-small">
          {TABS.map((tab) => (
            <li key={tab} className="flex h-(--row-compact) items-center justify-between border-line border-b">
              <Link href={`/watch?tab=${tab}`} prefetch={false} className="inline-flex min-h-6 items-center">
                {TAB_WORDS[tab]}
              </Link>
              <span className={`tabular-nums ${counts[tab] > 0 ? 'font-strong' : 'text-ink-3'}`}>
                {formatCount(counts[tab])}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      {open.length > 0 && (
        <Part title="Changes that need attention" all={{ href: '/watch?tab=attention', words: 'Resolve' }}>
          <ul className="text-small">
            {open.map(({ schedule, reference, person, at }) => (
              <li key={`${schedule} ${at}`} className="border-line border-b py-2">
                {schedule ? <ScheduleLink schedule={schedule} reference={reference} /> : 'A new schedule'}
                <span className="block text-ink-2">
                  {person}, {formatInstant(new Date(at))}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Disabled in the last 7 days" all={{ href: '/activity?action=disable', words: 'Activity' }}>
        {disabled.length === 0 ? (
          <Nothing>None.</Nothing>
        ) : (
          <ul className="text-small">
            {disabled.map(({ schedule, reference, person, at }) => (
              <li key={`${schedule} ${at}`} className="border-line border-b py-2">
                <ScheduleLink schedule={schedule} reference={reference} />
                <span className="block text-ink-2">
                  {person ?? 'Nobody known'}, {formatInstant(new Date(at))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </>
  )
}
