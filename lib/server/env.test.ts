import { describe, expect, it } from 'vitest'
import { parseEnvironment, smarterpayOrigin } from './env'

const SANDBOX = {
  SMARTERPAY_TARGET: 'sandbox',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  NEXTAUTH_SECRET: 'for tests alone: thirty-two bytes or more',
}
const SIGN_ON = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'quarterday', OIDC_CLIENT_SECRET: 'sesame' }
const LIVE = {
  ...SANDBOX,
  ...SIGN_ON,
  NODE_ENV: 'production',
  SMARTERPAY_TARGET: 'live',
  NEXTAUTH_URL: 'https://quarterday.example',
  SMARTERPAY_TOKEN: 'token',
}

describe('settings', () => {
  it('have defaults where there is one right answer', () => {
    expect(parseEnvironment(SANDBOX)).toMatchObject({
      SANDBOX_URL: 'http://127.0.0.1:4010',
      SMARTERPAY_TOKEN: 'sandbox',
      DATA_DIR: '.data',
      LOCAL_ACCOUNTS: 'off',
      NOTICE_DAYS: 10,
      PROCESSING_DAYS: 3,
      CUT_OFF: 22 * 60,
      SMARTERPAY_READ_TIMEOUT_MS: 8_000,
      SMARTERPAY_WRITE_TIMEOUT_MS: 15_000,
      RECONCILE_WINDOW_MS: 60_000,
      SYNC_INTERVAL_MS: 900_000,
      DORMANCY_AMBER_MONTHS: 10,
      DORMANCY_RED_MONTHS: 12,
    })
  })

  it('take an empty one for absent, save the keys of the webhook', () => {
    expect(parseEnvironment({ ...SANDBOX, NOTICE_DAYS: '', DATABASE_URL: '' })).toMatchObject({ NOTICE_DAYS: 10 })
    expect(() => parseEnvironment({ ...SANDBOX, WEBHOOK_KEYS: '' })).toThrow(/WEBHOOK_KEYS/)
  })

  it('let the target alone decide the host', () => {
    const hosts = [SANDBOX, { ...LIVE, SMARTERPAY_TARGET: 'uat' }, LIVE].map((raw) =>
      smarterpayOrigin(parseEnvironment(raw)),
    )
    expect(new Set(hosts).size).toBe(3)
    expect(hosts[0]).toBe('http://127.0.0.1:4010')
    for (const host of hosts.slice(1)) expect(host).toMatch(/^https:\/\//)
  })

  const BAD: [name: string, changes: Record<string, string | undefined>][] = [
    ['SMARTERPAY_TARGET', { SMARTERPAY_TARGET: undefined }],
    ['SMARTERPAY_TARGET', { SMARTERPAY_TARGET: 'production-zzz' }],
    ['SMARTERPAY_TARGET', { ...LIVE, NODE_ENV: 'development' }],
    ['SMARTERPAY_TOKEN', { ...LIVE, SMARTERPAY_TOKEN: undefined }],
    ['SMARTERPAY_TOKEN', { ...LIVE, SMARTERPAY_TOKEN: 'zzz with space' }],
    ['SANDBOX_URL', { SANDBOX_URL: 'http://zzz.example' }],
    ['SANDBOX_URL', { SANDBOX_URL: 'zzz' }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: undefined }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: 'zzz' }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: 'http://zzz.example' }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: 'https://zzz.example/app' }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: 'ftp://127.0.0.1/zzz' }],
    ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: undefined }],
    ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: 'zzz' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://zzz' }],
    ['LOCAL_ACCOUNTS', { LOCAL_ACCOUNTS: 'zzz' }],
    ['LOCAL_ACCOUNTS', { ...LIVE, LOCAL_ACCOUNTS: 'demo' }],
    ['OIDC_ISSUER', { ...LIVE, OIDC_ISSUER: undefined }],
    ['OIDC_ISSUER', { ...SIGN_ON, OIDC_ISSUER: 'zzz' }],
    ['OIDC_ISSUER', { ...SIGN_ON, OIDC_ISSUER: 'http://zzz.example' }],
    ['OIDC_CLIENT_SECRET', { ...SIGN_ON, OIDC_CLIENT_SECRET: undefined }],
    ['NOTICE_DAYS', { NOTICE_DAYS: 'zzz' }],
    ['NOTICE_DAYS', { NOTICE_DAYS: '-1' }],
    ['NOTICE_DAYS', { NOTICE_DAYS: '1.5' }],
    ['PROCESSING_DAYS', { PROCESSING_DAYS: '0' }],
    ['CUT_OFF', { CUT_OFF: '24:00' }],
    ['EXTRA_HOLIDAYS', { EXTRA_HOLIDAYS: '2026-02-30' }],
    ['SMARTERPAY_READ_TIMEOUT_MS', { SMARTERPAY_READ_TIMEOUT_MS: '99' }],
    ['SMARTERPAY_WRITE_TIMEOUT_MS', { SMARTERPAY_WRITE_TIMEOUT_MS: 'zzz' }],
    ['TODAY', { TODAY: '2026-02-30' }],
    ['TODAY', { TODAY: 'zzz' }],
    ['TODAY', { ...LIVE, TODAY: '2026-01-19' }],
    ['AGENT_LIMIT_PENCE', { AGENT_LIMIT_PENCE: '12.50' }],
    ['DORMANCY_AMBER_MONTHS', { DORMANCY_AMBER_MONTHS: '13' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'zzz' }],
    ['NODE_ENV', { NODE_ENV: 'zzz' }],
  ]
  it.each(BAD)('stop the start with one sentence that names %s and no value: %o', (name, changes) => {
    let message = ''
    try {
      parseEnvironment({ ...SANDBOX, ...changes })
    } catch (error) {
      message = error instanceof Error ? error.message : ''
    }
    expect(message).toMatch(new RegExp(`^The setting ${name} (?:is|must|may|goes|cannot)[^.]*\\b.*\\.$`))
    expect(message).not.toMatch(/zzz|Invalid|expected|received|\n/)
  })
})
