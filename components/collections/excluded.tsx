import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { useRole } from '@/components/ui/reader-role'
import type { Collections } from '@/lib/collections/model'
import { EXCLUDED_WORDS } from '@/lib/collections/words'
import { formatCount } from '@/lib/count'
import { may } from '@/lib/roles'

const SHOWN = 3

/** What could not be read is counted and named, and in no sum. */
export function Excluded({ collections: { excluded, unread } }: { collections: Collections }) {
  const role = useRole()
  if (excluded === 0) return null
  const named = unread.flatMap(({ schedule, why }) => (schedule === null ? [] : [{ schedule, why }])).slice(0, SHOWN)
  const rest = excluded - named.length
  return (
    <Banner
      tone="warn"
      title={`${formatCount(excluded)} ${excluded === 1 ? 'schedule is' : 'schedules are'} in none of these sums.`}
    >
      {named.map(({ schedule, why }, index) => (
        <span key={schedule}>
          {index > 0 && ', '}
          <Link
            href={`/schedules/${encodeURIComponent(schedule)}`}
            prefetch={false}
            className="underline underline-offset-2"
          >
            {schedule}
          </Link>{' '}
          ({EXCLUDED_WORDS[why]})
        </span>
      ))}
      {rest > 0 &&
        `${named.length > 0 ? ' and ' : ''}${formatCount(rest)} ${named.length > 0 ? 'more' : 'whose record could not be read'}`}
      .{' '}
      {rest > 0 && role !== null && may(role, 'watch:read') && (
        <Link href="/watch?tab=data" prefetch={false} className="underline underline-offset-2">
          Show all
        </Link>
      )}
    </Banner>
  )
}
