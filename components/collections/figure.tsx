import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type FigureProps = {
  term: string
  /** The figure as it is read, and the accessible name of the link that it is. */
  words: string
  label: string
  href: string
  icon?: LucideIcon
  danger?: boolean
  /** What it means, in a few words below it. */
  children: ReactNode
}

/** One figure of an answer, leading to what is behind it; its link is followed by the list of figures as a whole. */
export function Figure({ term, words, label, href, icon: Icon, danger = false, children }: FigureProps) {
  return (
    <div className="min-w-0 xl:px-5 xl:first:pl-0">
      <dt className={`flex items-center gap-1.5 ${danger ? 'text-danger' : ''}`}>
        {Icon && <Icon size={15} strokeWidth={1.9} aria-hidden className="flex-none" />}
        {term}
      </dt>
      <dd>
        <a
          href={href}
          aria-label={label}
          className="block w-fit text-figure font-strong tracking-[-0.02em] text-ink tabular-nums no-underline hover:underline max-[1600px]:text-[1.25rem]"
        >
          {words}
        </a>
        <span className="text-micro">{children}</span>
      </dd>
    </div>
  )
}
