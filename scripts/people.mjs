// npm run people -- <email> <role|off>: who may sign in, and as what.
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

await import(pathToFileURL(await bundle('scripts/people.ts', 'people')).href)
