'use client'

import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import type { Terms } from '@/lib/schedules/changes'
import type { TermsPart } from '@/lib/schedules/check-terms'
import { TERMS_WIRE } from '@/lib/schedules/terms-words'

const NAMES = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export type TermsBarProps = { id: string; terms: Terms; typed: boolean; onReview: () => void }

/** Stuck to the bottom of the form: what it comes to, under SmarterPay's names, and the ways on. */
export function TermsBar({ id, terms, typed, onReview }: TermsBarProps) {
  const parts = Object.keys(terms) as TermsPart[]
  return (
    <section
      aria-label="Draft"
      className="sticky bottom-0 z-(--z-sticky) mt-auto flex min-h-13 flex-wrap items-center gap-x-2 gap-y-1.5 border-line-strong border-t bg-surface px-4 py-2 text-[0.84375rem] sm:px-6 print:hidden"
    >
      <span className={`flex min-w-0 flex-wrap items-center gap-x-2 ${parts.length > 0 ? 'max-sm:w-full' : ''}`}>
        {typed && <i aria-hidden className="size-2 flex-none rounded-full bg-accent" />}
        <b className="font-strong">
          {parts.length === 0
            ? 'No changes'
            : parts.length === 1
              ? '1 field changed'
              : `${parts.length} fields changed`}
        </b>
        {parts.length > 0 && (
          <span className="min-w-0 wrap-anywhere text-ink-2">
            sent as {NAMES.format(parts.map((part) => TERMS_WIRE[part]))}
          </span>
        )}
      </span>
      <span className="flex-1" />
      <LinkButton href={`/schedules/${id}`} prefetch={false}>
        Cancel
      </LinkButton>
      <Button variant="primary" blocked={!typed} onClick={onReview}>
        Review changes
      </Button>
    </section>
  )
}
