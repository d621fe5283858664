// npm run faults: the whole matrix and every kill, on the embedded store and, with TEST_DATABASE_URL, on PostgreSQL; the
// figures go to faults/RESULTS.md. `--seeds 1,2,3`, `--only replace-upcoming,create` and `--no-kills` make it smaller, and write nothing.
import { pathToFileURL } from 'node:url'
import { bundle } from '../scripts/bundle.mjs'

const { main } = await import(pathToFileURL(await bundle('faults/main.ts', 'faults')).href)
process.exitCode = await main(process.argv.slice(2), process.env.TEST_DATABASE_URL)
