// What a warning proposes for a schedule's payments, as one command for the editor. It is a proposal in a draft: nothing leaves
// until a person has looked at it and saved. Judged on the draft as it stands, so that a warning of an hour ago does no harm.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate, monthsLater } from '@/lib/calendar-date'
import { checkUpcoming } from './check'
import { type Draft, type DraftRow, draftPayments, isFixed, ruleFor, type Setting } from './draft'
import { applyCommand, type Command } from './draft-commands'
import type { Fix } from './fix-address'
import { dormantGap, shortGaps } from './gaps'
import type { Schedule } from './model'
import { offBankingDays } from './rule-differences'

type Desk = { schedule: Schedule; draft: Draft; setting: Setting }

const amountOf = ({ amount }: DraftRow) => amount ?? 0
const takingOn = ({ draft }: Desk, date: CalendarDate | null) =>
  draft.rows.filter((row) => row.date === date && amountOf(row) > 0)

/** The schedule as it would stand after a command. */
const after = ({ schedule, draft, setting }: Desk, command: Command): Schedule => ({
  ...schedule,
  upcoming: draftPayments(applyCommand(draft, command, setting)).payments,
})

/**
 * Where the rule would have one of the two, or else the later one as far away as the frequency asks for. A changed day leaves
 * one payment too many between its old round and its new one: then the earlier is left out, as SmarterPay would by a new next date.
 */
function apart(desk: Desk, date: CalendarDate | null): Command[] {
  const { schedule, draft, setting } = desk
  const payments = draftPayments(draft).payments
  const gap = shortGaps({ ...schedule, upcoming: payments }).find(({ second }) => second === date)
  if (!gap) return []
  const ends = [...takingOn(desk, gap.second), ...takingOn(desk, gap.first)]
  const byRule = ends.flatMap((row): Command[] => {
    const given = ruleFor(row, setting)
    return given && given.date !== row.date ? [{ kind: 'move', row: row.id, to: given.date }] : []
  })
  const { roll } = bankingCalendar(setting.c.extraHolidays)
  const stretch = schedule.collectionStretch ?? 1
  const away =
    schedule.collectionPeriod === 'weekly' ? addDays(gap.first, 7 * stretch) : monthsLater(gap.first, stretch)
  return [
    ...byRule,
    ...takingOn(desk, gap.second).map((row): Command => ({ kind: 'move', row: row.id, to: roll(away) })),
    ...ends.toReversed().map((row): Command => ({ kind: 'skip', rows: [row.id] })),
  ]
}

/** A skipped payment in the stretch taken after all, or else the one at its end brought forward. */
function alive(desk: Desk): Command[] {
  const { schedule, draft, setting } = desk
  const gap = dormantGap({ ...schedule, upcoming: draftPayments(draft).payments }, setting.c)
  if (!gap) return []
  const skipped = draft.rows.filter(
    (row) => amountOf(row) === 0 && row.date !== null && row.date > gap.from && row.date <= gap.to,
  )
  const { roll, addBankingDays } = bankingCalendar(setting.c.extraHolidays)
  const latest = monthsLater(gap.from, setting.c.dormancyRedMonths)
  const sooner = roll(latest) > latest ? addBankingDays(latest, -1) : latest
  return [
    ...skipped.map(({ id }): Command => ({ kind: 'restore', rows: [id] })),
    ...(skipped.length > 1 ? [{ kind: 'restore' as const, rows: skipped.map(({ id }) => id) }] : []),
    ...takingOn(desk, gap.to).map((row): Command => ({ kind: 'move', row: row.id, to: sooner })),
  ]
}

function candidates(desk: Desk, { kind, date }: Fix): Command[] {
  const { schedule, draft, setting } = desk
  switch (kind) {
    case 'short-gap':
      return apart(desk, date)
    case 'dormancy':
      return alive(desk)
    case 'double-take':
      return takingOn(desk, date).map(({ id }) => ({ kind: 'skip', rows: [id] }))
    case 'not-a-banking-day': {
      const off = offBankingDays({ ...schedule, upcoming: draftPayments(draft).payments }, setting.c)
      const likely = off.find((one) => one.date === date)?.likely
      return likely === undefined ? [] : takingOn(desk, date).map(({ id }) => ({ kind: 'move', row: id, to: likely }))
    }
  }
}

/** Whether the warning would be gone, with no other of its kind in its place. */
function mends(before: Schedule, now: Schedule, { kind, date }: Fix, { c }: Setting): boolean {
  switch (kind) {
    case 'short-gap':
      return shortGaps(now).length < shortGaps(before).length
    case 'dormancy':
      return dormantGap(now, c) === null
    case 'double-take':
      return (now.upcoming ?? []).every((row) => row.date !== date || row.amount === 0)
    case 'not-a-banking-day':
      return offBankingDays(now, c).length < offBankingDays(before, c).length
  }
}

/**
 * The command that does away with what a warning is about, and the day of the payment that it concerns; null where no single
 * one would, or where it could not be saved: then a person has to choose.
 */
export function fixCommand(
  fix: Fix,
  schedule: Schedule,
  draft: Draft,
  setting: Setting,
): { command: Command; row: string } | null {
  const desk: Desk = { schedule, draft, setting }
  const before: Schedule = { ...schedule, upcoming: draftPayments(draft).payments }
  for (const command of candidates(desk, fix)) {
    const ids = 'rows' in command ? command.rows : 'row' in command ? [command.row] : []
    const [row] = ids
    if (row === undefined || draft.rows.some((one) => ids.includes(one.id) && isFixed(one, setting))) continue
    const now = after(desk, command)
    const stops = checkUpcoming(schedule, now.upcoming ?? [], setting.c).some((finding) => finding.stops)
    if (!stops && mends(before, now, fix, setting)) return { command, row }
  }
  return null
}
