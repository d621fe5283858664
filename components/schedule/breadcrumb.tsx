import { Trail } from '@/components/ui/trail'

/** Schedules › this one, or › this one › `here`. */
export function Breadcrumb({ id, here }: { id: string; here?: string }) {
  const list = { href: '/schedules', name: 'Schedules' }
  return here ? (
    <Trail above={[list, { href: `/schedules/${id}`, name: id }]} here={here} />
  ) : (
    <Trail above={[list]} here={id} />
  )
}
