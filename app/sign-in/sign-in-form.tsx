'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button, TextButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { signIn } from '@/lib/queries/sign-in'
import { type SignInError, signInWords } from './words'

export type SignInFormProps = {
  formToken: string
  /** Path of our own to go to after. */
  callbackUrl: string
  trouble: SignInError | undefined
}

/** Works before its script has run, as a plain form; with it, a failure keeps what was typed. */
export function SignInForm({ formToken, callbackUrl, trouble }: SignInFormProps) {
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState(trouble)
  const email = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)

  // Unless somebody is typing already.
  useEffect(() => {
    if (document.activeElement === document.body) email.current?.focus()
  }, [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const fields = new FormData(event.currentTarget)
    const given = { email: String(fields.get('email')), password: String(fields.get('password')), callbackUrl }
    setBusy(true)
    setError(undefined)
    try {
      const outcome = await signIn(given)
      if (outcome.done) return location.assign(outcome.to)
      setError(outcome.why)
      password.current?.select()
    } catch {
      setError('unreachable')
    }
    setBusy(false)
  }

  return (
    <form method="post" action="/api/auth/callback/credentials" onSubmit={submit} aria-busy={busy} className="mt-4">
      <input type="hidden" name="csrfToken" value={formToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {error && (
        <div className="mb-4">
          <Banner tone="danger" live="alert">
            {signInWords[error]}
          </Banner>
        </div>
      )}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={254}
        touch
        ref={email}
      />
      <div className="relative mt-4">
        <TextField
          label="Password"
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          required
          maxLength={200}
          touch
          ref={password}
        />
        <TextButton className="absolute -top-0.75 right-0 text-small" onClick={() => setShown(!shown)}>
          {shown ? 'Hide password' : 'Show password'}
        </TextButton>
      </div>
      <Button type="submit" variant="primary" size="large" blocked={busy} className="mt-6 w-full">
        {busy ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  )
}
