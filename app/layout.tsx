import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies, headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { earlyPresses } from '@/components/shell/early-presses'
import { readTheme, THEME_COOKIE } from '@/components/shell/theme'
import './globals.css'
import { Providers } from './providers'

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--font-inter',
})

export const metadata: Metadata = {
  title: { default: 'Quarterday', template: '%s – Quarterday' },
  description: 'Recurring payments held by SmarterPay Cloud',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f7' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1319' },
  ],
}

/** Made per request: the content security policy needs a fresh nonce, and the theme stands in the HTML so that nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en-GB" data-theme={theme === 'system' ? undefined : theme} className={inter.variable}>
      <head>
        <meta name="csp-nonce" nonce={nonce} />
      </head>
      <body>
        <Providers>{children}</Providers>
        {/* Behind the page: a script waits for the styles, and so would all that follows it. Before them nothing is on screen to press. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: earlyPresses }} />
      </body>
    </html>
  )
}
