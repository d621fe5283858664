// An amount that an agent or a lead has typed for July and not sent: where scenes of saving begin.
import { type Editor, JULY, listWith } from './editor'
import { aPayer, aSchedule } from './records'
import type { Sandbox } from './sandbox'

/** SmarterPay's list before that change, and once it is saved. */
export const OLD = listWith({})
export const MINE = listWith({ '2025-07-21': 4000 })

/** Plants a schedule whose next write meets a fault, and types £40.00 for July. */
export async function typedForJuly(
  editor: Editor,
  sandbox: Sandbox,
  fault?: string,
  params: Record<string, unknown> = {},
) {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule], ...aPayer(schedule) })
  if (fault) await sandbox.faults([{ match: { method: 'PUT', id: schedule.id }, fault, times: 1, params }])
  await editor.open(schedule)
  await editor.type(editor.amount(JULY), '40')
  return schedule
}
