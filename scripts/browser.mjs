// Finds a Chromium for the tests in a real browser, or fetches one.
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { ROOT, run, runProgram } from './processes.mjs'

const USUAL = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${process.env.HOME}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => `${process.env[name]}\\Google\\Chrome\\Application\\chrome.exe`,
  ),
}

/**
 * Chromium keeps two pages of its own ready behind every window's address bar, which nobody here types into: each takes a
 * process and, at every page that a test opens, as much of the processor as that page. The switch holds one list alone, so it
 * repeats what Playwright turns off.
 */
const FEATURES_OFF = [
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
]

/** What keeps Chromium from calling anywhere by itself; a sandbox of its own is refused to root. */
export const BROWSER_ARGUMENTS = [
  `--disable-features=${FEATURES_OFF.join(',')}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** There, and able to start: one fetched onto a bare system may lack libraries. Asked for its version, Windows' opens a window. */
async function works(path) {
  if (!path || !existsSync(path)) return false
  if (process.platform === 'win32') return true
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  return (await runProgram(path, ['--version'], { quiet: true, timeoutMs: 30_000 })) === 0
}

const firstThatWorks = async (paths) => {
  for (const path of paths) if (await works(path)) return path
  return undefined
}

/**
 * Path of a Chromium that starts: CHROMIUM_PATH, Playwright's own, the usual places, one fetched by Playwright, one from
 * Debian's packages. Throws a sentence that says what to install.
 */
export async function browserPath() {
  const wished = process.env.CHROMIUM_PATH
  if (wished) {
    if (await works(wished)) return wished
    throw new Error(`CHROMIUM_PATH names ${wished}, which is not there or does not start.`)
  }
  const places = [chromium.executablePath(), ...(USUAL[process.platform] ?? [])]
  const found = await firstThatWorks(places)
  if (found) return found
  console.log('No Chromium is here; fetching one.')
  await run(join(ROOT, 'node_modules/@playwright/test/cli.js'), ['install', 'chromium'])
  const fetched = await firstThatWorks(places)
  if (fetched) return fetched
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runProgram('/usr/bin/apt-get', ['update', '-q'], { env })
    await runProgram('/usr/bin/apt-get', ['install', '-yq', '--no-install-recommends', 'chromium'], { env })
    const installed = await firstThatWorks(places)
    if (installed) return installed
  }
  throw new Error(
    'No browser was found, and none could be fetched: install Chromium or Chrome, or name one in CHROMIUM_PATH.',
  )
}
