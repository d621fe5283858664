import 'server-only'
import { z } from 'zod'
import { parseDate } from '@/lib/calendar-date'
import { calendarDate } from '@/lib/schemas'

// The environment is read here and nowhere else, once; a bad or missing setting stops the start with one sentence that names it.

const LIVE_HOST = 'https://api.smarterpaycloud.com'
const UAT_HOST = 'https://uatapi.smarterpaycloud.com'

/** A whole number, given in digits alone. */
const whole = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(min, message).max(max, message))
}
const ms = (standard: number) => whole(100, 86_400_000).default(standard)
const list = z.string().transform((text) => text.split(',').map((part) => part.trim()))
const listOf = <T extends z.ZodType<unknown, string>>(part: T, message: string) =>
  list.refine((parts) => parts.every((one) => part.safeParse(one).success), message).pipe(z.array(part))

const isLoopback = ({ hostname }: URL) => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
const isSafe = (url: URL) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))

/** An address as a URL that passes `fits`. */
const address = (message: string, fits: (url: URL) => boolean) =>
  z.string('is missing').refine((text) => URL.canParse(text) && fits(new URL(text)), message)

const loopback = address(
  'must be an address on this machine, such as http://127.0.0.1:4010',
  (url) => ['http:', 'https:'].includes(url.protocol) && isLoopback(url),
)
  .transform((text) => new URL(text).origin)
  .default('http://127.0.0.1:4010')

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:00')
const toMinutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/** A fixed London day for tests; without a time it is nine in the morning. */
const fixedDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/, 'must be YYYY-MM-DD or YYYY-MM-DDTHH:MM')
  .transform((text, context) => {
    const date = parseDate(text.slice(0, 10))
    if (date) return { date, minutes: toMinutes(text.slice(11) || '09:00') }
    context.addIssue({ code: 'custom', message: 'must be a day that exists' })
    return z.NEVER
  })

const secret = z.string('is missing').refine((text) => Buffer.byteLength(text) >= 32, 'must have at least 32 bytes')

const shared = {
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('development'),
  NEXTAUTH_URL: address(
    'must be the address of this dashboard without a path: https, or http on this machine',
    (url) => isSafe(url) && ['/', '/api/auth'].includes(url.pathname),
  ).transform((text) => new URL(text).origin),
  NEXTAUTH_SECRET: secret,
  /** Addresses of proxies of ours, whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: listOf(z.union([z.ipv4(), z.ipv6()]), 'must be a list of IP addresses').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  LOCAL_ACCOUNTS: z.enum(['demo', 'off'], 'must be demo, or absent').default('off'),
  OIDC_ISSUER: address('must be an https address', isSafe).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_ROLE_CLAIM: z.string().min(1).default('role'),
  NOTICE_DAYS: whole(0, 60).default(10),
  PROCESSING_DAYS: whole(1, 60).default(3),
  CUT_OFF: clockTime.default('22:00').transform(toMinutes),
  EXTRA_HOLIDAYS: list
    .refine((days) => days.every((text) => parseDate(text) !== null), 'must be a list of days such as 2026-06-08')
    .pipe(z.array(calendarDate))
    .optional(),
  SMARTERPAY_READ_TIMEOUT_MS: ms(8_000),
  SMARTERPAY_WRITE_TIMEOUT_MS: ms(15_000),
  RECONCILE_WINDOW_MS: ms(60_000),
  SYNC_INTERVAL_MS: ms(900_000),
  /** off: no copy of the whole book is kept, and lists are read from SmarterPay. */
  INDEX: z.enum(['on', 'off'], 'must be on or off').default('on'),
  WEBHOOK_KEYS: list
    .refine((keys) => keys.every((key) => key !== ''), 'must hold at least one key, and none that is empty')
    .optional(),
  AGENT_LIMIT_PENCE: whole(0, 999_999_999).optional(),
  DORMANCY_AMBER_MONTHS: whole(0, 60).default(10),
  DORMANCY_RED_MONTHS: whole(0, 60).default(12),
}

const token = z.string('is missing').regex(/^[\x21-\x7e]+$/, 'must be a token: no spaces, plain characters')

const environment = z
  .discriminatedUnion(
    'SMARTERPAY_TARGET',
    [
      z.object({
        ...shared,
        SMARTERPAY_TARGET: z.literal('sandbox'),
        SANDBOX_URL: loopback,
        SMARTERPAY_TOKEN: token.default('sandbox'),
        TODAY: fixedDay.optional(),
      }),
      z.object({ ...shared, SMARTERPAY_TARGET: z.literal('uat'), SMARTERPAY_TOKEN: token }),
      z.object({ ...shared, SMARTERPAY_TARGET: z.literal('live'), SMARTERPAY_TOKEN: token }),
    ],
    'must be sandbox, uat or live',
  )
  .superRefine((settings, context) => {
    const fault = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
    const real = settings.SMARTERPAY_TARGET !== 'sandbox'
    if (settings.SMARTERPAY_TARGET === 'live' && settings.NODE_ENV !== 'production')
      fault('SMARTERPAY_TARGET', 'may be live only with NODE_ENV=production')
    if (real && settings.LOCAL_ACCOUNTS === 'demo') fault('LOCAL_ACCOUNTS', 'may be demo with the sandbox target only')
    const signOn = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
    const given = signOn.filter((name) => settings[name] !== undefined)
    const missing = signOn.find((name) => settings[name] === undefined)
    if (missing && (given.length > 0 || real))
      fault(missing, real ? 'is missing: without single sign-on nobody could sign in' : `is missing beside ${given[0]}`)
    if (settings.DORMANCY_AMBER_MONTHS > settings.DORMANCY_RED_MONTHS)
      fault('DORMANCY_AMBER_MONTHS', 'must not be more than DORMANCY_RED_MONTHS')
  })

export type Environment = z.infer<typeof environment>

/** Settings from raw text. Throws one sentence that names the first setting at fault, and never its value. */
export function parseEnvironment(raw: Record<string, string | undefined>): Environment {
  const named = Object.fromEntries(
    Object.entries(raw).filter(([name, value]) => value !== undefined && (value !== '' || name === 'WEBHOOK_KEYS')),
  )
  if (raw.SMARTERPAY_TARGET !== 'sandbox' && raw.TODAY)
    throw new Error('The setting TODAY goes with the sandbox target only.')
  const result = environment.safeParse(named)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(`The setting ${String(issue?.path[0] ?? 'SMARTERPAY_TARGET')} ${issue?.message ?? 'cannot be read'}.`)
}

let parsed: Environment | undefined
/** The settings of this process. */
export const env = (): Environment => {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** Origin of SmarterPay; the target alone decides it, so that no token goes to the wrong host. */
export function smarterpayOrigin(settings: Environment): string {
  if (settings.SMARTERPAY_TARGET === 'sandbox') return settings.SANDBOX_URL
  return settings.SMARTERPAY_TARGET === 'uat' ? UAT_HOST : LIVE_HOST
}
