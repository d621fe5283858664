// The shapes of what browser and BFF say to each other about changing schedules: the bodies of writes, and what comes back.
// Their types are in changes.ts.
import * as z from 'zod/mini'
import { calendarDate, pence } from '@/lib/schemas'
import { ACTIONS, CHANGE_STATES, NOTE_LENGTH, REASONS, type Reason } from './changes'
import { asOf, basis, collectionDay, schedule, scheduleId, upcomingPayment } from './schemas'

const note = z.string().check(z.maxLength(NOTE_LENGTH, `At most ${NOTE_LENGTH} characters.`))
/** Why a person makes a change. `agreed`: it was read to the payer, who agreed. */
export const why = {
  reason: z.enum(REASONS, `Choose a reason: ${REASONS.join(', ')}.`),
  note: z.optional(note),
  agreed: z.optional(z.boolean()),
}
const noteWithOther = z.refine<{ reason?: Reason | undefined; note?: string | undefined }>(
  (body) => body.reason !== 'other' || !!body.note?.trim(),
  { path: ['note'], error: 'Say what the reason is.' },
)

const positive = pence.check(z.minimum(1, 'More than £0.00.'))
const stretch = z.int('A whole number.').check(z.minimum(1, 'At least 1.'), z.maximum(999, 'At most 999.'))
const instalments = z.int('A whole number.').check(z.minimum(1, 'At least 1.'), z.maximum(2000, 'At most 2,000.'))

/** A row of a body: a name that we do not know in it may be meant to do something. */
const wantedPayment = z.strictObject(upcomingPayment.shape)

/** The whole list of upcoming payments, as it shall be. */
export const replaceUpcoming = z
  .strictObject({ basis, payments: z.array(wantedPayment).check(z.maxLength(2000)), ...why })
  .check(noteWithOther)

/** What SmarterPay lets change of a rule; only the parts that change are sent. `endDate` null clears it. */
export const terms = z.strictObject({
  amount: z.optional(positive),
  collectionDay: z.optional(collectionDay),
  collectionStretch: z.optional(stretch),
  endDate: z.optional(z.nullable(calendarDate)),
  firstCollectionAmount: z.optional(pence),
  firstCollectionDate: z.optional(calendarDate),
  nextCollectionDate: z.optional(calendarDate),
  instalments: z.optional(instalments),
  firstTwoInSameMonth: z.optional(z.boolean()),
})

export const amendSchedule = z
  .strictObject({
    basis,
    terms: terms.check(z.refine((parts) => Object.keys(parts).length > 0, 'Change at least one part.')),
    ...why,
  })
  .check(noteWithOther)

export const disableSchedule = z.strictObject({ basis, ...why }).check(noteWithOther)

const line = (max: number) => z.string().check(z.maxLength(max, `At most ${max} characters.`))
const auddis = z
  .string()
  .check(z.regex(/^[A-Z0-9/\-.& ]{1,18}$/, 'A mandate reference has 1 to 18 of A-Z, 0-9, / - . & and space.'))

/** The four variants of SmarterPay's POST share these. */
const everyNew = {
  amount: positive,
  collectionPeriod: z.enum(['monthly', 'weekly'], 'Monthly or weekly.'),
  collectionDay: z.optional(z.nullable(collectionDay)),
  collectionStretch: stretch,
  startDate: calendarDate,
  firstCollectionDate: z.optional(z.nullable(calendarDate)),
  endDate: z.optional(z.nullable(calendarDate)),
  firstTwoInSameMonth: z.optional(z.boolean()),
  description: line(44).check(z.refine((text) => text.trim().length > 0, 'Give a description.')),
  customReference: z.optional(z.nullable(line(50))),
  metadata: z.optional(z.nullable(line(1000))),
  reason: z.optional(why.reason),
  note: why.note,
  agreed: why.agreed,
  /** The person saw the schedule that looks alike, and wants this one too. */
  evenIfAlike: z.optional(z.boolean()),
  /** The disabled schedule that this one is made in place of: kept in our records, not sent to SmarterPay. */
  recreates: z.optional(scheduleId),
}
const ongoing = { kind: z.literal('ongoing'), firstCollectionAmount: positive }
const plan = { kind: z.literal('plan'), instalments }
const directDebit = { method: z.literal('direct-debit'), auddis }
const card = { method: z.literal('card'), cardId: scheduleId }

const NO_METHOD = 'Choose a method: direct-debit or card.'

export const newSchedule = z
  .discriminatedUnion(
    'kind',
    [
      z.discriminatedUnion(
        'method',
        [
          z.strictObject({ ...everyNew, ...ongoing, ...directDebit }),
          z.strictObject({ ...everyNew, ...ongoing, ...card }),
        ],
        NO_METHOD,
      ),
      z.discriminatedUnion(
        'method',
        [z.strictObject({ ...everyNew, ...plan, ...directDebit }), z.strictObject({ ...everyNew, ...plan, ...card })],
        NO_METHOD,
      ),
    ],
    'Choose a kind: ongoing or plan.',
  )
  .check(
    noteWithOther,
    z.refine((body) => body.collectionPeriod === 'weekly' || body.collectionDay != null, {
      path: ['collectionDay'],
      error: 'Choose a day from 1 to 28, or the last day.',
    }),
  )

export const changeState = z.enum(CHANGE_STATES)
export const action = z.enum(ACTIONS)

/** A part of the schedule that holds another value than was wanted; `date` where it is one upcoming payment. */
export const difference = z.object({
  part: z.string(),
  date: z.optional(calendarDate),
  wanted: z.unknown(),
  got: z.unknown(),
})

/** One change as anybody may see it who may see its schedule. Instants in UTC. */
export const change = z.object({
  id: z.string(),
  state: changeState,
  action,
  schedule: z.nullable(z.string()),
  person: z.string(),
  /** False: SmarterPay already held what was wanted. */
  sent: z.boolean(),
  at: asOf,
  sentAt: z.nullable(asOf),
  endedAt: z.nullable(asOf),
  /** SmarterPay's words where it refused. */
  reason: z.nullable(z.string()),
})

export const changeAnswer = z.object({
  change,
  schedule,
  basis,
  differences: z.array(difference),
})

/** What is known of a change; `answer` is what its sender was told, once it has ended; `before` is what stood when it was sent. */
export const changeStanding = z.object({
  change,
  answer: z.catch(z.optional(changeAnswer), undefined),
  before: z.catch(z.optional(z.nullable(schedule)), undefined),
})

export const resolveChange = z.strictObject({
  outcome: z.enum(['applied', 'not-applied'], 'Applied or not-applied.'),
  note: note.check(z.refine((text) => text.trim().length > 0, 'Say how you know.')),
})

/** A second try says nothing of its own: what was confirmed is tried as it stands in the records. */
export const tryAgain = z.optional(z.strictObject({}))
