import { CalendarSync, History, type LucideIcon } from 'lucide-react'

/** `key`: what follows `g`. */
export type Place = { href: string; name: string; icon: LucideIcon; key: string }

/** The places of the product: only what is there to be opened. */
export const PLACES: readonly Place[] = [
  { href: '/schedules', name: 'Schedules', icon: CalendarSync, key: 's' },
  { href: '/activity', name: 'Activity', icon: History, key: 'a' },
]
