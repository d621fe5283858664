import type { Metadata } from 'next'
import { buttonLook } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Not found' }

/** Every page carries this along in case, so it brings no script: a plain link, no icon. */
export default function NotFound() {
  return (
    <main id="main" className="flex min-h-dvh flex-col items-start justify-center gap-1 bg-surface px-6 sm:px-16">
      <h1 className="text-page font-strong">This page does not exist or you do not have access</h1>
      <p className="mb-3 text-ink-2">Check the address, or start from the list of schedules.</p>
      <a href="/schedules" className={buttonLook()}>
        Go to schedules
      </a>
    </main>
  )
}
