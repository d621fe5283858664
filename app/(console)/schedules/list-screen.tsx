'use client'

import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, lazy, useEffect } from 'react'
import { SchedulesScreen } from '@/components/schedules/schedules-screen'
import { say } from '@/components/ui/updates'
import { scheduleQuery } from '@/lib/queries/schedules'

const DisableDialog = lazy(async () => ({
  default: (await import('@/components/schedule/disable-dialog')).DisableDialog,
}))

/** Reads the schedule as it is now, then asks: a row may be older than what would be disabled. */
function Disabling({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error } = useQuery({ ...scheduleQuery(id), staleTime: 0, refetchOnWindowFocus: false })
  useEffect(() => {
    if (!error || data) return
    say(`${id} could not be read just now, so it cannot be disabled. Try again.`)
    onClose()
  }, [error, data, id, onClose])
  return data ? <DisableDialog answer={data} onClose={onClose} /> : null
}

/** The list with what other features do for its rows. */
export function ListScreen(props: Omit<ComponentProps<typeof SchedulesScreen>, 'disabling'>) {
  return <SchedulesScreen {...props} disabling={(id, onClose) => <Disabling id={id} onClose={onClose} />} />
}
