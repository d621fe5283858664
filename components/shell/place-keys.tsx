'use client'

import { useShortcut } from '@/components/shortcuts'
import { useBookRead, useRole } from '@/components/ui/reader-role'
import { type Place, placesFor } from './places'

/** `g` and a letter lead to each place of the navigation, by its own link: a page with unsaved typing can ask first. */
export function PlaceKeys() {
  return placesFor(useRole(), useBookRead()).map((place) => <PlaceKey key={place.href} place={place} />)
}

function PlaceKey({ place: { href, name, key } }: { place: Place }) {
  useShortcut(`g ${key}`, `Go to ${name}`, () =>
    document.querySelector<HTMLElement>(`nav[aria-label="Main"] a[href="${href}"]`)?.click(),
  )
  return null
}
