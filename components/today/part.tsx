import Link from 'next/link'
import { type ReactNode, useId } from 'react'

export type PartProps = {
  title: string
  /** Where all of it stands. */
  all?: { href: string; words: string }
  children: ReactNode
}

/** One part of the page, with its heading. */
export function Part({ title, all, children }: PartProps) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={heading} className="text-title font-strong">
          {title}
        </h2>
        {all && (
          <Link href={all.href} prefetch={false} className="inline-flex min-h-6 items-center text-small">
            {all.words}
          </Link>
        )}
      </div>
      {children}
    </section>
  )
}

export const Nothing = ({ children }: { children: ReactNode }) => <p className="text-body text-ink-2">{children}</p>

/** A schedule by its reference, with its id below. */
export function ScheduleLink({ schedule, reference }: { schedule: string; reference: string | null }) {
  return (
    <>
      <Link
        href={`/schedules/${encodeURIComponent(schedule)}`}
        prefetch={false}
        className="inline-flex min-h-6 items-center wrap-anywhere font-medium"
      >
        {reference ?? schedule}
      </Link>
      {reference && <span className="block text-ink-3 text-micro">{schedule}</span>}
    </>
  )
}
