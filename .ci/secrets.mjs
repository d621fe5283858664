// Builds with planted secrets in the environment, runs that build with them, and looks for them in everything that comes out:
// files of the build, pages, answers, headers, errors and logs. Also: no settings file and no source map in what is handed on.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from '../scripts/build.mjs'
import { STANDALONE } from '../scripts/built.mjs'
import { environmentWith, ROOT } from '../scripts/processes.mjs'
import { startDashboard, startSandbox } from '../scripts/servers.mjs'

const plant = (name) => `planted-${name}-b7e1f0c94a5d4b0f9c3e8a6d2f1b7c55`

export const PLANTED = {
  SMARTERPAY_TOKEN: plant('token'),
  NEXTAUTH_SECRET: plant('secret'),
  OIDC_CLIENT_SECRET: plant('client'),
  WEBHOOK_KEYS: plant('webhook'),
  DATABASE_URL: `postgres://quarterday:${plant('database')}@127.0.0.1:1/quarterday`,
}
const VALUES = Object.values({ ...PLANTED, DATABASE_URL: plant('database') })

/** The environment that the build gets: nothing of it may be found again. */
export const plantedEnvironment = () => environmentWith({ ...PLANTED, SMARTERPAY_TARGET: 'sandbox' })

/** A secret as it is, and as a careless hand could have written it. */
const SPELLINGS = VALUES.flatMap((value) => [
  value,
  encodeURIComponent(value),
  Buffer.from(value).toString('base64').replace(/=+$/, ''),
  Buffer.from(value).toString('hex'),
])
const holdsSecret = (text) => SPELLINGS.some((spelling) => text.includes(spelling))

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else if (entry.isFile()) yield path
  }
}

function inFiles() {
  const faults = []
  let read = 0
  for (const folder of [join(ROOT, '.next/static'), join(ROOT, '.next/server'), STANDALONE]) {
    for (const path of filesIn(folder)) {
      const name = relative(ROOT, path)
      if (/(^|\/)\.env(\.|$)/.test(name) && !name.includes('node_modules')) faults.push(`${name}: a settings file`)
      if (/\.map$/.test(name) && name.includes('static')) faults.push(`${name}: a source map for browsers`)
      if (statSync(path).size > 64_000_000) faults.push(`${name}: too big to be looked through`)
      else if (holdsSecret(readFileSync(path, 'latin1'))) faults.push(`${name}: a planted secret`)
      read += 1
    }
  }
  if (read < 50) faults.push(`only ${read} files were found: this looked in the wrong place`)
  return { faults, read }
}

const ASKED = [
  ['GET', '/'],
  ['GET', '/sign-in'],
  ['GET', '/schedules'],
  ['GET', '/schedules/FTBRS00112373'],
  ['GET', '/nothing-here'],
  ['GET', '/api/health'],
  ['GET', '/api/me'],
  ['GET', '/api/schedules'],
  ['GET', '/api/schedules?nonsense=1'],
  ['GET', '/api/schedules/FTBRS00112373'],
  ['GET', '/api/schedules/%2e%2e'],
  ['GET', '/api/nothing-here'],
  ['GET', '/api/auth/session'],
  ['GET', '/api/auth/providers'],
  ['GET', '/api/auth/error?error=Configuration'],
  ['POST', '/api/schedules'],
  ['POST', '/api/auth/callback/credentials'],
  ['DELETE', '/api/health'],
]

/** Signs in as a program does; answers the cookies. */
async function signIn(url) {
  const csrf = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = await csrf.json()
  const cookies = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, cookie: cookies(csrf).join('; ') },
    body: new URLSearchParams({ csrfToken, email: 'admin@quarterday.test', password: 'quarterday' }),
  })
  const kept = [...cookies(csrf), ...cookies(answer)].join('; ')
  const me = await fetch(`${url}/api/me`, { headers: { cookie: kept } })
  if (!me.ok) throw new Error(`Signing in did not work: ${me.status} ${await me.text()}`)
  return kept
}

async function inAnswers({ url, cookie }) {
  const faults = []
  for (const headers of [{}, { cookie }]) {
    for (const [method, path] of ASKED) {
      const answer = await fetch(url + path, { method, redirect: 'manual', headers: { ...headers, origin: url } })
      const all = `${JSON.stringify([...answer.headers])}\n${await answer.text()}`
      if (holdsSecret(all)) faults.push(`${method} ${path} (${answer.status}): a planted secret in the answer`)
    }
  }
  return faults
}

async function inRunning() {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-secrets-'))
  const { SMARTERPAY_TOKEN, NEXTAUTH_SECRET, WEBHOOK_KEYS } = PLANTED
  const servers = []
  const begin = async (starting) => {
    servers.push(await starting)
    return servers.at(-1)
  }
  try {
    const sandbox = await begin(startSandbox({ settings: { SMARTERPAY_TOKEN } }))
    const common = { sandboxUrl: sandbox.url, secret: NEXTAUTH_SECRET }
    const settings = { SMARTERPAY_TOKEN, WEBHOOK_KEYS }
    const dashboard = await begin(startDashboard({ ...common, dataFolder: join(folder, 'right'), settings }))
    // The second one is turned away by SmarterPay at every call: its token is the secret that must not be told.
    const turnedAway = await begin(
      startDashboard({
        ...common,
        dataFolder: join(folder, 'wrong'),
        settings: { ...settings, SMARTERPAY_TOKEN: PLANTED.OIDC_CLIENT_SECRET },
      }),
    )
    const faults = []
    for (const { url } of [dashboard, turnedAway]) faults.push(...(await inAnswers({ url, cookie: await signIn(url) })))
    for (const { output } of [dashboard, turnedAway])
      if (holdsSecret(output())) faults.push('a planted secret in the log')
    return faults
  } finally {
    await Promise.all(servers.map((server) => server.end()))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Looks through the build that is here, made in `plantedEnvironment()`. Answers what was found: nothing, if all is well. */
export async function findSecrets() {
  const { faults, read } = inFiles()
  console.log(`Planted secrets: looked through ${read} files of the build.`)
  const answers = await inRunning()
  console.log(`Planted secrets: looked through ${ASKED.length * 4} answers and the logs.`)
  return [...faults, ...answers]
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build(plantedEnvironment())
  const faults = await findSecrets()
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
