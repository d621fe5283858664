'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useBookRead, useRole } from '@/components/ui/reader-role'
import { formatCount } from '@/lib/count'
import { watchCountsQuery } from '@/lib/queries/watch-counts'
import { placesFor, WATCHLIST } from './places'

/** Links to the places of the product. `narrow` shows icons alone below 1400 px, with the name under pointer and focus. */
export function Navigation({ narrow = false, onLeave }: { narrow?: boolean; onLeave?: () => void }) {
  const path = usePathname()
  const places = placesFor(useRole(), useBookRead())
  const watches = places.some(({ href }) => href === WATCHLIST)
  const counts = useQuery({ ...watchCountsQuery, enabled: watches, retry: false })
  const waiting = Object.values(counts.data ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <nav aria-label="Main">
      <ul className="flex flex-col gap-px">
        {places.map(({ href, name, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={path === href ? 'page' : href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined}
              onClick={() => onLeave?.()}
              className="group relative flex h-8 items-center gap-2.5 rounded-control px-2 text-[0.84375rem] font-medium text-ink-2 no-underline before:absolute before:inset-y-[7px] before:-left-2 before:hidden before:w-[3px] before:rounded-r-[2px] before:bg-accent hover:bg-hover hover:no-underline aria-[current]:bg-press aria-[current]:font-strong aria-[current]:text-ink aria-[current]:before:block forced-colors:aria-[current]:before:bg-[Highlight] aria-[current]:[&>svg]:text-accent max-sm:h-11 max-sm:text-lead sm:max-xl:justify-center"
            >
              <Icon size={17} strokeWidth={1.9} aria-hidden className="flex-none" />
              <span
                className={
                  narrow
                    ? 'max-xl:floating max-xl:pointer-events-none max-xl:absolute max-xl:left-full max-xl:ml-3 max-xl:rounded-control max-xl:px-2.5 max-xl:py-1.5 max-xl:whitespace-nowrap max-xl:text-small max-xl:text-ink max-xl:opacity-0 max-xl:shadow-float max-xl:group-hover:opacity-100 max-xl:group-focus-visible:opacity-100'
                    : ''
                }
              >
                {name}
                {href === WATCHLIST && waiting > 0 && (
                  <>
                    <span className="sr-only">, {formatCount(waiting)} waiting</span>
                    <span
                      aria-hidden
                      className={`ml-2 hidden text-micro tabular-nums ${narrow ? 'max-xl:inline' : ''}`}
                    >
                      {formatCount(waiting)}
                    </span>
                  </>
                )}
              </span>
              {href === WATCHLIST && waiting > 0 && (
                <span
                  aria-hidden
                  className={`ml-auto text-micro font-medium text-ink-3 tabular-nums ${narrow ? 'max-xl:hidden' : ''}`}
                >
                  {formatCount(waiting)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
