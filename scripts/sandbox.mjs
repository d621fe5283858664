// npm run sandbox: bundles the stand-in SmarterPay and runs it.
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

await import(pathToFileURL(await bundle('sandbox/main.ts', 'sandbox')).href)
