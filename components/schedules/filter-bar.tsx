'use client'

import { Plus, SlidersHorizontal, X } from 'lucide-react'
import { lazy, memo, Suspense, useRef, useState } from 'react'
import { TextButton } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { useStable } from '@/components/use-stable'
import type { ListQuery } from '@/lib/schedules/contract'
import type { FilterPanelProps } from './filter-panels'
import { FILTER_WORDS, filterText } from './filter-words'
import { appliedFilters, type FilterName, withFilters, withoutFilters } from './list-address'
import { useListNow } from './list-now'

const importPanels = () => import('./filter-panels')
const FilterPanel = lazy(async () => ({ default: (await importPanels()).FilterPanel }))
const MorePanel = lazy(async () => ({ default: (await importPanels()).MorePanel }))
const FilterSheet = lazy(async () => ({ default: (await import('./filter-sheet')).FilterSheet }))
const importSheet = () => void import('./filter-sheet')

/** The pointer or focus comes near: fetch what the filters open. */
const prepare = () => void importPanels()

const OWN_BUTTON = ['status', 'method', 'kind', 'next', 'created'] as const satisfies readonly FilterName[]
const INDEX_BUTTON = ['amount', 'frequency'] as const satisfies readonly FilterName[]
const WITHIN_MORE = [
  'day',
  'ends',
  'starts',
  'differs',
  'skipped',
  'risk',
  'mandate',
  'customer',
  'reference',
  'id',
] as const satisfies readonly FilterName[]

/** Filters that have a button of their own. */
export const buttonsOf = (indexed: boolean) => (indexed ? [...OWN_BUTTON, ...INDEX_BUTTON] : OWN_BUTTON)

export type FilterChange = (query: ListQuery, options: { step: boolean }) => void

export type FilterBarProps = {
  query: ListQuery
  /** Filters that the index alone can answer are offered. */
  indexed: boolean
  /** `step`: this is one step of Back; otherwise it belongs to the step before. */
  onChange: FilterChange
  /** These may be asked for next, each by one press. */
  onIntent: (queries: ListQuery[]) => void
}

const OPEN_LOOK =
  'inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-control border border-line-strong pr-2.5 pl-2 text-small font-medium text-ink-2 hover:bg-hover aria-expanded:bg-press'
const CHIP_LOOK =
  'inline-flex h-7 items-center whitespace-nowrap rounded-control border border-accent-line bg-accent-soft text-small text-ink'

/** What narrows the list: one button for each filter that can be answered, filled once it is applied. */
export function FilterBar({ query, indexed, onChange, onIntent }: FilterBarProps) {
  const applied = appliedFilters(query)
  const [sheet, setSheet] = useState(false)
  const more = WITHIN_MORE.filter((name) => applied.includes(name))
  const { remove } = useStable({
    remove: (name: FilterName) => onChange(withFilters(query, { [name]: undefined }), { step: true }),
  })
  return (
    <>
      <fieldset
        aria-label="Filters"
        className="flex min-w-0 flex-wrap items-center gap-2 max-md:hidden"
        onPointerEnter={prepare}
        onFocus={prepare}
      >
        {buttonsOf(indexed).map((name) => (
          <Filter
            key={name}
            name={name}
            text={filterText(query, name)}
            onChange={onChange}
            onIntent={onIntent}
            onRemove={remove}
          />
        ))}
        {more.map((name) => (
          <span key={name} className={CHIP_LOOK}>
            <span className="max-w-60 truncate pr-1 pl-[9px]">
              {FILTER_WORDS[name]}: <b className="font-strong">{filterText(query, name)}</b>
            </span>
            <RemoveFilter name={name} text={filterText(query, name)} onRemove={remove} />
          </span>
        ))}
        <MoreFilters indexed={indexed} onChange={onChange} />
        {(applied.length > 0 || query.q) && (
          <TextButton
            data-command=""
            className="ml-1.5 text-small"
            onClick={() => onChange(withoutFilters(query), { step: true })}
          >
            Clear all filters
          </TextButton>
        )}
      </fieldset>
      <button
        type="button"
        onPointerEnter={importSheet}
        onFocus={importSheet}
        onClick={() => setSheet(true)}
        className="inline-flex h-8 flex-1 items-center justify-center gap-2 rounded-control border border-control text-body font-medium hover:bg-hover max-sm:h-11 md:hidden"
      >
        <SlidersHorizontal size={16} strokeWidth={1.9} aria-hidden />
        {applied.length > 0 ? `Filters, ${applied.length} on` : 'Filters'}
      </button>
      {sheet && (
        <Suspense fallback={null}>
          <FilterSheet query={query} indexed={indexed} onChange={onChange} onClose={() => setSheet(false)} />
        </Suspense>
      )}
    </>
  )
}

type Changing = Pick<FilterBarProps, 'onChange' | 'onIntent'>
type FilterProps = Changing & {
  name: ReturnType<typeof buttonsOf>[number]
  /** What it is applied as, in words; null: it is not. */
  text: string | null
  onRemove: (name: FilterName) => void
}

const Filter = memo(function Filter({ name, text, onChange, onIntent, onRemove }: FilterProps) {
  const stepped = useRef(false)
  // Everything chosen while a filter stands open is one step of Back.
  const change = (next: ListQuery) => {
    onChange(next, { step: !stepped.current })
    stepped.current = true
  }
  return (
    <span className={text === null ? '' : CHIP_LOOK}>
      <Popover
        label={FILTER_WORDS[name]}
        width={name === 'next' || name === 'created' || name === 'amount' ? 300 : 220}
        onOpenChange={(open) => {
          if (open) stepped.current = false
        }}
        trigger={(props) =>
          text === null ? (
            <button {...props} className={OPEN_LOOK}>
              <Plus size={14} strokeWidth={1.9} aria-hidden />
              {FILTER_WORDS[name]}
            </button>
          ) : (
            <button {...props} className="h-full rounded-chip pr-1 pl-[9px] hover:text-accent">
              {FILTER_WORDS[name]}: <b className="font-strong">{text}</b>
            </button>
          )
        }
      >
        {(close) => <OpenPanel name={name} onChange={change} onIntent={onIntent} onDone={close} />}
      </Popover>
      {text !== null && <RemoveFilter name={name} text={text} onRemove={onRemove} />}
    </span>
  )
})

function OpenPanel(props: Omit<FilterPanelProps, 'query'>) {
  return <FilterPanel query={useListNow().query} {...props} />
}

const MoreFilters = memo(function MoreFilters({ indexed, onChange }: Pick<FilterBarProps, 'indexed' | 'onChange'>) {
  return (
    <Popover
      label="More filters"
      width={indexed ? 340 : 260}
      trigger={(props) => (
        <button {...props} className={OPEN_LOOK}>
          <Plus size={14} strokeWidth={1.9} aria-hidden />
          More filters
        </button>
      )}
    >
      {(close) => <OpenMore indexed={indexed} onChange={onChange} onDone={close} />}
    </Popover>
  )
})

type OpenMoreProps = Pick<FilterBarProps, 'indexed' | 'onChange'> & { onDone: () => void }

function OpenMore({ indexed, onChange, onDone }: OpenMoreProps) {
  const { query } = useListNow()
  return (
    <MorePanel
      query={query}
      indexed={indexed}
      onApply={(change) => {
        onDone()
        onChange(withFilters(query, change), { step: true })
      }}
    />
  )
}

type RemoveFilterProps = Pick<FilterProps, 'text' | 'onRemove'> & { name: FilterName }

function RemoveFilter({ name, text, onRemove }: RemoveFilterProps) {
  return (
    <button
      type="button"
      aria-label={`Remove filter ${FILTER_WORDS[name]}: ${text}`}
      onClick={() => onRemove(name)}
      className="grid size-6.5 place-items-center rounded-chip text-ink-2 hover:text-ink"
    >
      <X size={13} strokeWidth={2} aria-hidden />
    </button>
  )
}
