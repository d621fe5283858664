'use client'

import { CalendarX, Printer } from 'lucide-react'
import { memo } from 'react'
import { Button, TextButton } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { formatInstant } from '@/lib/calendar-date'
import type { CollectionsQuery } from '@/lib/collections/query'
import { CollectionsExport } from './export-menu'

type CollectionsHeadProps = {
  range: Omit<CollectionsQuery, 'group'>
  /** UTC instant of what is shown; undefined until something is. */
  asOf: string | undefined
  onRefresh: (asOf: string) => void
}

/** What the page is, how old its figures are, and what can be done with the whole of them. */
export const CollectionsHead = memo(function CollectionsHead({ range, asOf, onRefresh }: CollectionsHeadProps) {
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="flex-1 text-page font-strong tracking-[-0.014em]">Upcoming collections</h1>
      {asOf && <Age asOf={asOf} onRefresh={onRefresh} />}
      {HOLIDAYS}
      {asOf && <CollectionsExport query={range} asOf={asOf} />}
      {PRINT}
    </header>
  )
})

const HOLIDAYS = (
  <LinkButton href="/collections/holidays" prefetch={false} icon={CalendarX} className="print:hidden">
    Bank holidays
  </LinkButton>
)

const PRINT = (
  <Button icon={Printer} onClick={() => window.print()} className="print:hidden">
    Print
  </Button>
)

const Age = memo(function Age({ asOf, onRefresh }: { asOf: string; onRefresh: (asOf: string) => void }) {
  return (
    <p className="flex items-center gap-2 text-ink-3 text-small tabular-nums">
      Data as at {formatInstant(new Date(asOf))}
      <TextButton onClick={() => onRefresh(asOf)} className="text-small print:hidden">
        Refresh
      </TextButton>
    </p>
  )
})
