'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChartColumn, Table } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Segmented } from '@/components/ui/choice'
import { SelectField } from '@/components/ui/field'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import type { Bridge } from '@/lib/collections/moved'
import { rangeOf } from '@/lib/collections/moved-query'
import { changeText, endsOf, snapshotDay, snapshotText } from '@/lib/collections/moved-words'
import type { CollectionsQuery } from '@/lib/collections/query'
import type { Snapshot, SnapshotList } from '@/lib/collections/snapshots'
import { rangeText } from '@/lib/collections/words'
import { countOf } from '@/lib/count'
import { formatPounds } from '@/lib/money'
import { bridgeQuery, snapshotsQuery } from '@/lib/queries/moved'
import type { Picture } from './collections-address'
import { MovedChart } from './moved-chart'
import { MovedTable } from './moved-table'
import { TakeSnapshot } from './take-snapshot'

export type MovedProps = {
  query: CollectionsQuery
  /** The snapshot that was chosen; null: the usual one. */
  since: number | null
  /** A later one to compare it with; null: what is listed now. */
  until: number | null
  onEnds: (ends: { since: number; until: number | null }) => void
  picture: Picture
  onPicture: (picture: Picture) => void
  /** The whole book has not been read yet. */
  unread: boolean
}

const PICTURES = [
  { value: 'chart', label: 'Chart', icon: ChartColumn },
  { value: 'table', label: 'Table', icon: Table },
] as const

/** From what a snapshot found listed for the period to what is now, or what a later one found, step by step. */
export function Moved(props: MovedProps) {
  const { query, since, unread } = props
  const [firstTaken, setFirstTaken] = useState(false)
  const answer = useQuery({ ...snapshotsQuery(rangeOf(query)), placeholderData: keepPreviousData })
  return (
    <Loaded query={answer} skeleton={<Waiting what="snapshots" />}>
      {(list) => {
        const chosen = list.snapshots.find(({ id }) => id === since)
        const shown = chosen ?? list.snapshots.find(({ id }) => id === list.usual)
        if (!shown) return <NoSnapshot unread={unread} onTaken={() => setFirstTaken(true)} />
        return <Since {...props} list={list} shown={shown} missed={since !== null && !chosen} hasFocus={firstTaken} />
      }}
    </Loaded>
  )
}

function NoSnapshot({ unread, onTaken }: { unread: boolean; onTaken: () => void }) {
  return (
    <div className="grid max-w-[62ch] gap-3 py-4">
      <p className="text-body text-ink-2">
        <b className="font-strong text-ink">There is no snapshot yet to compare with.</b> One is taken each night after
        two o’clock, London time, and whenever Finance or a team lead takes one. From then on, this tells what moved:
        new and disabled schedules, changed amounts, payments moved in and out, and who moved them.
      </p>
      <TakeSnapshot blocked={unread ? 'The whole book has to be read first.' : null} onTaken={onTaken} />
    </div>
  )
}

type SinceProps = MovedProps & {
  list: SnapshotList
  shown: Snapshot
  missed: boolean
  /** The button that this took the place of had it. */
  hasFocus: boolean
}

function Since({ query, list, shown, missed, hasFocus, until, onEnds, picture, onPicture }: SinceProps) {
  const chooser = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (hasFocus) chooser.current?.focus()
  }, [hasFocus])
  const range = rangeOf(query)
  const later = list.snapshots.filter(({ id }) => id > shown.id)
  const end = later.find(({ id }) => id === until)
  const asked = { ...range, since: shown.id, ...(end && { until: end.id }) }
  const answer = useQuery({ ...bridgeQuery(asked), placeholderData: keepPreviousData })
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="w-90 max-sm:w-full print:hidden">
          <SelectField
            ref={chooser}
            label="Compare with"
            value={shown.id}
            onChange={(event) => {
              const since = Number(event.target.value)
              onEnds({ since, until: end && end.id > since ? end.id : null })
            }}
          >
            {list.snapshots.map((each) => (
              <option key={each.id} value={each.id}>
                {snapshotText(each)}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="w-90 max-sm:w-full print:hidden">
          <SelectField
            label="Up to"
            value={end?.id ?? ''}
            onChange={({ target: { value } }) =>
              onEnds({ since: shown.id, until: value === '' ? null : Number(value) })
            }
          >
            <option value="">Now</option>
            {later.map((each) => (
              <option key={each.id} value={each.id}>
                {snapshotText(each)}
              </option>
            ))}
          </SelectField>
        </div>
        <TakeSnapshot />
        <span className="flex-1" />
        <span className="print:hidden">
          <Segmented label="Show" options={PICTURES} value={picture} onChoose={onPicture} />
        </span>
      </div>
      {(missed || (until !== null && !end)) && (
        <div className="mb-3">
          <Banner tone="warn" title="The snapshot that was asked for is no longer kept.">
            This compares with that of {snapshotDay(shown)}
            {end ? `, up to that of ${snapshotDay(end)}` : ', up to now'}.
          </Banner>
        </div>
      )}
      <Loaded query={answer} skeleton={<Waiting what="what moved" />}>
        {(bridge) => (
          <div className={answer.isPlaceholderData ? 'opacity-60' : ''}>
            <Told bridge={bridge} query={query} />
            <div className={picture === 'chart' ? 'grid items-start gap-x-10 gap-y-4 xl:grid-cols-2' : ''}>
              {picture === 'chart' && <MovedChart bridge={bridge} />}
              <MovedTable bridge={bridge} range={range} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  )
}

/** The answer in a sentence, and what is beside the sum. */
function Told({ bridge, query }: { bridge: Bridge; query: CollectionsQuery }) {
  const { opening, closing, snapshot, until, projected, excluded, excludedThen } = bridge
  const { from, to } = endsOf(bridge)
  return (
    <div className="mb-4 max-w-[72ch]">
      <p className="text-ink-2 text-lead">
        SmarterPay’s lists {until ? 'held' : 'hold'}{' '}
        <b className="font-strong text-ink">{changeText(closing - opening)}</b> for {rangeText(query)}
        {until && ` on ${to}`} {closing === opening ? 'as' : 'than'} on {from}.
      </p>
      <p className="mt-1 text-ink-3 text-small empty:hidden">
        {snapshot.projected + projected > 0 &&
          `Projected, beside it: ${formatPounds(snapshot.projected)} then, ${formatPounds(projected)} ${until ? 'later' : 'now'}. `}
        {excluded + excludedThen > 0 &&
          `Could not be read, and in neither sum: ${schedulesText(excludedThen)} then, ${schedulesText(excluded)} ${until ? 'later' : 'now'}.`}
      </p>
    </div>
  )
}

const schedulesText = (count: number) => countOf(count, 'schedule')
