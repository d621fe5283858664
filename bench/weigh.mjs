// What scripts weigh.
import { gzipSync } from 'node:zlib'

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)

/**
 * Bytes of scripts, as `scriptsFetched` tells them: by gzip, whatever they came as, and as they came over the wire. Browsers take
 * Brotli from this machine and over TLS alone, so the first is what can be held against other pages.
 */
export async function weigh(scripts) {
  const bodies = await Promise.all(
    scripts.map(async ({ name }) => Buffer.from(await (await fetch(name)).arrayBuffer())),
  )
  return { gzip: sum(bodies.map((body) => gzipSync(body).length)), sent: sum(scripts.map(({ bytes }) => bytes)) }
}
