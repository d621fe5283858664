// What one runs before each commit: format, lint, types, unit tests.
import { join } from 'node:path'
import { ROOT, run } from './processes.mjs'

const at = (path) => join(ROOT, 'node_modules', path)

/** The steps, each a sequence of Node programs. */
export const STEPS = {
  'Format and lint': [[at('@biomejs/biome/bin/biome'), 'ci', '.']],
  Types: [
    [at('next/dist/bin/next'), 'typegen'],
    [at('typescript/bin/tsc'), '--noEmit', '--incremental', 'false'],
  ],
}

/** Runs one step; true when all went well. */
export async function step(programs) {
  for (const [file, ...args] of programs) if ((await run(file, args)) !== 0) return false
  return true
}

if (process.argv[1] === join(ROOT, 'scripts/check.mjs')) {
  const steps = { ...STEPS, 'Unit tests': [[at('vitest/vitest.mjs'), 'run']] }
  for (const [name, programs] of Object.entries(steps)) {
    if (await step(programs)) continue
    console.error(`${name}: failed.`)
    process.exit(1)
  }
}
