import { defineConfig } from '@playwright/test'
import { BROWSER_ARGUMENTS } from './scripts/browser.mjs'

// Started by scripts/e2e.mjs, which builds and finds the browser. Each worker runs a sandbox and a dashboard of its own (e2e/fixtures.ts).
const executablePath = process.env.CHROMIUM_PATH

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    // An operator abroad reads London's days all the same.
    timezoneId: 'America/New_York',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: BROWSER_ARGUMENTS, ...(executablePath && { executablePath }) },
  },
})
