// What every test here stands on: a house of its worker's own, a page that is watched, people who sign in by request.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type BrowserContext, test as base, expect, type Page, type Response } from '@playwright/test'
import { DEMO_PASSWORD } from '../scripts/demo-people.mjs'
import { type House, openHouse, type Settings } from './house'
import type { Sandbox } from './sandbox'
import { Watch } from './watch'

export { expect }

export type Role = 'agent' | 'finance' | 'lead' | 'admin'
export const emailOf = (role: Role) => `${role}@quarterday.test`

type Fixtures = {
  /** Settings of a house for one test alone; without them it shares its worker's, and matches its faults to ids of its own. */
  own: Settings | null
  /** Where this test runs. */
  house: House
  sandbox: Sandbox
  watch: Watch
  /** Signs the browser in without typing. */
  signIn: (role?: Role) => Promise<void>
  /** The watched page of somebody who is signed in as an agent. */
  agent: Page
  /** Starts the log of what reaches SmarterPay's side; the answer tells what came since, of this path and id. */
  upstream: () => Promise<(about?: string) => Promise<string[]>>
}

/** What is unclear is looked after for eight seconds instead of sixty, and SmarterPay's silence is called one sooner. */
const SOON_CLEAR = { RECONCILE_WINDOW_MS: '8000', SMARTERPAY_WRITE_TIMEOUT_MS: '2500' }

export const test = base.extend<Fixtures, { shared: House }>({
  own: [null, { option: true }],

  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture stands on
    async ({}, use) => {
      const house = await openHouse({ dashboard: SOON_CLEAR })
      await use(house)
      await house.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  house: [
    async ({ own, shared }, use) => {
      if (!own) return use(shared)
      const house = await openHouse(own)
      await use(house)
      await house.close()
    },
    { timeout: 180_000 },
  ],

  baseURL: ({ house }, use) => use(house.url),

  page: ({ page }, use) => use(patient(page)),

  watch: [
    async ({ context, house }, use, info) => {
      const watch = new Watch()
      await watch.over(context, house.url)
      await use(watch)
      const fails = info.status !== info.expectedStatus || watch.complaints.length > 0
      if (fails) await info.attach('dashboard.log', { body: house.log(), contentType: 'text/plain' })
      if (info.status === info.expectedStatus) expect(watch.complaints, 'what the browser complained of').toEqual([])
    },
    { auto: true },
  ],

  sandbox: async ({ house }, use) => {
    await use(house.sandbox)
    await house.sandbox.clearFaults()
  },

  signIn: ({ context, house }, use) => use((role = 'agent') => signInByRequest(context, house.url, role)),

  agent: async ({ page, signIn }, use) => {
    await signIn('agent')
    await use(page)
  },

  upstream: ({ house }, use) =>
    use(async () => {
      const began = await house.sandbox.latest()
      return async (about = '') => {
        const asked = await house.sandbox.asked(began)
        return asked
          .map(({ method, path, query }) => `${method} ${path}${query && `?${query}`}`)
          .filter((line) => line.includes(about))
      }
    }),
})

/** Waits until what stands on the page hears what is done to it: React has taken over each control that the server sent. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = document.querySelectorAll('button, input, select, textarea, [role=gridcell]')
    const heard = (control: Element) => Object.keys(control).some((name) => name.startsWith('__reactProps$'))
    return 'alive' in document.documentElement.dataset && [...controls].every(heard)
  })
}

/** The same page, whose `goto` and `reload` end once it is alive: as a person who presses what stands there, and is heard. */
export function patient(page: Page): Page {
  const isPage = (answer: Response | null) => answer?.headers()['content-type']?.startsWith('text/html') ?? false
  for (const act of ['goto', 'reload'] as const) {
    const own = page[act].bind(page) as (...given: unknown[]) => Promise<Response | null>
    const patiently = async (...given: unknown[]) => {
      const answer = await own(...given)
      if (isPage(answer)) await alive(page)
      return answer
    }
    Object.assign(page, { [act]: patiently })
  }
  return page
}

/** Ends once the server has kept what is typed on this page after the call. */
export const draftKept = (page: Page): Promise<Response> =>
  page.waitForResponse((answer) => answer.url().endsWith('/draft') && answer.request().method() === 'PUT')

/** As the contract says that a program signs in; the cookies land in the browser. */
export async function signInByRequest(context: BrowserContext, url: string, role: Role): Promise<void> {
  const { csrfToken } = await (await context.request.get(`${url}/api/auth/csrf`)).json()
  const answer = await context.request.post(`${url}/api/auth/callback/credentials`, {
    headers: { origin: url },
    form: { csrfToken, email: emailOf(role), password: DEMO_PASSWORD },
    maxRedirects: 0,
  })
  const me = await context.request.get(`${url}/api/me`)
  expect(me.status(), `signed in as ${role} (${answer.status()})`).toBe(200)
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Finding = {
  id: string
  impact: string | null
  help: string
  nodes: { html: string; target: string[]; failureSummary: string }[]
}

/**
 * Fails on any serious or critical finding of axe, at WCAG 2.2 AA. A target that a bar in sight half covers is measured again
 * where it stands free: axe takes what is left of it for all of it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe)
  const findings = await page.evaluate(async (rules) => {
    type Run = (...given: unknown[]) => Promise<{ violations: Finding[] }>
    const { axe } = window as unknown as { axe: { run: Run } }
    const find = async (only: unknown) =>
      (await axe.run(document, { runOnly: only, resultTypes: ['violations'] })).violations
    const isSmall = async (selector: string) => {
      document.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const [small] = await find({ type: 'rule', values: ['target-size'] })
      return small?.nodes.some(({ target }) => target[0] === selector) ?? false
    }
    const all = await find(rules)
    const at = { left: scrollX, top: scrollY }
    for (const finding of all.filter(({ id }) => id === 'target-size')) {
      const nodes = []
      for (const node of finding.nodes) if (await isSmall(node.target[0] ?? '')) nodes.push(node)
      finding.nodes = nodes
    }
    scrollTo({ ...at, behavior: 'instant' })
    return all.filter(({ nodes }) => nodes.length > 0)
  }, RULES)
  const serious = findings.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = serious.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html.slice(0, 300)) }))
  expect(told, `serious findings of axe on ${page.url()}`).toEqual([])
}

/** Fails when the page can be scrolled sideways, and names what sticks out. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const out = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const parts = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth,
    )
    return parts.map(
      (each) =>
        `${each.tagName} to ${Math.round(each.getBoundingClientRect().right)}: ${each.textContent?.slice(0, 50)}`,
    )
  })
  expect(out, `wider than the window on ${page.url()}`).toEqual([])
}
