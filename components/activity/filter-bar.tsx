'use client'

import { Plus, X } from 'lucide-react'
import { lazy, useRef } from 'react'
import { TextButton } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import type { ActivityQuery } from '@/lib/activity'
import { type FilterName, withFilters, withoutFilters } from './activity-address'
import { FILTER_WORDS, filterText } from './filter-words'

const importPanels = () => import('./filter-panels')
const FilterPanel = lazy(async () => ({ default: (await importPanels()).FilterPanel }))
const prepare = () => void importPanels()

export type FilterBarProps = {
  query: ActivityQuery
  /** The filters that make sense here. */
  names: readonly FilterName[]
  /** The page is that of one schedule, which is no filter there. */
  ofSchedule: boolean
  /** `step`: this is one step of Back; otherwise it belongs to the step before. */
  onChange: (query: ActivityQuery, options: { step: boolean }) => void
}

const OPEN_LOOK =
  'inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-control border border-line-strong pr-2.5 pl-2 text-small font-medium text-ink-2 hover:bg-hover aria-expanded:bg-press max-sm:h-11'
const CHIP_LOOK =
  'inline-flex h-7 items-center whitespace-nowrap rounded-control border border-accent-line bg-accent-soft text-small text-ink max-sm:h-11'

/** What narrows the log: one button for each filter, filled once it is applied. */
export function FilterBar({ query, names, ofSchedule, onChange }: FilterBarProps) {
  const applied = names.some((name) => filterText(query, name) !== null)
  return (
    <fieldset
      aria-label="Filters"
      className="flex min-w-0 flex-wrap items-center gap-2"
      onPointerEnter={prepare}
      onFocus={prepare}
    >
      {names.map((name) => (
        <Filter key={name} name={name} query={query} onChange={onChange} />
      ))}
      {applied && (
        <TextButton
          className="ml-1.5 text-small"
          onClick={() => onChange(withoutFilters(query, ofSchedule), { step: true })}
        >
          Clear all filters
        </TextButton>
      )}
    </fieldset>
  )
}

type FilterProps = Pick<FilterBarProps, 'query' | 'onChange'> & { name: FilterName }

function Filter({ name, query, onChange }: FilterProps) {
  const stepped = useRef(false)
  const text = filterText(query, name)
  // Everything chosen while a filter stands open is one step of Back.
  const change = (next: ActivityQuery) => {
    onChange(next, { step: !stepped.current })
    stepped.current = true
  }
  const off = name === 'dates' ? { from: undefined, to: undefined } : { [name]: undefined }
  return (
    <span className={text === null ? '' : CHIP_LOOK}>
      <Popover
        label={FILTER_WORDS[name]}
        width={name === 'dates' ? 300 : 260}
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
            <button {...props} className="h-full max-w-72 truncate rounded-chip pr-1 pl-[9px] hover:text-accent">
              {FILTER_WORDS[name]}: <b className="font-strong">{text}</b>
            </button>
          )
        }
      >
        {(close) => <FilterPanel name={name} query={query} onChange={change} onDone={close} />}
      </Popover>
      {text !== null && (
        <button
          type="button"
          aria-label={`Remove filter ${FILTER_WORDS[name]}: ${text}`}
          onClick={() => onChange(withFilters(query, off), { step: true })}
          className="grid size-6.5 place-items-center rounded-chip text-ink-2 hover:text-ink"
        >
          <X size={13} strokeWidth={2} aria-hidden />
        </button>
      )}
    </span>
  )
}
