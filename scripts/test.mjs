// Everything that is checked, in one go; it goes on after a failure, so that one run tells all. The last line counts unit and browser tests.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findSecrets, plantedEnvironment } from '../.ci/secrets.mjs'
import { build } from './build.mjs'
import { STEPS, step } from './check.mjs'
import { e2e } from './e2e.mjs'
import { ROOT, run } from './processes.mjs'

const UNIT_REPORT = join(ROOT, '.cache/unit.json')
const E2E_REPORT = join(ROOT, '.cache/e2e.json')
let passed = 0
let failed = 0
const notes = []

/** Counts a step that is no test: nothing when it went well, one failure when it did not. */
async function must(name, act) {
  const began = Date.now()
  const good = await act().catch((error) => {
    console.error(error)
    return false
  })
  console.log(`${name}: ${good ? 'passed' : 'FAILED'} (${Math.round((Date.now() - began) / 1000)} s)\n`)
  if (!good) {
    failed += 1
    notes.push(`${name} failed.`)
  }
  return good
}

function readReport(path) {
  const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  rmSync(path, { force: true })
  return report
}

/** Adds a report's counts. A run that failed without a failed test (a file that cannot be read, an error outside of any) counts as one. */
function count(name, code, counts) {
  passed += counts.passed
  failed += counts.failed
  if (counts.skipped > 0) notes.push(`${name}: ${counts.skipped} skipped: ${counts.skippedNames.join('; ')}`)
  if (code !== 0 && counts.failed === 0) {
    failed += 1
    notes.push(`${name} ended with code ${code}.`)
  }
}

async function unit() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`]
  const code = await run(join(ROOT, 'node_modules/vitest/vitest.mjs'), ['run', ...reporters])
  const results = readReport(UNIT_REPORT)?.testResults ?? []
  const tests = results.flatMap((file) => file.assertionResults)
  const skipped = tests.filter(({ status }) => ['skipped', 'pending', 'todo', 'disabled'].includes(status))
  const broken = results.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  )
  count('Unit tests', code, {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: skipped.length,
    skippedNames: skipped.map(({ fullName }) => fullName),
  })
}

const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)]

async function browserTests() {
  const code = await e2e(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: E2E_REPORT })
  const specs = (readReport(E2E_REPORT)?.suites ?? []).flatMap(specsIn)
  const outcome = (spec) => spec.tests.map(({ status }) => status)
  const skipped = specs.filter((spec) => outcome(spec).every((status) => status === 'skipped'))
  const bad = specs.filter((spec) => outcome(spec).some((status) => status === 'unexpected' || status === 'flaky'))
  count('Browser tests', code, {
    passed: specs.length - skipped.length - bad.length,
    failed: bad.length,
    skipped: skipped.length,
    skippedNames: skipped.map(({ title }) => title),
  })
}

mkdirSync(join(ROOT, '.cache'), { recursive: true })
for (const [name, programs] of Object.entries(STEPS)) await must(name, () => step(programs))
await unit()
const isBuilt = await must('Build, with planted secrets around it', () => build(plantedEnvironment()).then(() => true))
if (isBuilt) {
  await must('No planted secret in what the build emits', async () => {
    const faults = await findSecrets()
    for (const fault of faults) console.error(fault)
    return faults.length === 0
  })
  await must('A browser and its tests', () => browserTests().then(() => true))
} else notes.push('Browser tests: not run, for want of a build.')

for (const note of notes) console.log(note)
console.log(`tests: ${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
