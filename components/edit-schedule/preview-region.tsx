'use client'

import { Hourglass, MoveHorizontal, Pencil } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { addMonths, formatDate, formatDayAndMonth, formatLongDate, monthOf } from '@/lib/calendar-date'
import { formatPounds } from '@/lib/money'
import type { Terms } from '@/lib/schedules/changes'
import type { Schedule } from '@/lib/schedules/model'
import { realDates } from '@/lib/schedules/real-dates'
import type { TermsForecast } from '@/lib/schedules/terms-forecast'
import { dayWords } from '@/lib/schedules/terms-words'
import { typedDate } from '@/lib/schedules/typed'
import { editWords, gapWords, LOST, paymentsWords } from './forecast-words'
import { PreviewTable } from './preview-table'
import type { SetText } from './terms-form'

export type Keeping = 'keep' | 'let-go'

export type PreviewRegionProps = {
  schedule: Schedule
  terms: Terms
  forecast: TermsForecast | null
  /** Why there is none, where something was changed. */
  without: string | null
  keeping: Keeping
  onKeeping: (keeping: Keeping) => void
  onText: SetText
  /** Puts the form back: the third way out of the guard. */
  onCancel: () => void
}

/** The region **Preview**: what the upcoming payments will probably be, and what to look at again. */
export function PreviewRegion(props: PreviewRegionProps) {
  const { terms, forecast, without } = props
  const changed = Object.keys(terms).length > 0
  const told = forecast && changed ? `Preview updated: ${paymentsWords(forecast.changed)}` : ''
  return (
    <section
      aria-label="Preview"
      className="min-w-0 bg-canvas px-4 pt-5 pb-6 sm:px-6 lg:border-line lg:border-l lg:pl-8 max-lg:border-line max-lg:border-t"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="flex-1 whitespace-nowrap text-title font-strong">Payments after this change</h2>
        <span className="text-ink-3 text-small">A forecast. SmarterPay decides on saving.</span>
      </div>
      <p role="status" className="sr-only">
        {told}
      </p>
      {forecast && <Headline forecast={forecast} changed={changed} />}
      {without && <p className="mt-1 max-w-[60ch] text-ink-2">{without}</p>}
      {forecast && (
        <>
          <div className="mb-2 grid gap-2 empty:hidden">
            {changed && <Guard {...props} forecast={forecast} />}
            {changed && <Gaps {...props} forecast={forecast} />}
            {changed && forecast.dormant && (
              <Banner
                tone="danger"
                icon={Hourglass}
                title={`No payment from ${formatDate(forecast.dormant.from)} to ${formatDate(forecast.dormant.to)}.`}
              >
                The mandate may lapse in such a gap, unless another schedule on it collects meanwhile. Banks keep
                instructions for 24 months at least.
              </Banner>
            )}
          </div>
          <PreviewTable forecast={forecast} terms={terms} />
        </>
      )}
      <RealDatesOf {...props} />
    </section>
  )
}

function Headline({ forecast, changed }: { forecast: TermsForecast; changed: boolean }) {
  const { beforeTotal, afterTotal, firstAffected } = forecast
  if (!changed)
    return (
      <p className="mt-0.5 mb-3 text-ink-2">
        Nothing is changed yet. These are the payments as they stand; change a field to see what becomes of them.
      </p>
    )
  return (
    <p className="mt-0.5 mb-3 tabular-nums">
      {paymentsWords(forecast.changed)}
      <span className="px-2 text-ink-3">·</span>
      {beforeTotal === afterTotal ? (
        'total unchanged'
      ) : (
        <>
          total {formatPounds(beforeTotal)} → <b className="font-strong">{formatPounds(afterTotal)}</b>
        </>
      )}
      {firstAffected && (
        <>
          <span className="px-2 text-ink-3">·</span>first on {formatDate(firstAffected)}
        </>
      )}
    </p>
  )
}

function Guard({ forecast, keeping, onKeeping, onCancel }: PreviewRegionProps & { forecast: TermsForecast }) {
  const name = useId()
  const { resets, putBack } = forecast
  if (resets.length === 0 || putBack === null) return null
  const count = resets.length === 1 ? '1 payment that differs' : `${resets.length} payments that differ`
  const option = (value: Keeping, label: string): ReactNode => (
    <label className="flex items-center gap-2 py-1">
      <input type="radio" className="radio" name={name} checked={keeping === value} onChange={() => onKeeping(value)} />
      {label}
    </label>
  )
  return (
    <Banner tone="warn" icon={Pencil} title={`This will reset ${count} from the rule:`}>
      {resets.map(editWords).join(', ')}.
      <fieldset className="mt-1 flex flex-wrap items-center gap-x-5">
        <legend className="sr-only">What happens to the payments that differ from the rule</legend>
        {putBack.kept.length > 0 && option('keep', 'Keep them')}
        {option('let-go', 'Let them go')}
        <TextButton onClick={onCancel}>Cancel</TextButton>
      </fieldset>
      {keeping === 'keep' && putBack.kept.length > 0 && (
        <p className="text-ink-2 text-small">
          Kept by a second save right after the first. Both are shown before you confirm.
        </p>
      )}
      {putBack.lost.map(({ edit, why }) => (
        <p key={`${edit.kind} ${edit.listed.date}`} className="text-small text-warn">
          {editWords(edit)} cannot be kept: {LOST[why]}.
        </p>
      ))}
    </Banner>
  )
}

function Gaps({ schedule, forecast, terms, onText }: PreviewRegionProps & { forecast: TermsForecast }) {
  const next = schedule.upcoming?.[0]?.date
  return forecast.gaps.map((gap) => {
    const { title, text } = gapWords(gap)
    const fix = gap.first === next && terms.collectionDay !== undefined && terms.nextCollectionDate === undefined
    return (
      <Banner
        key={gap.second}
        tone="warn"
        icon={MoveHorizontal}
        title={title}
        actions={
          fix && (
            <TextButton onClick={() => onText({ nextCollectionDate: typedDate(gap.second) })}>
              Move the next payment to {formatLongDate(gap.second).replace(/^\w+ | \d{4}$/g, '')} instead
            </TextButton>
          )
        }
      >
        {text}
      </Banner>
    )
  })
}

/** What a day choice means in real days, for as long as one is made. */
function RealDatesOf({ schedule, terms }: PreviewRegionProps) {
  const c = useCircumstances()
  const day = terms.collectionDay
  const next = terms.nextCollectionDate ?? schedule.upcoming?.[0]?.date
  if (day === undefined || !next) return null
  const stretch = terms.collectionStretch ?? schedule.collectionStretch ?? 1
  const { dates, later, shortest, longest } = realDates(day, addMonths(monthOf(next), stretch), stretch, c)
  const words = dayWords(day)
  return (
    <p className="mt-2.5 text-ink-2 text-small">
      <b className="font-strong text-ink">The {words} in real dates:</b>{' '}
      {dates.map(({ date }) => formatDayAndMonth(date)).join(' · ')}. Later than the {words} in {later} of{' '}
      {dates.length} months; {shortest === longest ? shortest : `${shortest} to ${longest}`} days between payments.
    </p>
  )
}
