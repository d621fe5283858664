export type SignInError = 'wrong' | 'paused' | 'no-access' | 'failed' | 'unreachable'

/** What a person reads when signing in did not work. */
export const signInWords: Record<SignInError, string> = {
  wrong: 'Email or password is not right.',
  paused: 'Too many failed tries. Signing in is paused for 15 minutes.',
  'no-access': 'You are known, but have no access here. Ask an administrator for a role.',
  failed: 'Signing in did not work. Try again.',
  unreachable: 'Quarterday cannot be reached. Check your connection and try again.',
}
