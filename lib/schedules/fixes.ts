// What a warning proposes for a schedule's payments, as commands for the editor. It is a proposal in a draft: nothing leaves
// until a person has looked at it and saved. Judged on the draft as it stands, so that a warning of an hour ago does no harm.
import { bankingCalendar } from '@/lib/banking-days/calendar'
import { addDays, type CalendarDate, monthsLater } from '@/lib/calendar-date'
import { checkUpcoming } from './check'
import { type Draft, type DraftRow, draftPayments, isFixed, ruleFor, type Setting } from './draft'
import { applyCommand, type Command } from './draft-commands'
import type { Fix } from './fix-address'
import { type LongGap, longGaps, shortGaps } from './gaps'
import type { Schedule } from './model'
import { offBankingDays } from './rule-differences'

type Desk = { schedule: Schedule; draft: Draft; setting: Setting }

const amountOf = ({ amount }: DraftRow) => amount ?? 0
const takingOn = ({ draft }: Desk, date: CalendarDate | null) =>
  draft.rows.filter((row) => row.date === date && amountOf(row) > 0)

/** The schedule as it would stand after the commands. */
const after = ({ schedule, draft, setting }: Desk, commands: readonly Command[]): Schedule => ({
  ...schedule,
  upcoming: draftPayments(commands.reduce((now, command) => applyCommand(now, command, setting), draft)).payments,
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

const gapMonths = ({ kind }: Fix, { c }: Setting) =>
  kind === 'dormancy-amber' ? c.dormancyAmberMonths : c.dormancyRedMonths

/** The stretch that a warning of dormancy is about; the first one where it names none of them. */
function gapOf(schedule: Schedule, fix: Fix, setting: Setting): LongGap | null {
  const gaps = longGaps(schedule, gapMonths(fix, setting), setting.c)
  return gaps.find(({ to }) => to === fix.date) ?? gaps[0] ?? null
}

/** A skipped payment in the stretch taken after all, or else the one at its end brought forward. */
function alive(desk: Desk, fix: Fix): Command[] {
  const { schedule, draft, setting } = desk
  const gap = gapOf({ ...schedule, upcoming: draftPayments(draft).payments }, fix, setting)
  if (!gap) return []
  const skipped = draft.rows.filter(
    (row) => amountOf(row) === 0 && row.date !== null && row.date > gap.from && row.date <= gap.to,
  )
  const { roll, addBankingDays } = bankingCalendar(setting.c.extraHolidays)
  const latest = monthsLater(gap.from, gapMonths(fix, setting))
  const sooner = roll(latest) > latest ? addBankingDays(latest, -1) : latest
  return [
    ...skipped.map(({ id }): Command => ({ kind: 'restore', rows: [id] })),
    ...(skipped.length > 1 ? [{ kind: 'restore' as const, rows: skipped.map(({ id }) => id) }] : []),
    ...takingOn(desk, gap.to).map((row): Command => ({ kind: 'move', row: row.id, to: sooner })),
  ]
}

/** Left out; what a plan would lack then goes to its other instalments. */
const once = (desk: Desk, date: CalendarDate | null): Command[][] =>
  takingOn(desk, date).map(({ id }) => [
    { kind: 'skip', rows: [id] },
    ...(desk.setting.kind === 'plan' ? [{ kind: 'spread' as const, to: 'rest' as const, after: null }] : []),
  ])

const each = (commands: Command[]): Command[][] => commands.map((command) => [command])

/** What might mend it, the best first. None where what the warning is about is not there any more. */
function candidates(desk: Desk, fix: Fix): Command[][] {
  const { schedule, draft, setting } = desk
  const { kind, date } = fix
  switch (kind) {
    case 'short-gap':
      return each(apart(desk, date))
    case 'dormancy':
    case 'dormancy-amber':
      return each(alive(desk, fix))
    case 'double-take':
      return once(desk, date)
    case 'not-a-banking-day': {
      const off = offBankingDays({ ...schedule, upcoming: draftPayments(draft).payments }, setting.c)
      const likely = off.find((one) => one.date === date)?.likely
      if (likely === undefined) return []
      return each(takingOn(desk, date).map(({ id }) => ({ kind: 'move', row: id, to: likely })))
    }
  }
}

/** Whether the warning would be gone, with no other of its kind in its place. */
function mends(before: Schedule, now: Schedule, fix: Fix, setting: Setting): boolean {
  switch (fix.kind) {
    case 'short-gap':
      return shortGaps(now).length < shortGaps(before).length
    case 'dormancy':
    case 'dormancy-amber': {
      const gaps = (schedule: Schedule) => longGaps(schedule, gapMonths(fix, setting), setting.c).length
      return gaps(now) < gaps(before)
    }
    case 'double-take':
      return (now.upcoming ?? []).every((row) => row.date !== fix.date || row.amount === 0)
    case 'not-a-banking-day':
      return offBankingDays(now, setting.c).length < offBankingDays(before, setting.c).length
  }
}

/** The rows that a command is given by name. */
const namedRows = (command: Command): readonly string[] =>
  'rows' in command ? command.rows : 'row' in command ? [command.row] : []

export type Proposal =
  /** One after the other; `row` is the one that the warning is about. */
  | { commands: Command[]; row: string }
  /** `gone`: it is not so any more. `too-late`: only Locked payments could mend it, the first of them on `date`. `choose`: a person has to. */
  | { none: 'gone' | 'choose' }
  | { none: 'too-late'; date: CalendarDate }

/** The commands that do away with what a warning is about and could be saved, or why there are none. */
export function proposeFix(fix: Fix, schedule: Schedule, draft: Draft, setting: Setting): Proposal {
  const desk: Desk = { schedule, draft, setting }
  const before: Schedule = { ...schedule, upcoming: draftPayments(draft).payments }
  const found = candidates(desk, fix)
  let late: CalendarDate | null = null
  for (const commands of found) {
    const ids = commands.flatMap(namedRows)
    const fixed = draft.rows.find((row) => ids.includes(row.id) && isFixed(row, setting))
    if (fixed) {
      late ??= fixed.date
      continue
    }
    const now = after(desk, commands)
    const stops = checkUpcoming(schedule, now.upcoming ?? [], setting.c).some((finding) => finding.stops)
    const [row] = ids
    if (row !== undefined && !stops && mends(before, now, fix, setting)) return { commands, row }
  }
  if (found.length === 0) return { none: 'gone' }
  return late === null ? { none: 'choose' } : { none: 'too-late', date: late }
}
