// npm run verify: reads the whole chain of records with the server's own settings, and names the first bad row.
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

await import(pathToFileURL(await bundle('scripts/verify.ts', 'verify')).href)
