'use client'

import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import { formatDate } from '@/lib/calendar-date'
import { scheduleQuery } from '@/lib/queries/schedules'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import type { Schedule } from '@/lib/schedules/model'
import { emptyText } from '@/lib/schedules/payment-words'
import {
  periodEnd,
  readStatementPeriod,
  STATEMENT_PERIODS,
  type StatementPeriod,
  statementOf,
} from '@/lib/schedules/statement'
import { Breadcrumb } from './breadcrumb'
import { keepContactLine, MOST_CONTACT, useContactLine } from './contact-line'
import { StatementSheet } from './statement-sheet'

/** The page that an agent prints for a payer: what to show on it, then the sheet as it will come out. */
export function StatementScreen({ id }: { id: string }) {
  const query = useQuery(scheduleQuery(id))
  return (
    <div className="px-4 pt-5 pb-10 sm:px-6 print:p-0">
      <div className="print:hidden">
        <Breadcrumb id={id} here="Statement" />
      </div>
      {query.data === undefined && <Title />}
      <Loaded
        query={query}
        skeleton={
          <div className="pt-3">
            <Waiting what="the schedule" />
          </div>
        }
      >
        {(answer) => <Statement answer={answer} />}
      </Loaded>
    </div>
  )
}

function Title() {
  return <h1 className="text-page font-strong tracking-[-0.014em]">Payment statement</h1>
}

function Statement({ answer }: { answer: ScheduleAnswer }) {
  const { schedule } = answer
  const c = useCircumstances()
  const { period, choose } = usePeriod()
  const contact = useContactLine()
  const statement = useMemo(() => statementOf(schedule, period, c), [schedule, period, c])
  const none = whyNone(schedule)
  return (
    <>
      <Title />
      {none ? (
        <div className="mt-3 max-w-2xl">
          <Banner tone="warn" title="There is nothing to state.">
            {none}
          </Banner>
        </div>
      ) : (
        <>
          <Controls period={period} onPeriod={choose} contact={contact} />
          <StatementSheet answer={answer} statement={statement} period={period} contact={contact} />
        </>
      )}
    </>
  )
}

/** Why a schedule has no statement; null where it has one. */
function whyNone(schedule: Schedule): string | null {
  if (schedule.status === 'unrecognised') return 'Its status is not known here, so nothing can be called due.'
  if (schedule.upcoming === null) return 'SmarterPay’s list of its upcoming payments could not be read.'
  return schedule.status === 'inactive' ? 'No upcoming payments. This schedule is inactive.' : emptyText(schedule)
}

type ControlsProps = { period: StatementPeriod; onPeriod: (period: StatementPeriod) => void; contact: string }

function Controls({ period, onPeriod, contact }: ControlsProps) {
  const { now } = useCircumstances()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className="mt-3 mb-6 grid max-w-3xl items-end gap-3 sm:grid-cols-[280px_minmax(0,1fr)_auto] print:hidden">
      <SelectField
        label="Period"
        value={period}
        onChange={(event) => onPeriod(readStatementPeriod(event.target.value))}
      >
        {STATEMENT_PERIODS.map((each) => {
          const end = periodEnd(each, now.date)
          return (
            <option key={each} value={each}>
              {PERIOD_WORDS[each]}
              {end && `, to ${formatDate(end).slice(4)}`}
            </option>
          )
        })}
      </SelectField>
      <TextField
        label="Contact line"
        value={typed ?? contact}
        maxLength={MOST_CONTACT}
        onChange={(event) => {
          setTyped(event.target.value)
          keepContactLine(event.target.value)
        }}
        onBlur={() => setTyped(null)}
      />
      <Button variant="primary" icon={Printer} onClick={() => window.print()}>
        Print statement
      </Button>
    </div>
  )
}

const PERIOD_WORDS: Record<StatementPeriod, string> = {
  year: 'Next 12 months',
  'tax-year': 'This tax year',
  christmas: 'Until Christmas',
  listed: 'All that is listed',
}

/** Stands in the address, so that a statement can be linked to. */
function usePeriod() {
  const path = usePathname()
  const period = readStatementPeriod(useSearchParams().get('period'))
  const choose = (next: StatementPeriod) =>
    history.replaceState(null, '', next === 'year' ? path : `${path}?period=${next}`)
  return { period, choose }
}
