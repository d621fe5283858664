// The production build: `next build` without telemetry, then what it leaves out of the standalone folder.
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isBuilt, markBuilt, STANDALONE, unmarkBuilt } from './built.mjs'
import { compressBuilt } from './built-files.mjs'
import { ROOT, run } from './processes.mjs'

const NEXT = join(ROOT, 'node_modules/next/dist/bin/next')

/** Builds. `env` is the environment of the build; throws when it fails. */
export async function build(env = process.env) {
  unmarkBuilt()
  const settings = { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  if ((await run(NEXT, ['build'], { env: settings })) !== 0) throw new Error('The build failed.')
  const files = join(STANDALONE, '.next/static')
  cpSync(join(ROOT, '.next/static'), files, { recursive: true })
  compressBuilt(files)
  if (existsSync(join(ROOT, 'public'))) cpSync(join(ROOT, 'public'), join(STANDALONE, 'public'), { recursive: true })
  // next copies .env files into the folder that is handed on; secrets stay in the environment.
  for (const name of readdirSync(STANDALONE)) if (/^\.env(\.|$)/.test(name)) rmSync(join(STANDALONE, name))
  markBuilt()
}

/** Builds unless the last build was made of the very source that is here. */
export async function buildIfNeeded(env = process.env) {
  if (isBuilt()) return
  console.log('Building; the first time takes a minute.')
  await build(env)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
