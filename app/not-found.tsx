import type { Metadata } from 'next'
import { Brand } from '@/components/shell/mark'
import { buttonLook } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Not found' }

/** Every page carries this along in case, so it brings no script: a plain link. */
export default function NotFound() {
  return (
    <main id="main" className="flex min-h-dvh items-center justify-center bg-surface px-6 pb-[12vh]">
      <div className="w-full max-w-xl">
        <Brand />
        <h1 className="text-page font-strong">This page does not exist or you do not have access</h1>
        <p className="mt-1 mb-4 text-ink-2">Check the address, or start from the list of schedules.</p>
        <a href="/schedules" className={buttonLook()}>
          Go to schedules
        </a>
      </div>
    </main>
  )
}
