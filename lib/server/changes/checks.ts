import 'server-only'
import { badInput, ProblemError } from '@/lib/problem'
import type { Why } from '@/lib/schedules/changes'
import { checkUpcoming, type Finding, pathOf } from '@/lib/schedules/check'
import { checkNew, forecastNew, type NewFinding, paymentsOf, rulePartsOf } from '@/lib/schedules/check-new'
import { checkTerms, termsPathOf } from '@/lib/schedules/check-terms'
import { findingWords } from '@/lib/schedules/finding-words'
import type { Wanted } from '@/lib/schedules/judge'
import type { Schedule } from '@/lib/schedules/model'
import { newFindingWords } from '@/lib/schedules/new-words'
import { likelyLists } from '@/lib/schedules/terms-forecast'
import { termsFindingWords } from '@/lib/schedules/terms-words'
import { circumstances } from '../clock'
import type { Operator } from '../operator'
import { checkLimits } from './limits'

// Step 2 of the write door: what is wanted, held against the record as just read, on the server's day.

/** Throws bad-input with a field for each finding that stops. */
function stopOn(findings: readonly Finding[]): void {
  const fields = findings.flatMap((finding) =>
    finding.stops ? [{ path: pathOf(finding), message: findingWords(finding) }] : [],
  )
  if (fields.length > 0) throw new ProblemError({ kind: 'bad-input', fields })
}

function stopOnNew(findings: readonly NewFinding[]): void {
  const fields = findings.flatMap((finding) =>
    finding.stops ? [{ path: finding.part, message: newFindingWords(finding) }] : [],
  )
  if (fields.length > 0) throw new ProblemError({ kind: 'bad-input', fields })
}

/** The same for a change of the rule. */
function stopOnTerms(findings: ReturnType<typeof checkTerms>): void {
  const fields = findings.flatMap((finding) =>
    finding.stops ? [{ path: termsPathOf(finding), message: termsFindingWords(finding) }] : [],
  )
  if (fields.length > 0) throw new ProblemError({ kind: 'bad-input', fields })
}

/** `current` is null for a create alone. Throws bad-input or not-allowed. */
export function checkWanted(
  { operator, wanted, why }: { operator: Operator; wanted: Wanted; why: Why | null },
  current: Schedule | null,
): void {
  const c = circumstances()
  const reasons = why ?? {}
  switch (wanted.action) {
    case 'replace-upcoming': {
      if (!current) throw new ProblemError({ kind: 'not-found', what: 'schedule' })
      stopOn(checkUpcoming(current, wanted.payments, c))
      const lists = { method: current.method, before: current.upcoming ?? [], after: wanted.payments }
      checkLimits(operator, lists, reasons, c)
      return
    }
    case 'disable':
      if (current?.status !== 'active') throw badInput('', 'SmarterPay sent a status that is not recognised.')
      return
    case 'amend': {
      if (!current) throw new ProblemError({ kind: 'not-found', what: 'schedule' })
      stopOnTerms(checkTerms(current, wanted.terms, c))
      const { firstCollectionAmount: first, amount } = wanted.terms
      const named = [first, current.kind === 'ongoing' ? amount : undefined].filter((one) => one !== undefined)
      checkLimits(operator, { method: current.method, ...likelyLists(current, wanted.terms, c), named }, reasons, c)
      return
    }
    case 'create': {
      const parts = rulePartsOf(wanted.schedule)
      stopOnNew(checkNew(parts, c))
      const after = paymentsOf(forecastNew(parts, c))
      checkLimits(operator, { method: parts.method, before: [], after }, reasons, c)
      return
    }
  }
}
