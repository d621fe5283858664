// The whole house against its floors (floors.ts), and the check against faults and faultless files made for it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { FLOORS, faultsOf, floorOf, importsOf, type SourceFile } from './floors'

const HOUSE = dirname(dirname(fileURLToPath(import.meta.url)))

const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path === 'lib/schedules/examples.ts' || path.includes('/samples/')

function allFiles(): SourceFile[] {
  const folders = ['app', 'components', 'lib', 'sandbox'].filter((name) => existsSync(join(HOUSE, name)))
  const inside = folders.flatMap((name) =>
    readdirSync(join(HOUSE, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(HOUSE, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  )
  const roots = ['proxy.ts', 'instrumentation.ts', 'next-auth.d.ts'].filter((name) => existsSync(join(HOUSE, name)))
  return [...inside, ...roots]
    .filter((path) => !isTest(path))
    .map((path) => ({ path, text: readFileSync(join(HOUSE, path), 'utf8') }))
}

/** What only tests stand on: a scene, the table of floors, and whatever else brings vitest in. */
const isSupport = ({ path, text }: SourceFile) =>
  /\bscene\.tsx?$/.test(path) || path === 'lib/floors.ts' || /from 'vitest'/.test(text)

describe('the house', () => {
  const all = allFiles()
  const files = all.filter((file) => !isSupport(file))

  it('keeps its floors, names, lengths and doors', () => {
    expect(files.flatMap(faultsOf)).toEqual([])
  })

  it('has no product code that stands on what is made for tests', () => {
    const supports = new Set(all.filter(isSupport).map(({ path }) => path.replace(/\.tsx?$/, '')))
    const leaning = files.filter((file) => importsOf(file).some((name) => supports.has(name)))
    expect(leaning.map(({ path }) => path)).toEqual([])
  })

  /** Floors whose files come with later screens and resources. */
  const TO_COME = ['lib/activity']

  it.each(FLOORS.filter(({ of }) => !TO_COME.includes(of)).map(({ of }) => of))('has files on the floor %s', (of) => {
    expect(files.filter(({ path }) => floorOf(path)?.of === of)).not.toEqual([])
  })

  it('reads imports at all: pure code is seen to stand on the ground', () => {
    const notice = files.find(({ path }) => path === 'lib/schedules/notice.ts')
    expect(notice && importsOf(notice)).toContain('lib/banking-days/calendar')
    expect(notice && importsOf(notice)).toContain('lib/schedules/circumstances')
  })
})

describe('the check itself', () => {
  it.each<[string, string, string]>([
    ['lib/schedules/a.ts', "import { env } from '@/lib/server/env'", 'imports lib/server/env'],
    ['lib/schedules/a.ts', "import { x } from '../server/env'", 'imports lib/server/env'],
    ['lib/schedules/a.ts', "import { z } from 'zod'", 'imports zod.'],
    ['lib/money.ts', "import { a } from '@/lib/schedules/model'", 'imports lib/schedules/model'],
    ['lib/money.ts', 'export const now = () => Date.now()', 'has the time'],
    ['lib/payers/a.ts', 'const at = new Date()', 'has the time'],
    ['lib/schedules/a.ts', "await fetch('/api')", 'has fetch or React'],
    ['lib/queries/a.ts', "import type { A } from '@/lib/server/handler'", 'imports lib/server/handler'],
    ['lib/queries/a.ts', "await fetch('/api')", 'has fetch in the browser'],
    ['lib/server/a.ts', "import 'server-only'\nimport { bff } from '@/lib/queries/bff'", 'imports lib/queries/bff'],
    ['lib/server/a.ts', "import { x } from './env'", "does not open with import 'server-only'"],
    ['lib/server/a.ts', "import 'server-only'\nconst x = process.env.X", 'has process.env'],
    ['sandbox/a.ts', "import { project } from '@/lib/schedules/project'", 'imports lib/schedules/project'],
    ['sandbox/a.ts', "import { roll } from '../lib/banking-days/calendar'", 'imports lib/banking-days/calendar'],
    ['components/ui/a.tsx', "import { x } from '@/lib/schedules/model'", 'imports lib/schedules/model'],
    ['components/schedules/a.tsx', "import { x } from '@/lib/server/env'", 'imports lib/server/env'],
    ['components/schedules/a.tsx', "const x = await import('@/lib/server/env')", 'imports lib/server/env'],
    ['components/schedules/a.tsx', "import { x } from '@/components/activity/y'", 'Features do not import each other'],
    [
      'components/payment-calendar/a.tsx',
      "import { x } from '@/components/payment-editor/y'",
      'Features do not import',
    ],
    ['app/api/health/route.ts', "import { sql } from 'drizzle-orm'", 'imports drizzle-orm'],
    ['lib/server/a.ts', "const { PGlite } = await import('@electric-sql/pglite')", 'has a driver of the database'],
    ['components/schedules/a.tsx', "import { useTable } from '@tanstack/react-table'", 'has TanStack Table'],
    ['app/api/me/route.ts', "import { x } from '@/components/ui/button'", 'imports components/ui/button'],
    ['app/(console)/page.tsx', "import { getServerSession } from 'next-auth'", 'has next-auth'],
    ['lib/schedules/a.ts', "import { aPlan } from './examples'", 'has examples in product code'],
    ['components/schedules/a.tsx', "import { aPlan } from '@/lib/schedules/examples'", 'has examples in product code'],
    ['lib/schedules/a.ts', "import * as z from 'zod/mini'", 'has zod outside a file of schemas'],
    ['components/schedules/a.ts', "import { schedule } from '@/lib/schedules/schemas'", 'has schemas before the first'],
    ['lib/schedules/a.ts', "import { type A } from './schemas'", 'has schemas before the first question'],
    ['components/schedules/a.ts', "export * from './b'", 'is a barrel'],
    ['lib/schedules/utils.ts', '', 'without a subject'],
    ['components/hooks/a.ts', '', 'without a subject'],
    ['lib/schedules/a.ts', '\nx'.repeat(251), 'is longer than 250 lines'],
    ['lib/schedules/a.ts', "import {\n  a,\n  b,\n} from '@/lib/server/env'", 'imports lib/server/env'],
  ])('finds fault with %s (case %#)', (path, text, fault) => {
    expect(faultsOf({ path, text }).join('\n')).toContain(fault)
  })

  it.each<[string, string]>([
    [
      'lib/schedules/schemas.ts',
      "import * as z from 'zod/mini'\nimport { pence } from '@/lib/schemas'\nimport { x } from './model'",
    ],
    [
      'lib/server/a.ts',
      "import 'server-only'\nimport { z } from 'zod'\nimport { env } from './env'\nconst at = new Date()",
    ],
    ['lib/server/env.ts', "import 'server-only'\nparse(process.env)"],
    ['sandbox/a.ts', "import { HOLIDAYS } from '@/lib/banking-days/holidays'\nimport http from 'node:http'"],
    [
      'components/schedules/a.tsx',
      "import { Button } from '@/components/ui/button'\nimport { q } from '@/lib/queries/bff'",
    ],
    ['app/(console)/page.tsx', "import { x } from '@/components/schedules/a'\nimport { env } from '@/lib/server/env'"],
    ['lib/banking-days/holidays.ts', '\nx'.repeat(400)],
  ])('has nothing against %s', (path, text) => {
    expect(faultsOf({ path, text })).toEqual([])
  })
})
