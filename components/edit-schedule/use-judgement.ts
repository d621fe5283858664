'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { formatPounds } from '@/lib/money'
import type { Terms } from '@/lib/schedules/changes'
import { checkTerms, type TermsFinding, type TermsPart } from '@/lib/schedules/check-terms'
import type { Circumstances } from '@/lib/schedules/circumstances'
import { amountSlip } from '@/lib/schedules/draft-advice'
import type { Schedule } from '@/lib/schedules/model'
import { asListed, forecastTerms, type TermsForecast } from '@/lib/schedules/terms-forecast'
import { readTerms, type TermsText } from '@/lib/schedules/terms-text'
import { termsFindingWords, termsLabel } from '@/lib/schedules/terms-words'
import type { Keeping } from './preview-region'
import type { FormProblem } from './problem-summary'

const SETTLES_MS = 150

/** A value once nothing has changed for a moment: the forecast follows typing without running after each key. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLES_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

const partOf = (finding: TermsFinding): TermsPart | null => ('part' in finding ? finding.part : null)

function judge(schedule: Schedule, text: TermsText, c: Circumstances) {
  const { terms, unread } = readTerms(schedule, text, c)
  const findings = checkTerms(schedule, terms, c).filter(({ kind }) => kind !== 'nothing-changed')
  return { terms, unread, findings, stops: unread.length > 0 || findings.some(({ stops }) => stops) }
}

const touches = (forecast: TermsForecast | null) =>
  forecast?.rows.some(({ notice }) => notice !== null && notice !== 'notice-safe') ?? false

/** Everything that the form, its preview and its review say about what is typed. */
export function useJudgement(
  schedule: Schedule,
  text: TermsText,
  keeping: Keeping,
  { left, asked }: { left: ReadonlySet<TermsPart>; asked: number },
) {
  const c = useCircumstances()
  const now = useMemo(() => judge(schedule, text, c), [schedule, text, c])
  const settledText = useSettled(text)
  const settled = useMemo(() => judge(schedule, settledText, c), [schedule, settledText, c])
  const keep = keeping === 'keep'
  const foresee = useCallback(
    (terms: Terms, stops: boolean, withKept: boolean) => (stops ? null : forecastTerms(schedule, terms, c, withKept)),
    [schedule, c],
  )

  const forecast = useMemo(() => foresee(now.terms, now.stops, keep), [foresee, now, keep])
  const alone = useMemo(() => foresee(now.terms, now.stops, false), [foresee, now])
  const nothing = Object.keys(settled.terms).length === 0 && !settled.stops
  const shownForecast = useMemo(
    () => (nothing ? asListed(schedule) : foresee(settled.terms, settled.stops, keep)),
    [schedule, foresee, settled, nothing, keep],
  )

  const problems: FormProblem[] = [
    ...now.unread.map(({ part, message }) => ({ part, label: termsLabel(part, schedule), message })),
    ...now.findings.flatMap((finding) => {
      const part = partOf(finding)
      if (!finding.stops) return []
      return [{ part, label: part ? termsLabel(part, schedule) : '', message: termsFindingWords(finding) }]
    }),
  ]
  const { amount } = now.terms
  const slip = amount === undefined ? null : amountSlip(amount, schedule.amount)
  const warningOf = (part: TermsPart) => {
    const found = now.findings.find((finding) => !finding.stops && partOf(finding) === part)
    return found && termsFindingWords(found)
  }
  const without = settled.stops
    ? 'No forecast: a field cannot be read, or cannot be so.'
    : shownForecast === null
      ? 'What SmarterPay makes of this cannot be foreseen here: nothing is listed, or the rule could not be read.'
      : null
  return {
    terms: now.terms,
    problems,
    /** Said once the person has left the field, or asked for the review. */
    errorOf: (part: TermsPart) =>
      asked > 0 || left.has(part) ? problems.find((problem) => problem.part === part)?.message : undefined,
    warningOf,
    warnings: [
      ...now.findings.flatMap((finding) => (finding.stops ? [] : [termsFindingWords(finding)])),
      ...(slip && amount !== undefined
        ? [`${formatPounds(amount)} is far from the usual ${formatPounds(slip.usual)}.`]
        : []),
    ],
    /** As it is confirmed. */
    forecast,
    shortNotice: touches(forecast) || touches(alone),
    second: keep && forecast?.putBack && forecast.putBack.kept.length > 0 ? forecast.putBack : null,
    shownTerms: settled.terms,
    shownForecast,
    without,
  }
}
