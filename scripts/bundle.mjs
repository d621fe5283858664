// Bundles a TypeScript entry into one file that plain Node runs: bundle('sandbox/main.ts', 'sandbox') -> .build/sandbox.mjs
import { renameSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * `entry` from the root of the project; the answer is the path of the bundle. Packages stay outside, in node_modules,
 * where their own files (WebAssembly, native parts) are.
 */
export async function bundle(entry, name) {
  const outfile = `${root}.build/${name}.mjs`
  // Written aside and moved into place: several tests may start one program at the same moment.
  const aside = `${root}.build/${name}.${process.pid}.mjs`
  await build({
    entryPoints: [`${root}${entry}`],
    outfile: aside,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [houseImports],
  })
  renameSync(aside, outfile)
  return outfile
}

const houseImports = {
  name: 'house-imports',
  setup(builder) {
    builder.onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
    builder.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
    builder.onResolve({ filter: /^@\// }, ({ path, kind, resolveDir }) =>
      builder.resolve(`./${path.slice(2)}`, { kind, resolveDir: resolveDir && root }),
    )
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' ? null : { path, external: true },
    )
  },
}
