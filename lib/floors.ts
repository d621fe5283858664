// The floors of the house as a table: who may import whom, and what each floor may not do. It reads import lines as text,
// so a path put together at run time escapes it. floors.test.ts holds the house against it.
import { posix } from 'node:path'

export type SourceFile = { path: string; text: string }

const GROUND = [
  'lib/money',
  'lib/calendar-date',
  'lib/count',
  'lib/banking-days/',
  'lib/plain-text',
  'lib/problem',
  'lib/roles',
  'lib/schemas',
  'lib/spreadsheet',
]
const PURE = ['lib/schedules/', 'lib/activity', 'lib/payers/', 'lib/collections/']
const ZOD = ['zod/mini']
const BROWSER = ['react', 'react-dom', 'react-aria-components', 'lucide-react', '@internationalized/date', 'next/']

/** The first floor whose `of` begins a file's path is that file's floor; `may` are beginnings of what it imports. */
export const FLOORS: { of: string; may: string[]; instead: string }[] = [
  ...GROUND.map((of) => ({ of, may: [...ZOD, ...GROUND], instead: 'The ground stands on zod and its own kind.' })),
  ...PURE.map((of) => ({ of, may: [...ZOD, ...GROUND, ...PURE], instead: 'Hand the value in from the floor above.' })),
  {
    of: 'lib/queries/',
    may: [...ZOD, ...GROUND, ...PURE, 'lib/queries/', 'react', '@tanstack/react-query'],
    instead: 'Queries and the server meet over HTTP only.',
  },
  {
    of: 'lib/server/',
    may: [
      'react',
      'next-auth',
      'lib/server/',
      ...GROUND,
      ...PURE,
      'zod',
      'node:',
      'server-only',
      'next',
      'drizzle-orm',
      '@electric-sql/',
      'pg',
      'pino',
      '@node-rs/',
      'jose',
      'fflate',
    ],
    instead: 'The server knows no screens; what both sides need is pure.',
  },
  {
    of: 'sandbox/',
    may: ['sandbox/', 'lib/money', 'lib/calendar-date', 'lib/banking-days/holidays', 'node:'],
    instead: 'The sandbox rolls, generates and reads the wire by itself, so that we can be wrong in a test.',
  },
  {
    of: 'components/ui/',
    may: ['components/ui/', ...GROUND, ...BROWSER, '@tanstack/'],
    instead: 'Parts know nothing of schedules; pass plain values in.',
  },
  {
    of: 'components/',
    may: [
      'components/',
      'lib/queries/',
      ...GROUND,
      ...PURE,
      ...ZOD,
      ...BROWSER,
      '@tanstack/react-query',
      'react-hook-form',
      '@hookform/',
      'd3-scale',
    ],
    instead: 'Screens reach the server through lib/queries.',
  },
  {
    of: 'app/api/',
    may: ['app/api/', 'lib/server/', ...GROUND, ...PURE, 'zod', 'next', 'node:'],
    instead: 'A route calls lib/server and knows no screens.',
  },
]
export const floorOf = (path: string) => FLOORS.find(({ of }) => path.startsWith(of))

/** Where zod checks what comes in as JSON; browsers load these with their first question. */
const SCHEMA_FILES = /^lib\/(?:.+\/)?(?:[a-z-]*schemas|draft-contract|saved-draft|lineage|activity)\.ts$/

/** What one text may appear in. Everything else that has it is at fault. */
const ONLY_IN: { what: string; among?: string[]; text: RegExp; only: (path: string) => boolean; instead: string }[] = [
  {
    what: 'process.env',
    text: /\bprocess\.env\b/,
    only: (path) => path === 'lib/server/env.ts' || path === 'sandbox/main.ts' || path === 'instrumentation.ts',
    instead: 'Settings are parsed once: ask env() of lib/server/env.ts.',
  },
  {
    what: 'the time',
    among: [...GROUND, ...PURE],
    text: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/,
    only: () => false,
    instead: 'Pure floors are handed the time (Circumstances).',
  },
  {
    what: 'fetch or React',
    among: [...GROUND, ...PURE],
    text: /\bfetch\(|from 'react/,
    only: () => false,
    instead: 'Pure floors ask nobody.',
  },
  {
    what: 'fetch in the browser',
    among: ['components/', 'lib/queries/'],
    text: /\bfetch\(/,
    // Signing in speaks to next-auth's own routes, before there is a BFF to speak to.
    only: (path) => path === 'lib/queries/bff.ts' || path === 'lib/queries/sign-in.ts',
    instead: 'bff() of lib/queries/bff.ts is the one road to the BFF.',
  },
  {
    what: 'next-auth',
    text: /from 'next-auth|import\('next-auth/,
    only: (path) =>
      ['auth', 'sign-in', 'single-sign-on', 'session-cookie'].some((name) => path === `lib/server/${name}.ts`) ||
      path === 'next-auth.d.ts' ||
      path.startsWith('app/sign-in/') ||
      path.startsWith('app/api/auth/'),
    instead: 'Only signing in (lib/server/auth.ts and the files beside it) knows next-auth.',
  },
  {
    what: 'a driver of the database',
    text: /(from |import\()'(pg|@electric-sql\/[^']*|drizzle-orm\/(pglite|node-postgres)[^']*)'/,
    only: (path) => path.startsWith('lib/server/store/'),
    instead: 'Only lib/server/store opens the database: ask database() of it.',
  },
  {
    what: 'TanStack Table',
    text: /@tanstack\/react-table/,
    only: (path) => path === 'components/ui/data-table.tsx',
    instead: 'Use components/ui/data-table.tsx.',
  },
  {
    what: 'zod outside a file of schemas',
    among: ['components/', 'lib/'],
    text: /^import (?!type\b)[^'"]*['"](?:zod(?:\/mini)?|@hookform\/resolvers\/zod)['"]/m,
    only: (path) => path.startsWith('lib/server/') || SCHEMA_FILES.test(path),
    instead: 'Schemas stand in files of their own (schemas.ts); what is plain stands beside them.',
  },
  {
    what: 'schemas before the first question',
    among: ['components/', 'lib/'],
    text: /^import (?!type\b)[^'"]*['"][^'"]*(?:schemas|draft-contract|saved-draft|lineage)['"]/m,
    only: (path) => path.startsWith('lib/server/') || SCHEMA_FILES.test(path),
    instead: 'Import the type, or the file itself when it is needed: zod would hold up every page by some 20 kB.',
  },
  {
    what: 'examples in product code',
    text: /from '[^']*schedules\/examples'|from '\.\/examples'/,
    only: () => false,
    instead: 'Builders are for tests and seeds.',
  },
]

/** Tables, and the seeds of the sandbox's book. */
const DATA = ['lib/banking-days/holidays.ts', 'sandbox/seed-']
const LONGEST = 250
const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|common|shared|types|hooks|services|constants|index)(\.tsx?$|\/)/

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** What a file imports, as paths from the house's root without ending, or as package names. */
export function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const name = match[1] ?? match[2] ?? ''
    if (name.startsWith('@/')) return name.slice(2)
    return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
  })
}

/** A beginning that ends in "/" or ":" stands for all that follows, any other for that module and its own sub-paths. */
const begins = (name: string, allowed: string) =>
  allowed.endsWith('/') || allowed.endsWith(':')
    ? name.startsWith(allowed)
    : name === allowed || name.startsWith(`${allowed}/`)

/** Stand below the features: the frame, and the review that every change goes through. */
const BELOW = ['ui', 'shell', 'review']
/** The editor draws its draft in the calendar's own views; the calendar knows of no editing, so that readers fetch none. */
const STANDS_ON: Record<string, string> = { 'payment-editor': 'payment-calendar' }
const feature = (path: string) => /^components\/([^/]+)\//.exec(path)?.[1]

/** Everything wrong with one product file, as sentences that say what to do instead. */
export function faultsOf(file: SourceFile): string[] {
  const { path, text } = file
  const faults: string[] = []
  const floor = floorOf(path)
  for (const name of importsOf(file)) {
    if (floor && !floor.may.some((allowed) => begins(name, allowed)))
      faults.push(`${path} imports ${name}. ${floor.instead}`)
    const [own, other] = [feature(path), feature(name)]
    if (own && other && own !== other && own !== 'shell' && !BELOW.includes(other) && STANDS_ON[own] !== other)
      faults.push(`${path} imports ${name}. Features do not import each other; a page composes them.`)
  }
  for (const { what, among, text: forbidden, only, instead } of ONLY_IN) {
    if (among && !among.some((of) => path.startsWith(of))) continue
    if (forbidden.test(text) && !only(path)) faults.push(`${path} has ${what}. ${instead}`)
  }
  if (path.startsWith('lib/server/') && !text.startsWith("import 'server-only'"))
    faults.push(`${path} does not open with import 'server-only'.`)
  if (/^\s*export\s+\*/m.test(text)) faults.push(`${path} is a barrel. Import the file that holds the thing.`)
  if (FORBIDDEN_NAMES.test(path)) faults.push(`${path} has a name without a subject. Put it where its subject is.`)
  if (text.trimEnd().split('\n').length > LONGEST && !DATA.some((data) => path.startsWith(data)))
    faults.push(`${path} is longer than ${LONGEST} lines. Split it by meaning.`)
  return faults
}
