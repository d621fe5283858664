// The two programs that a worker tests against: a sandbox of its own and the built dashboard over it, on free ports.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { environmentWith, ROOT } from '../scripts/processes.mjs'
import { dashboardSettings, startDashboard, startSandbox } from '../scripts/servers.mjs'
import { Sandbox } from './sandbox'

const PEOPLE = join(ROOT, 'scripts/people.mjs')
const SECRET = 'for tests alone: thirty-two bytes or more'

/** The day that tests stand on unless they say otherwise: a Thursday, 14:32 in London. */
export const TODAY = '2025-06-05T14:32'

export type Settings = {
  /** Schedules in the sandbox's book; 2,500 without. */
  size?: number
  /** A sandbox without any schedule. */
  empty?: boolean
  /** London's day for both programs; `null`: the real one. */
  today?: string | null
  /**
   * The dashboard keeps an index of the book. Off unless a test is about it: what a test plants is there for SmarterPay's list
   * at once, and for the index after its next pass alone.
   */
  index?: boolean
  /** Further settings of the dashboard. */
  dashboard?: Record<string, string>
  /** The dashboard looks for SmarterPay where nobody listens. */
  nobodyThere?: boolean
}

export type House = {
  /** Where the dashboard answers. */
  url: string
  sandbox: Sandbox
  /** What the dashboard has written to its log so far. */
  log: () => string
  /** Ends the dashboard, gives a person another role as whoever runs it does, and starts it again at the same address. */
  giveRole: (email: string, role: string) => Promise<void>
  close: () => Promise<void>
}

/** Opens a house; it ends with `close`, and in any case with the process that opened it. */
export async function openHouse({
  today = TODAY,
  index = false,
  dashboard = {},
  nobodyThere,
  empty,
  size,
}: Settings): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-e2e-'))
  const day = today ? { TODAY: today } : {}
  const sandbox = await startSandbox({
    settings: { ...day, ...(size !== undefined && { SANDBOX_SIZE: String(size) }) },
  })
  try {
    const start = (wishedPort = 0) =>
      startDashboard({
        sandboxUrl: nobodyThere ? 'http://127.0.0.1:1' : sandbox.url,
        dataFolder: folder,
        secret: SECRET,
        wishedPort,
        settings: { ...day, INDEX: index ? 'on' : 'off', ...dashboard },
      })
    let app = await start()
    const control = new Sandbox(sandbox.url)
    if (empty) await control.reset({ empty: true })
    return {
      url: app.url,
      sandbox: control,
      log: () => app.output(),
      giveRole: async (email, role) => {
        await app.end()
        const settings = dashboardSettings({
          url: app.url,
          sandboxUrl: sandbox.url,
          dataFolder: folder,
          secret: SECRET,
        })
        await promisify(execFile)(process.execPath, [PEOPLE, email, role], {
          cwd: ROOT,
          env: environmentWith(settings),
        })
        app = await start(Number(new URL(app.url).port))
      },
      close: async () => {
        await Promise.all([app.end(), sandbox.end()])
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await sandbox.end()
    throw error
  }
}
