import { SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main id="main" className="flex min-h-dvh flex-col items-start justify-center gap-1 bg-surface px-6 sm:px-16">
      <SearchX size={22} strokeWidth={1.9} aria-hidden className="mb-2 text-ink-2" />
      <h1 className="text-page font-strong">This page does not exist or you do not have access</h1>
      <p className="mb-3 text-ink-2">Check the address, or start from the list of schedules.</p>
      <LinkButton href="/schedules" prefetch={false}>
        Go to schedules
      </LinkButton>
    </main>
  )
}
