import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { environmentWith, freePort, start } from './processes.mjs'

const folder = mkdtempSync(join(tmpdir(), 'quarterday-processes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function program(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('a program that a script starts', () => {
  const endless = program('endless.mjs', 'console.log(process.pid); setInterval(() => {}, 1000)')

  it('ends when the script is killed and can do nothing about it any more', async () => {
    const from = fileURLToPath(new URL('./processes.mjs', import.meta.url))
    const starter = program(
      'starter.mjs',
      `import { start } from ${JSON.stringify(from)}
       start(${JSON.stringify(endless)}, [], { env: process.env, log: process.stdout })`,
    )
    const script = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'inherit'] })
    const pid = await new Promise<number>((resolve) => script.stdout.once('data', (text) => resolve(Number(text))))
    expect(isAlive(pid)).toBe(true)
    script.kill('SIGKILL')
    try {
      await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000)
    } finally {
      if (isAlive(pid)) process.kill(pid)
    }
  })

  it('ends when asked, and what it said is kept', async () => {
    const running = start(endless, [], { env: process.env })
    await vi.waitFor(() => expect(running.output().trim()).toBe(String(running.pid)), 5_000)
    await running.end()
    expect(isAlive(running.pid ?? 0)).toBe(false)
  })
})

describe('the environment of a demo or a test', () => {
  it('takes no setting of the dashboard from outside', () => {
    vi.stubEnv('SMARTERPAY_TARGET', 'live')
    vi.stubEnv('SMARTERPAY_TOKEN', 'a real one')
    vi.stubEnv('DATABASE_URL', 'postgres://real')
    vi.stubEnv('HOSTNAME', 'a container')
    const env: Record<string, string | undefined> = environmentWith({ SMARTERPAY_TARGET: 'sandbox' })
    vi.unstubAllEnvs()
    expect(env.SMARTERPAY_TARGET).toBe('sandbox')
    expect(env).not.toHaveProperty('SMARTERPAY_TOKEN')
    expect(env).not.toHaveProperty('DATABASE_URL')
    expect(env).not.toHaveProperty('HOSTNAME')
    expect(env.PATH).toBe(process.env.PATH)
  })
})

describe('a free port', () => {
  it('is the next one where the wished one is taken', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
    const found = await freePort(port)
    taken.close()
    expect(found).not.toBe(port)
    expect(found).toBeGreaterThan(0)
  })
})
