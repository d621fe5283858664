import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { Brand } from '@/components/shell/mark'
import { TargetStrip } from '@/components/shell/target'
import { Banner } from '@/components/ui/banner'
import { currentOperator } from '@/lib/server/auth'
import { circumstances } from '@/lib/server/clock'
import { env } from '@/lib/server/env'
import { FORM_TOKEN_HEADER } from '@/lib/server/page-headers'
import { returnPath } from '@/lib/server/return-path'
import { QuarterDays } from './quarter-days'
import { SignInForm } from './sign-in-form'
import { SingleSignOn } from './single-sign-on'
import { type SignInError, signInWords } from './words'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, error } = await searchParams
  const settings = env()
  const back = returnPath([callbackUrl].flat()[0], settings.NEXTAUTH_URL)
  if (await currentOperator()) redirect(back)
  const local = settings.LOCAL_ACCOUNTS === 'demo'
  const sso = settings.OIDC_ISSUER !== undefined
  const trouble = errorOf([error].flat()[0])
  return (
    <>
      <TargetStrip target={settings.SMARTERPAY_TARGET} />
      <main
        id="main"
        className="flex min-h-[calc(100dvh-var(--bar-target))] flex-col items-center bg-canvas px-5 pt-10 pb-7 md:justify-between"
      >
        <div className="w-full max-w-88 md:my-auto">
          <Brand />
          <h1 className="text-figure font-strong">Sign in</h1>
          <p className="mt-1 text-ink-2">Direct Debit and card schedules, on SmarterPay.</p>
          {local && (
            <SignInForm
              formToken={(await headers()).get(FORM_TOKEN_HEADER) ?? ''}
              callbackUrl={back}
              trouble={trouble}
            />
          )}
          {!local && trouble && (
            <div className="mt-6">
              <Banner tone="danger" live="alert">
                {signInWords[trouble]}
              </Banner>
            </div>
          )}
          {sso && <SingleSignOn callbackUrl={back} primary={!local} />}
          {(local || !sso) && (
            <div className="mt-6">
              <Banner>
                {local ? (
                  <span className="text-small">
                    Demo accounts: agent, finance, lead and admin at{' '}
                    <span className="whitespace-nowrap">quarterday.test</span>. The password is{' '}
                    <b className="font-strong">quarterday</b>.
                  </span>
                ) : (
                  'Nobody can sign in yet: neither single sign-on nor the demo accounts are set up.'
                )}
              </Banner>
            </div>
          )}
        </div>
        <QuarterDays today={circumstances().now.date} />
      </main>
    </>
  )
}

function errorOf(text: string | undefined): SignInError | undefined {
  if (text === undefined) return undefined
  if (text === 'CredentialsSignin') return 'wrong'
  if (text === 'Paused') return 'paused'
  return text === 'AccessDenied' ? 'no-access' : 'failed'
}
