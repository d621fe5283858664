'use client'

import './globals.css'
import PageError from './error'

/** The layout itself broke, so this brings its own page. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Something went wrong – Quarterday</title>
        <PageError {...props} />
      </body>
    </html>
  )
}
