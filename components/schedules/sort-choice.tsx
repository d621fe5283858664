'use client'

import { memo } from 'react'
import { Select } from '@/components/ui/field'
import type { ListQuery } from '@/lib/schedules/contract'

const CHOICES = [
  ['-created', 'Newest first'],
  ['created', 'Oldest first'],
  ['next', 'Next payment, soonest first'],
  ['-next', 'Next payment, latest first'],
  ['reference', 'Reference, A to Z'],
  ['-reference', 'Reference, Z to A'],
  ['status', 'Status'],
  ['method', 'Method'],
  ['kind', 'Type'],
] as const
const INDEX_CHOICES = [
  ['amount', 'Amount, lowest first'],
  ['-amount', 'Amount, highest first'],
] as const

export type SortChoiceProps = {
  sortedBy: ListQuery['sort']['field']
  descending: boolean
  indexed: boolean
  onSort: (sort: ListQuery['sort']) => void
}

/** Sorting where the table has no head: on narrow screens. */
export const SortChoice = memo(function SortChoice({ sortedBy, descending, indexed, onSort }: SortChoiceProps) {
  const choices = indexed ? [...CHOICES, ...INDEX_CHOICES] : CHOICES
  const value = `${descending ? '-' : ''}${sortedBy}`
  return (
    <span className="min-w-0 flex-1 sm:hidden">
      <Select
        touch
        aria-label="Sort by"
        value={value}
        onChange={(event) => {
          const chosen = choices.find(([own]) => own === event.target.value)?.[0]
          if (!chosen) return
          const field = chosen.replace('-', '') as ListQuery['sort']['field']
          onSort({ field, descending: chosen.startsWith('-') })
        }}
      >
        {!choices.some(([own]) => own === value) && <option value={value}>As in the address</option>}
        {choices.map(([own, words]) => (
          <option key={own} value={own}>
            {words}
          </option>
        ))}
      </Select>
    </span>
  )
})
