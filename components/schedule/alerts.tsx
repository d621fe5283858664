'use client'

import { useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Banner } from '@/components/ui/banner'
import { TextButton } from '@/components/ui/button'
import { flagsOf } from '@/lib/schedules/flags'
import type { Schedule } from '@/lib/schedules/model'
import { missingDates } from '@/lib/schedules/shown-payments'
import { alertOf } from './alert-words'

const SHOWN = 3

/** What deserves a second look, worst first: three at most, the rest on request. */
export function Alerts({ schedule, onShowPayments }: { schedule: Schedule; onShowPayments: () => void }) {
  const c = useCircumstances()
  const [all, setAll] = useState(false)
  const missing = missingDates(schedule, c)
  const alerts = flagsOf(schedule, c).flatMap((flag) => alertOf(flag, missing) ?? [])
  if (alerts.length === 0) return null
  const hidden = alerts.length - SHOWN
  return (
    <div className="mb-5 flex flex-col gap-2">
      {alerts.slice(0, all ? alerts.length : SHOWN).map(({ key, tone, title, text, showPayments }) => (
        <Banner
          key={key}
          tone={tone}
          title={title}
          actions={showPayments && <TextButton onClick={onShowPayments}>Show payments</TextButton>}
        >
          {text}
        </Banner>
      ))}
      {hidden > 0 && !all && (
        <span>
          <TextButton onClick={() => setAll(true)}>{hidden} more</TextButton>
        </span>
      )}
    </div>
  )
}
