// The same payments for every calendar: 520 over twelve months, ten in each week: three on Monday, Tuesday and Wednesday, one on
// Thursday, none on Friday, so that there is one that can be dragged and a day that takes it.
const FIRST_MONDAY = Date.UTC(2025, 5, 23)
const DAY_MS = 86_400_000
const A_WEEK = [3, 3, 3, 1]

export const MONTH = '2025-07'
export const FROM = '2025-07-10'
export const TO = '2025-07-11'

const dayAt = (days) => new Date(FIRST_MONDAY + days * DAY_MS).toISOString().slice(0, 10)

/** `{ id, date, pence }`, in order of date; amounts differ, so that no two of a day are the same. */
export const PAYMENTS = Array.from({ length: 52 }, (_, week) =>
  A_WEEK.flatMap((count, day) =>
    Array.from({ length: count }, (_, n) => ({ date: dayAt(week * 7 + day), pence: 2532 + n * 100 })),
  ),
)
  .flat()
  .map((payment, n) => ({ id: `pay-${n}`, ...payment }))

/** The one that is dragged. */
export const HELD = PAYMENTS.find(({ date }) => date === FROM)
