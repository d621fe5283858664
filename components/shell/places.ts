import { CalendarSync, ChartColumn, Eye, History, House, type LucideIcon } from 'lucide-react'
import { may, type Right, type Role } from '@/lib/roles'

/** `key`: what follows `g`. `right`: only those who hold it are led there. `ofBook`: it rests on a copy of the whole book. */
export type Place = { href: string; name: string; icon: LucideIcon; key: string; right?: Right; ofBook?: true }

export const WATCHLIST = '/watch'

/** The places of the product: only what is there to be opened. */
export const PLACES: readonly Place[] = [
  { href: '/', name: 'Today', icon: House, key: 't' },
  { href: '/schedules', name: 'Schedules', icon: CalendarSync, key: 's' },
  { href: '/collections', name: 'Upcoming collections', icon: ChartColumn, key: 'c', ofBook: true },
  { href: WATCHLIST, name: 'Watchlist', icon: Eye, key: 'w', right: 'watch:read', ofBook: true },
  { href: '/activity', name: 'Activity', icon: History, key: 'a' },
]

/**
 * Those that a person may go to; with no role known, those that everybody may. `bookRead`: the whole book has been read,
 * without which there is nothing to sum up.
 */
export const placesFor = (role: Role | null, bookRead: boolean): Place[] =>
  PLACES.filter(
    ({ right, ofBook }) => (right === undefined || (role !== null && may(role, right))) && (bookRead || !ofBook),
  )
