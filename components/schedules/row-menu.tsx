'use client'

import { Ban, CalendarDays, Eye, FolderOpen, Hash, Link2, Pencil, SquareCheck } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { copyText } from '@/components/ui/copy-button'
import { MenuItem, MenuLine } from '@/components/ui/menu'
import { MenuAt } from '@/components/ui/menu-at'
import { useRole } from '@/components/ui/reader-role'
import { may, whoMay } from '@/lib/roles'
import type { Schedule } from '@/lib/schedules/model'
import { selected } from './selection'

export type RowMenuProps = {
  schedule: Schedule
  anchor: HTMLElement
  onPreview: () => void
  /** Selects the row, or ends that; undefined for those who can do nothing with it. */
  onSelect: (() => void) | undefined
  /** The schedule's own page is where it is disabled; only where this person may. */
  onDisable: () => void
  onClose: () => void
}

/** What can be done with one row, as far as this person may. */
export function RowMenu({ schedule, anchor, onPreview, onSelect, onDisable, onClose }: RowMenuProps) {
  const router = useRouter()
  const role = useRole()
  const { id, status } = schedule
  const path = `/schedules/${id}`
  const changes = role !== null && may(role, 'schedules:change') && status === 'active'
  const disables = role !== null && may(role, 'schedules:disable')
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <MenuAt label={`Actions for ${id}`} anchor={anchor} width={232} onClose={onClose}>
      <MenuItem icon={FolderOpen} onClick={then(() => router.push(path))}>
        Open
      </MenuItem>
      <MenuItem icon={CalendarDays} onClick={then(() => router.push(`${path}?tab=payments`))}>
        Open payments
      </MenuItem>
      <MenuItem icon={Eye} onClick={then(onPreview)}>
        Preview
      </MenuItem>
      {onSelect && (
        <MenuItem icon={SquareCheck} onClick={then(onSelect)}>
          {selected().includes(id) ? 'Remove from selection' : 'Select'}
        </MenuItem>
      )}
      {changes && (
        <MenuItem icon={Pencil} onClick={then(() => router.push(`${path}/edit`))}>
          Edit
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={Link2} onClick={then(() => void copyText(new URL(path, location.href).href))}>
        Copy link
      </MenuItem>
      <MenuItem icon={Hash} onClick={then(() => void copyText(id))}>
        Copy id
      </MenuItem>
      {changes && (
        <>
          <MenuLine />
          <MenuItem
            icon={Ban}
            aria-disabled={!disables || undefined}
            aria-describedby={disables ? undefined : 'row-who-may-disable'}
            onClick={() => disables && then(onDisable)()}
          >
            Disable
          </MenuItem>
          {!disables && (
            <p id="row-who-may-disable" className="px-2.5 pb-1 pl-[2.1875rem] text-ink-3 text-small">
              A {whoMay('schedules:disable')} can disable it.
            </p>
          )}
        </>
      )}
    </MenuAt>
  )
}
