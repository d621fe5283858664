'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { formatInstant } from '@/lib/calendar-date'
import { SCHEDULES_KEY } from '@/lib/queries/schedules'
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

/** Once nothing is open any more, what the page shows of the schedule is read anew. */
export function useReadAfterOpen(open: number): void {
  const cache = useQueryClient()
  const before = useRef(open)
  useEffect(() => {
    if (before.current > open) void cache.invalidateQueries({ queryKey: SCHEDULES_KEY })
    before.current = open
  }, [open, cache])
}
