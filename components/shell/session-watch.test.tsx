import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SessionWatch } from './session-watch'

const MINUTE = 60_000
const START = Date.parse('2025-06-05T13:00:00Z')
const server = vi.hoisted(() => ({ ends: 0 as number | null | undefined, stays: vi.fn() }))
vi.mock('@/lib/queries/sign-in', () => ({
  sessionEnds: () => (server.ends === undefined ? Promise.reject(new Error('offline')) : Promise.resolve(server.ends)),
  stayAwake: () => {
    server.stays()
    return Promise.resolve()
  },
  csrfToken: () => Promise.resolve('token'),
}))

beforeEach(() => {
  vi.useFakeTimers({ now: START + 7 * MINUTE })
  server.stays.mockClear()
  // happy-dom has no modal dialogs of its own everywhere.
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    this.open = true
  }
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const dialog = () => screen.queryByRole('dialog', { name: 'You will be signed out in 2 minutes' })
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
/** The browser's clock is seven minutes ahead of the server's: only the server's counts. */
async function show(latest = START + 600 * MINUTE): Promise<void> {
  render(<SessionWatch now={START} ends={START + 30 * MINUTE} latest={latest} />)
  // The words of the warning are fetched once the page has stood for a while.
  await pass(21_000)
  await act(() => vi.dynamicImportSettled())
}

it('warns two minutes before the end by the server’s clock, and not before', async () => {
  server.ends = START + 30 * MINUTE
  await show()
  await pass(27 * MINUTE)
  expect(dialog()).toBeNull()
  await pass(MINUTE + 31_000)
  expect(dialog()).not.toBeNull()
  expect(screen.getByRole('timer').textContent).toMatch(/^1:[0-5]\d left$/)
})

it('says nothing where another tab has put the end off meanwhile', async () => {
  server.ends = START + 50 * MINUTE
  await show()
  await pass(29 * MINUTE)
  expect(dialog()).toBeNull()
})

it.each(['Stay signed in', 'Escape'])('%s puts the end off', async (how) => {
  server.ends = START + 30 * MINUTE
  await show()
  await pass(28.6 * MINUTE)
  server.ends = START + 58 * MINUTE
  const open = dialog()
  if (!open) throw new Error('no dialog')
  if (how === 'Escape') fireEvent(open, new Event('cancel', { cancelable: true }))
  else fireEvent.click(screen.getByRole('button', { name: 'Stay signed in' }))
  await pass(2 * MINUTE)
  expect(server.stays).toHaveBeenCalledTimes(1)
  expect(dialog()).toBeNull()
})

it('tells that the end after ten hours cannot be put off, and asks for nothing', async () => {
  server.ends = START + 30 * MINUTE
  await show(START + 30 * MINUTE)
  await pass(28.6 * MINUTE)
  expect(dialog()?.textContent).toContain('no session lasts longer')
  fireEvent.click(screen.getByRole('button', { name: 'Stay signed in' }))
  await pass(1_000)
  expect(server.stays).not.toHaveBeenCalled()
  expect(dialog()).toBeNull()
})

it('warns also where the server cannot be asked', async () => {
  server.ends = undefined
  await show()
  await pass(28.6 * MINUTE)
  expect(dialog()).not.toBeNull()
})
