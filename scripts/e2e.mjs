// The tests in a real browser, against the production build. What follows the command goes to Playwright: npm run e2e -- sign-in
import { join } from 'node:path'
import { browserPath } from './browser.mjs'
import { buildIfNeeded } from './build.mjs'
import { ROOT, run } from './processes.mjs'

/** Answers Playwright's exit code. */
export async function e2e(args, extra = {}) {
  await buildIfNeeded()
  const env = { ...process.env, ...extra, CHROMIUM_PATH: await browserPath() }
  return run(join(ROOT, 'node_modules/@playwright/test/cli.js'), ['test', ...args], { env })
}

if (process.argv[1] === join(ROOT, 'scripts/e2e.mjs')) {
  process.exitCode = await e2e(process.argv.slice(2)).catch((error) => {
    console.error(error.message)
    return 1
  })
}
