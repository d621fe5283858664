// Every behaviour that nobody has told us: the positions it may take (the first is the default), and the numbers behind it.
// Set by `POST /control/switches`; each is explained in the README beside this file.

export const POSITIONS = {
  limitOutOfRange: ['refuse', 'clamp'],
  pastTheEnd: ['empty-list', 'no-content'],
  rangeEnds: ['exclusive', 'inclusive'],
  rangeZone: ['utc', 'london'],
  cardRecordTypes: ['accepted', 'refused'],
  unknownFilterValue: ['refuse', 'matches-nothing'],
  unknownQuery: ['ignored', 'refused'],
  unknownId: ['not-found', 'bad-request', 'no-content'],
  errorBody: ['message', 'errors', 'text', 'string', 'html', 'empty'],
  contentType: ['unsupported', 'bad-request'],
  legacyIds: ['as-asked', 'new-with-legacy', 'new-only'],
  weeklyAfterHoliday: ['anchored', 'drift'],
  endDateCompare: ['nominal', 'moved'],
  planRemainder: ['earliest', 'last', 'first'],
  sameMonthWithStretch: ['honoured', 'ignored'],
  secondAfterEdit: ['next-month', 'same-month'],
  firstDateKept: ['as-given', 'rolled'],
  nearDates: ['move', 'refuse', 'keep'],
  editedRows: ['move', 'refuse', 'keep'],
  regenerationFloor: ['processing-days', 'notice-days'],
  zeroRowTaken: ['no-payment', 'payment-of-nought'],
  zeroRowCounts: ['as-row', 'not'],
  moreRows: ['accept', 'refuse'],
  doubledDates: ['accept', 'refuse'],
  afterLastEdited: ['continue', 'stop'],
  finished: ['active', 'inactive'],
  cardsOnNonBankingDays: ['move', 'keep'],
  unknownProperties: ['refuse', 'ignore'],
  inactiveUpdate: ['refuse', 'accept'],
  disableTwice: ['same-answer', 'refuse'],
  disableMetadata: ['absent', 'present'],
  integersInBodies: ['accepted', 'refused'],
  keyReused: ['replay', 'refuse', 'new'],
  doorRefusalsKept: ['no', 'yes'],
} as const

export const NUMBERS = {
  /** Counting today as the first. */
  processingDays: 3,
  /** London minutes since midnight. */
  cutOffMinutes: 1320,
  noticeDays: 10,
  rowsMade: 8,
  topUpBelow: 6,
  replayHours: 24,
  /** None when nought. */
  instalmentsMaximum: 0,
  /** None when nought. */
  requestsPerSecond: 0,
} as const

export const DAY_LISTS = ['extraHolidays', 'unknownHolidays'] as const

export type Switches = { -readonly [K in keyof typeof POSITIONS]: (typeof POSITIONS)[K][number] } & {
  -readonly [K in keyof typeof NUMBERS]: number
} & Record<(typeof DAY_LISTS)[number], string[]>

export function defaultSwitches(): Switches {
  const first = Object.fromEntries(Object.entries(POSITIONS).map(([name, positions]) => [name, positions[0]]))
  return { ...first, ...NUMBERS, extraHolidays: [], unknownHolidays: [] } as unknown as Switches
}

/** Sets the named switches; returns a sentence about the first that does not exist or cannot stand so, and then sets none. */
export function setSwitches(switches: Switches, wanted: Record<string, unknown>): string | null {
  for (const [name, value] of Object.entries(wanted)) {
    const fault = faultOf(name, value)
    if (fault) return fault
  }
  Object.assign(switches, wanted)
  return null
}

function faultOf(name: string, value: unknown): string | null {
  if (name in POSITIONS) {
    const positions: readonly unknown[] = POSITIONS[name as keyof typeof POSITIONS]
    return positions.includes(value) ? null : `${name} can be ${positions.join(', ')}`
  }
  if (name in NUMBERS)
    return Number.isInteger(value) && Number(value) >= 0 ? null : `${name} must be a whole number from nought`
  if ((DAY_LISTS as readonly string[]).includes(name)) {
    return Array.isArray(value) && value.every((day) => typeof day === 'string')
      ? null
      : `${name} must be a list of days`
  }
  return `there is no switch ${name}`
}
