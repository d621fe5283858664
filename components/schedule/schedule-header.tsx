'use client'

import { Ellipsis, Hash, Link2 } from 'lucide-react'
import { IconButton } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { StatusDot } from '@/components/ui/status-dot'
import type { Schedule } from '@/lib/schedules/model'
import { scheduleSentence } from '@/lib/schedules/words'
import { PlanProgress } from './plan-progress'

/** Which schedule this is, how it stands, and the schedule in one sentence with its facts in weight. */
export function ScheduleHeader({ schedule }: { schedule: Schedule }) {
  return (
    <header>
      <div className="flex items-start gap-3">
        <div className="flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
          <h1 className="text-page font-strong tracking-[-0.014em] wrap-anywhere max-sm:w-full">
            Schedule {schedule.id}
          </h1>
          <StatusDot status={schedule.status} />
          {schedule.customReference && (
            <span className="max-w-[32ch] truncate pl-1 text-ink-3 text-small" title={schedule.customReference}>
              {schedule.customReference}
            </span>
          )}
        </div>
        <MoreActions id={schedule.id} />
      </div>
      <p className="mt-0.5 mb-2.5 text-ink-2 text-lead">
        {scheduleSentence(schedule).map(({ text, fact }, i) =>
          fact ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence stand where they stand
            <b key={i} className="font-strong text-ink">
              {text}
            </b>
          ) : (
            text
          ),
        )}
      </p>
      <PlanProgress schedule={schedule} />
    </header>
  )
}

function MoreActions({ id }: { id: string }) {
  return (
    <Menu
      label="More actions"
      end
      trigger={(props) => (
        <IconButton {...props} icon={Ellipsis} label="More actions" className="border border-control max-sm:size-11" />
      )}
    >
      {(close) => {
        const copy = (text: string) => {
          close()
          void copyText(text)
        }
        return (
          <>
            <MenuItem icon={Link2} onClick={() => copy(location.href)}>
              Copy link
            </MenuItem>
            <MenuItem icon={Hash} onClick={() => copy(id)}>
              Copy id
            </MenuItem>
          </>
        )
      }}
    </Menu>
  )
}
