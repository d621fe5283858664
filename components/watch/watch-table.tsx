'use client'

import {
  CalendarX,
  CircleHelp,
  Copy,
  Flag,
  Hourglass,
  type LucideIcon,
  MoveHorizontal,
  OctagonAlert,
  TriangleAlert,
} from 'lucide-react'
import Link from 'next/link'
import { lazy, Suspense, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { TextButton } from '@/components/ui/button'
import { ColumnHead } from '@/components/ui/column-head'
import { useRole } from '@/components/ui/reader-role'
import { placeOf, reasonText, type WatchRow } from '@/lib/collections/watch-list'
import { formatPounds } from '@/lib/money'
import { may } from '@/lib/roles'

const ResolveDialog = lazy(async () => ({ default: (await import('./resolve-dialog')).ResolveDialog }))

type Kind = WatchRow['kind']
const ICONS: Record<Kind, { icon: LucideIcon; look: string }> = {
  'dormancy-red': { icon: Hourglass, look: 'text-danger' },
  'dormancy-amber': { icon: Hourglass, look: 'text-warn' },
  'double-take': { icon: Copy, look: 'text-warn' },
  'short-gap': { icon: MoveHorizontal, look: 'text-warn' },
  'ends-soon': { icon: Flag, look: 'text-ink-2' },
  'not-a-banking-day': { icon: CalendarX, look: 'text-warn' },
  overdue: { icon: TriangleAlert, look: 'text-danger' },
  'plan-off': { icon: TriangleAlert, look: 'text-warn' },
  unreadable: { icon: CircleHelp, look: 'text-warn' },
  'needs-attention': { icon: OctagonAlert, look: 'text-danger' },
}

/** What the way to the place is called, for who can mend it there. */
const MENDS: Partial<Record<Kind, string>> = {
  'dormancy-red': 'Fix payments',
  'dormancy-amber': 'Fix payments',
  'double-take': 'Fix payments',
  'short-gap': 'Fix payments',
  'not-a-banking-day': 'Fix payments',
  'plan-off': 'Fix payments',
  'ends-soon': 'Edit schedule',
  'needs-attention': 'Resolve',
}
const LOOKS: Partial<Record<Kind, string>> = { unreadable: 'Show details', 'needs-attention': 'Show activity' }

const CELL = 'h-11 border-line border-b px-2 py-px align-middle first:pl-0 last:pr-0 max-md:h-auto'

/** One row for each thing that needs a hand. */
export function WatchTable({ rows, label }: { rows: readonly WatchRow[]; label: string }) {
  return (
    <table aria-label={label} className="w-full border-separate border-spacing-0 text-small">
      <thead className="max-md:hidden">
        <tr>
          <ColumnHead>Schedule</ColumnHead>
          <ColumnHead>Why</ColumnHead>
          <ColumnHead end>At stake</ColumnHead>
          <ColumnHead>
            <span className="sr-only">Where to mend it</span>
          </ColumnHead>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: records without an id have nothing else to be told apart by
          <Row key={`${row.schedule} ${row.kind} ${index}`} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: WatchRow }) {
  const { now } = useCircumstances()
  const { schedule, reference, kind, amount } = row
  const { icon: Icon, look } = ICONS[kind]
  return (
    <tr className="hover:bg-hover max-md:block max-md:border-line max-md:border-b max-md:pt-1.5">
      <th scope="row" className={`${CELL} text-left font-medium max-md:block max-md:border-0 max-md:p-0`}>
        {schedule === null ? (
          <span className="text-ink-2">
            {kind === 'needs-attention' ? 'A new schedule' : 'A record without a usable id'}
          </span>
        ) : (
          <Link
            href={`/schedules/${encodeURIComponent(schedule)}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center"
          >
            {reference ?? schedule}
          </Link>
        )}
        {reference && <span className="block text-ink-3 text-micro font-regular">{schedule}</span>}
      </th>
      <td className={`${CELL} normal-nums max-md:block max-md:border-0 max-md:p-0`}>
        <span className="flex items-start gap-2">
          <Icon size={15} strokeWidth={1.9} aria-hidden className={`mt-0.5 flex-none ${look}`} />
          {reasonText(row, now.date)}
        </span>
      </td>
      <td
        className={`${CELL} whitespace-nowrap text-right font-medium max-md:inline-flex max-md:h-11 max-md:items-center max-md:border-0 max-md:p-0 max-md:pr-4`}
      >
        {amount === null ? <span className="text-ink-3 max-md:hidden">–</span> : formatPounds(amount)}
        {amount !== null && <span className="ml-1 font-regular text-ink-3 md:hidden">at stake</span>}
      </td>
      <td
        className={`${CELL} whitespace-nowrap pl-6! max-md:inline-flex max-md:h-11 max-md:items-center max-md:border-0 max-md:p-0!`}
      >
        <Way row={row} />
      </td>
    </tr>
  )
}

function Way({ row }: { row: WatchRow }) {
  const role = useRole()
  const [resolving, setResolving] = useState(false)
  const mends = role !== null && may(role, row.kind === 'needs-attention' ? 'changes:resolve' : 'schedules:change')
  const words = (mends ? MENDS[row.kind] : undefined) ?? LOOKS[row.kind] ?? 'Open schedule'
  if (row.kind === 'needs-attention' && mends)
    return (
      <>
        <TextButton aria-label={`${words}, ${row.schedule ?? 'a new schedule'}`} onClick={() => setResolving(true)}>
          {words}
        </TextButton>
        {resolving && (
          <Suspense fallback={null}>
            <ResolveDialog row={row} onClose={() => setResolving(false)} />
          </Suspense>
        )}
      </>
    )
  const place = placeOf(row, mends)
  if (place === null) return null
  return (
    <Link
      href={place}
      prefetch={false}
      aria-label={`${words}, ${row.schedule}`}
      className="inline-flex min-h-6 items-center font-medium max-md:min-h-11"
    >
      {words}
    </Link>
  )
}
