// The measurements of the house, as ratios of medians in one run: `list` beside a bare page, `editor` beside other calendars.
// Without a name these two. `collections`: over 1.2 million payments, beside the list; `moved`: after SmarterPay has
// re-dated all of them. `sync` alone: passes over a whole book
// (sync.mjs). `--readme` puts the tables into the README; `--rounds 9` takes more of each.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { BROWSER_ARGUMENTS, browserPath } from '../scripts/browser.mjs'
import { buildIfNeeded } from '../scripts/build.mjs'
import { ROOT } from '../scripts/processes.mjs'
import { startDashboard, startSandbox } from '../scripts/servers.mjs'
import { measureCollections } from './collections.mjs'
import { measureEditor } from './editor/editor.mjs'
import { measureList } from './list.mjs'
import { measureMoved } from './moved.mjs'
import { signIn } from './sign-in.mjs'
import { sync } from './sync.mjs'

const PARTS = { list: measureList, editor: measureEditor, collections: measureCollections, moved: measureMoved }
const UNASKED = ['list', 'editor']
const TODAY = '2025-06-05T14:32'
const args = process.argv.slice(2)
const given = (name, standard) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : standard)
const rounds = given('--rounds', 7)
const named = Object.keys(PARTS).filter((name) => args.includes(name))
const wanted = named.length > 0 ? named : UNASKED

const running = []
const begin = async (starting) => {
  running.push(await starting)
  return running.at(-1)
}

function putIntoReadme(name, text) {
  const path = join(ROOT, 'README.md')
  const [begin, end] = [`<!-- figures: ${name} -->`, `<!-- end of figures: ${name} -->`]
  const readme = readFileSync(path, 'utf8')
  const [head, rest] = readme.split(begin)
  const tail = rest?.split(end)[1]
  if (tail === undefined) throw new Error(`The README has no ${begin} and ${end}.`)
  writeFileSync(path, `${head}${begin}\n${text}\n${end}${tail}`)
}

const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}.`

if (args[0] === 'sync') {
  const text = await sync(args.slice(1))
  console.log(`\n${text}\n\n${machine}`)
  if (args.includes('--readme')) putIntoReadme('sync', text)
  process.exit()
}

const folder = mkdtempSync(join(tmpdir(), 'quarterday-bench-'))
try {
  await buildIfNeeded()
  const sandbox = await begin(startSandbox({ settings: { TODAY } }))
  const dashboard = await begin(
    startDashboard({
      sandboxUrl: sandbox.url,
      dataFolder: folder,
      secret: 'for measuring alone: thirty-two bytes or more',
      settings: { TODAY },
    }),
  )
  const people = await Promise.all(['agent', 'finance', 'lead', 'admin'].map((role) => signIn(dashboard.url, role)))
  const browser = await chromium.launch({ executablePath: await browserPath(), args: BROWSER_ARGUMENTS })
  const house = { sandbox, dashboard, people, browser, rounds, begin, folder, size: given('--size', 100_000) }
  mkdirSync(join(ROOT, 'bench/results'), { recursive: true })
  try {
    for (const name of wanted) {
      const { text, taken } = await PARTS[name](house)
      console.log(`\n${text}`)
      writeFileSync(join(ROOT, `bench/results/${name}.json`), JSON.stringify({ rounds, ...taken }, null, 2))
      if (args.includes('--readme')) putIntoReadme(name, text)
    }
  } finally {
    await browser.close()
  }
  console.log(`\nMedians of ${rounds}; ${machine}`)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await Promise.all(running.map((program) => program.end()))
  rmSync(folder, { recursive: true, force: true })
}
