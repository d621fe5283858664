'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ListQuery } from '@/lib/schedules/contract'
import { buttonsOf, type FilterBarProps } from './filter-bar'
import { FilterPanel, MorePanel } from './filter-panels'
import { FILTER_WORDS } from './filter-words'
import { withFilters, withoutFilters } from './list-address'

type FilterSheetProps = Omit<FilterBarProps, 'onIntent'> & { onClose: () => void }

/** All filters in one sheet, for narrow screens. Choices answer at once, behind it. */
export function FilterSheet({ query, indexed, onChange, onClose }: FilterSheetProps) {
  const stepped = useRef(false)
  const change = (next: ListQuery) => {
    onChange(next, { step: !stepped.current })
    stepped.current = true
  }
  return (
    <Dialog
      title="Filters"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" size="large" onClick={() => change(withoutFilters(query))}>
            Clear all filters
          </Button>
          <Button variant="primary" size="large" onClick={onClose}>
            Show schedules
          </Button>
        </>
      }
    >
      {buttonsOf(indexed).map((name) => (
        <section key={name} className="border-line border-b py-3">
          <h3 className="mb-1 text-body font-strong">{FILTER_WORDS[name]}</h3>
          {/* What was chosen elsewhere (Clear all) starts the panel anew. */}
          <FilterPanel
            key={query[name] === undefined ? 'off' : 'on'}
            name={name}
            query={query}
            onChange={change}
            onIntent={() => undefined}
            onDone={() => undefined}
          />
        </section>
      ))}
      <section className="py-3">
        <h3 className="mb-2 text-body font-strong">More filters</h3>
        <MorePanel query={query} indexed={indexed} onApply={(more) => change(withFilters(query, more))} />
      </section>
    </Dialog>
  )
}
