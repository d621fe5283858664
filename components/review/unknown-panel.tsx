'use client'

import { Check, CircleAlert, CircleDashed, Copy, Hourglass, Loader, type LucideIcon, RefreshCw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-button'
import { Script } from './call-script'
import { londonClock } from './clock-words'
import { type FollowProps, useFollowing } from './follow-change'
import { ResultHeading } from './result-heading'

export type UnknownPanelProps = FollowProps & {
  /** "3 changes". */
  what: string
  /** To be said to the payer meanwhile. */
  tell: string
}

type Moment = { icon: LucideIcon; at: string; title: string; text: string; quiet?: boolean }

/** Sent, and not confirmed: what is known, what is being done, what to say. There is no way to send it again from here. */
export function UnknownPanel({ what, tell, ...follow }: UnknownPanelProps) {
  const { change, askedAt, failing, ask } = useFollowing(follow)
  const sentAt = londonClock(change?.sentAt ? Date.parse(change.sentAt) : follow.sentAt)
  const moments: Moment[] = [
    {
      icon: Check,
      at: sentAt,
      title: 'Sent to SmarterPay',
      text: `${what.charAt(0).toUpperCase()}${what.slice(1)}. Change ${follow.changeId}`,
    },
    {
      icon: CircleAlert,
      at: '',
      title: 'No clear answer came back',
      text: 'The connection ended, or the answer could not be read.',
    },
    {
      icon: Loader,
      at: askedAt > 0 ? londonClock(askedAt) : '',
      title: 'Reading back what SmarterPay holds',
      text: failing
        ? 'This dashboard could not be asked just now; it goes on by itself.'
        : 'Again and again for about a minute. Not confirmed yet.',
    },
    {
      icon: CircleDashed,
      at: '',
      title: 'After that',
      text: 'It is known whether it was saved, or a person is asked to look. It is told here.',
      quiet: true,
    },
  ]
  return (
    <section aria-label="Not confirmed yet" className="grid gap-x-10 gap-y-6 lg:grid-cols-[1fr_20rem]">
      <div className="flex min-w-0 items-start gap-3.5">
        <span
          aria-hidden
          className="grid size-9 flex-none place-items-center max-sm:hidden rounded-full border-2 border-warn-line border-dashed text-warn"
        >
          <Hourglass size={17} strokeWidth={1.9} />
        </span>
        <div className="min-w-0 flex-1">
          <ResultHeading>SmarterPay has not confirmed your {what} yet</ResultHeading>
          <p role="status" className="mt-1 max-w-[56ch] text-ink-2">
            Sent at {sentAt}, and no clear answer came back. It may have been saved, or not. We are checking:{' '}
            <b className="font-strong text-ink">do not send it again.</b>
          </p>
          <ol className="mt-5">
            {moments.map(({ icon: Icon, at, title, text, quiet }) => (
              <li key={title} className="grid grid-cols-[1.75rem_4.5rem_minmax(0,1fr)] pb-4">
                <Icon
                  aria-hidden
                  size={16}
                  strokeWidth={1.9}
                  className={`mt-0.5 ${quiet ? 'text-ink-3' : 'text-accent'}`}
                />
                <span className="text-ink-2 text-small tabular-nums">{at}</span>
                <span>
                  <span className={quiet ? 'text-ink-2' : 'font-medium'}>{title}</span>
                  <span className="block wrap-anywhere text-ink-3 text-small">{text}</span>
                </span>
              </li>
            ))}
          </ol>
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" icon={RefreshCw} onClick={ask}>
              Check now
            </Button>
            <span className="text-ink-3 text-small">Editing opens when the outcome is known. Your draft is kept.</span>
          </div>
        </div>
      </div>
      <aside aria-label="What to tell the payer">
        <h3 className="mb-2 text-title font-strong">What to tell the payer</h3>
        <Script text={tell} />
        <div className="mt-3">
          <Button icon={Copy} onClick={() => void copyText(tell)}>
            Copy script
          </Button>
        </div>
      </aside>
    </section>
  )
}
