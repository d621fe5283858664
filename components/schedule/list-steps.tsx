'use client'

import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { type Step, stepsFrom } from '@/components/list-way'
import { useShortcut } from '@/components/shortcuts'

/** Previous and next schedule of the list that one came from, without going back to it. */
export function ListSteps({ id }: { id: string }) {
  const [steps, setSteps] = useState<Step | null>(null)
  useEffect(() => setSteps(stepsFrom(id)), [id])
  return steps && <Steps steps={steps} />
}

function Steps({ steps: { place, of, previous, next } }: { steps: Step }) {
  const [back, on] = [useRef<HTMLAnchorElement>(null), useRef<HTMLAnchorElement>(null)]
  useShortcut('[', 'Previous schedule in the list', () => back.current?.click())
  useShortcut(']', 'Next schedule in the list', () => on.current?.click())
  return (
    <nav aria-label="Schedules in the list" className="flex items-center gap-1 text-small text-ink-3 print:hidden">
      <span className="mr-1 tabular-nums">
        {place} of {of} on this page
      </span>
      <Turn to={previous} name="Previous schedule" keys="[" icon={ChevronLeft} link={back} />
      <Turn to={next} name="Next schedule" keys="]" icon={ChevronRight} link={on} />
    </nav>
  )
}

type TurnProps = {
  to: string | null
  name: string
  keys: string
  icon: LucideIcon
  link: React.RefObject<HTMLAnchorElement | null>
}

const LOOK = 'grid size-7 place-items-center rounded-control max-sm:size-11'

function Turn({ to, name, keys, icon: Icon, link }: TurnProps) {
  const icon = <Icon size={16} strokeWidth={1.9} aria-hidden />
  if (to === null)
    return (
      <span className={`${LOOK} text-line-strong`} title={`${name}: none on that page`}>
        {icon}
      </span>
    )
  return (
    <Link
      ref={link}
      href={`/schedules/${to}`}
      prefetch={false}
      aria-label={name}
      title={`${name} (${keys})`}
      aria-keyshortcuts={keys}
      data-command=""
      className={`${LOOK} text-ink-2 hover:bg-hover`}
    >
      {icon}
    </Link>
  )
}
