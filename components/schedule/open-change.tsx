'use client'

import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { formatInstant } from '@/lib/calendar-date'
import { may, type Role } from '@/lib/roles'
import type { OpenChange } from '@/lib/schedules/lineage'
import { actionWords } from './action-words'

/** A change of which nobody knows yet whether it took effect, told to whoever reads the schedule: what stands below may be from before it. */
export function OpenChangeNote({ of, id, role }: { of: OpenChange; id: string; role: Role }) {
  const attention = of.state === 'needs-attention'
  const sent = `${of.person} sent it on ${formatInstant(new Date(of.sentAt))}.`
  return (
    <Banner
      tone="warn"
      live="status"
      title={`${actionWords(of.action)} is not confirmed.`}
      actions={
        <>
          <Link href={`/schedules/${id}?tab=activity`} prefetch={false}>
            Show in Activity
          </Link>
          {attention && may(role, 'changes:resolve') && (
            <Link href="/watch" prefetch={false}>
              Say what came of it
            </Link>
          )}
        </>
      }
    >
      {sent} SmarterPay may have saved it or not, so what stands here may be from before it.{' '}
      {attention ? 'A team lead has to look, and say what came of it.' : 'We are checking.'}
    </Banner>
  )
}
