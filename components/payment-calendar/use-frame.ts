'use client'

import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { addMonths, type CalendarDate, dateIn, type Month, monthOf } from '@/lib/calendar-date'
import { type ScheduleAddress, sameMonth, type View, withinReach } from '@/lib/schedules/schedule-address'
import type { Frame } from './frame'
import type { FocusRequest } from './month-grid'
import { useWide } from './use-wide'

const ADDRESS_AFTER_MS = 250
/** Payments are worked out this far past the month on show, so that N and the next pages find them. */
const AHEAD_MONTHS = 12

/**
 * Which view and month are on show and which day has the focus, as the page's address said when it opened; what changes is
 * told to `onAddress`, a moment later. `start`: the day to open at where the address names none.
 */
export function useFrame(
  address: ScheduleAddress,
  start: CalendarDate,
  today: CalendarDate,
  onAddress: (change: Partial<ScheduleAddress>) => void,
) {
  const heading = useId()
  const wide = useWide()
  const [chosen, show] = useState<View | null>(address.show)
  const [month, setMonth] = useState(() => withinReach(address.month ?? monthOf(address.focus ?? start), today))
  const [focus, standAt] = useState(address.focus)
  const [focusRequest, setFocusRequest] = useState<FocusRequest | null>(null)
  const [told, tellNext] = useState<CalendarDate | null>(null)
  const view = chosen ?? (wide === null ? null : wide ? 'calendar' : 'list')

  const opened = useRef(true)
  useEffect(() => {
    if (opened.current) {
      opened.current = false
      return
    }
    const timer = setTimeout(() => onAddress({ show: chosen, month, focus }), ADDRESS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [chosen, month, focus, onAddress])

  const turnTo = useCallback(
    (to: Month) => {
      setMonth(withinReach(to, today))
      standAt(null)
      setFocusRequest(null)
    },
    [today],
  )
  const goTo = useCallback(
    (date: CalendarDate) => {
      if (!sameMonth(withinReach(monthOf(date), today), monthOf(date))) return
      setMonth(monthOf(date))
      standAt(date)
      setFocusRequest({ date })
    },
    [today],
  )
  const until = dateIn(addMonths(month, AHEAD_MONTHS), 31)
  const frame = useMemo(
    (): Frame | null =>
      view && { view, month, until, heading, focus, focusRequest, goTo, standAt, turnTo, show, tellNext },
    [view, month, until, heading, focus, focusRequest, goTo, turnTo],
  )
  return { frame, heading, month, view, told, goTo, turnTo, show }
}
