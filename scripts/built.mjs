// Knows whether the build that is here was made of the source that is here.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './processes.mjs'

/** Where the build stands, ready to be run or copied elsewhere. */
export const STANDALONE = join(ROOT, '.next/standalone')
const MARK = join(ROOT, '.next/made-of')

const SOURCE = [
  'app',
  'components',
  'lib',
  'drizzle',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/built-files.mjs',
]
const LEFT_OUT = /\.test\.tsx?$/

function* filesOf(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return
  if (!statSync(full).isDirectory()) yield path
  else for (const name of readdirSync(full).sort()) yield* filesOf(`${path}/${name}`)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of SOURCE.flatMap((part) => [...filesOf(part)])) {
    if (!LEFT_OUT.test(path))
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(ROOT, path)))
        .update('\0')
  }
  return hash.digest('hex')
}

/** True when a whole build of exactly this source is there. */
export const isBuilt = () =>
  existsSync(join(STANDALONE, 'server.js')) && existsSync(MARK) && readFileSync(MARK, 'utf8') === fingerprint()

/** Called before a build, so that one that breaks off counts as none. */
export const unmarkBuilt = () => rmSync(MARK, { force: true })

/** Called after a build. */
export const markBuilt = () => writeFileSync(MARK, fingerprint())
