'use client'

import { Ban, CircleSlash, Ellipsis, Hash, Link2, Pencil, Printer } from 'lucide-react'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { ScheduleSentence } from '@/components/schedule-sentence'
import { useShortcut } from '@/components/shortcuts'
import { Button, IconButton } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-button'
import { LinkButton } from '@/components/ui/link-button'
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu'
import { StatusDot } from '@/components/ui/status-dot'
import { may, type Role, whoMay } from '@/lib/roles'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { PlanProgress } from './plan-progress'

const disableDialog = () => import('./disable-dialog')
const DisableDialog = lazy(async () => ({ default: (await disableDialog()).DisableDialog }))

export type ScheduleHeaderProps = {
  answer: ScheduleAnswer
  role: Role
  /** Where payments can be changed: takes the next one out of the draft's list, on the Payments tab. */
  onSkipNext: (() => void) | null
  /** The pointer or the focus comes near it. */
  onIntent: () => void
}

/** Which schedule this is, how it stands, and the schedule in one sentence with its facts in weight. */
export function ScheduleHeader({ answer, role, onSkipNext, onIntent }: ScheduleHeaderProps) {
  const { schedule } = answer
  return (
    <header>
      <div className="mb-2.5 flex flex-wrap items-start gap-3 max-sm:gap-2">
        <div className="flex min-h-8 min-w-0 flex-[1_1_20rem] flex-wrap max-sm:flex-none max-sm:basis-full items-center gap-x-3 gap-y-0.5">
          <h1 className="text-page font-strong tracking-[-0.014em] wrap-anywhere max-sm:w-full">
            Schedule {schedule.id}
          </h1>
          <StatusDot status={schedule.status} />
          {schedule.customReference && (
            <span className="max-w-[32ch] truncate text-ink-3 text-small" title={schedule.customReference}>
              {schedule.customReference}
            </span>
          )}
        </div>
        <p className="basis-full text-ink-2 text-lead sm:order-last sm:-mt-2.5">
          <ScheduleSentence schedule={schedule} />
        </p>
        {schedule.status === 'active' && may(role, 'schedules:change') && <EditSchedule id={schedule.id} />}
        {onSkipNext && (
          <Button
            icon={CircleSlash}
            data-command=""
            onClick={onSkipNext}
            onPointerEnter={onIntent}
            onFocus={onIntent}
            className="max-sm:flex-auto max-sm:px-2"
          >
            <span>
              Skip next<span className="max-sm:sr-only"> payment</span>
            </span>
          </Button>
        )}
        {schedule.status === 'active' && (
          <LinkButton
            href={`/schedules/${schedule.id}/statement`}
            prefetch={false}
            icon={Printer}
            className="max-sm:size-11 max-sm:px-0 max-sm:[&>svg]:ml-0"
          >
            <span className="max-sm:sr-only">Print statement</span>
          </LinkButton>
        )}
        <MoreActions answer={answer} role={role} />
      </div>
      <PlanProgress schedule={schedule} />
    </header>
  )
}

function EditSchedule({ id }: { id: string }) {
  const link = useRef<HTMLAnchorElement>(null)
  useShortcut('e', 'Edit schedule', () => link.current?.click())
  return (
    <LinkButton
      ref={link}
      href={`/schedules/${id}/edit`}
      prefetch={false}
      icon={Pencil}
      data-command=""
      aria-keyshortcuts="e"
      className="max-sm:flex-auto max-sm:px-2"
    >
      Edit schedule
    </LinkButton>
  )
}

function MoreActions({ answer, role }: { answer: ScheduleAnswer; role: Role }) {
  const { id, status } = answer.schedule
  const [disabling, setDisabling] = useState<ScheduleAnswer | null>(null)
  const close = useCallback(() => setDisabling(null), [])
  const mayDisable = may(role, 'schedules:disable')
  // Who works with schedules learns who can; who never changes any is not shown it.
  const showsDisable = status === 'active' && (mayDisable || may(role, 'schedules:change'))
  return (
    <>
      <Menu
        label="More actions"
        end
        trigger={(props) => (
          <IconButton
            {...props}
            icon={Ellipsis}
            label="More actions"
            data-command=""
            className="border border-control max-sm:size-11"
          />
        )}
      >
        {(closeMenu) => {
          const copy = (text: string) => {
            closeMenu()
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
              {showsDisable && (
                <>
                  <MenuLine />
                  <MenuItem
                    icon={Ban}
                    aria-disabled={!mayDisable || undefined}
                    aria-describedby={mayDisable ? undefined : 'who-may-disable'}
                    onPointerEnter={() => void disableDialog()}
                    onFocus={() => void disableDialog()}
                    onClick={() => {
                      if (!mayDisable) return
                      closeMenu()
                      setDisabling(answer)
                    }}
                  >
                    Disable schedule
                  </MenuItem>
                  {!mayDisable && (
                    <p id="who-may-disable" className="px-2.5 pb-1 pl-[2.1875rem] text-ink-3 text-small">
                      A {whoMay('schedules:disable')} can disable it.
                    </p>
                  )}
                </>
              )}
            </>
          )
        }}
      </Menu>
      {disabling && (
        <Suspense fallback={null}>
          <DisableDialog answer={disabling} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
