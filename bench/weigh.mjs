// What scripts weigh.
import { gzipSync } from 'node:zlib'

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)

/**
 * Bytes of scripts, as `scriptsFetched` tells them: by gzip, as whoever takes no Brotli is sent them, and as they came over the
 * wire.
 */
export async function weigh(scripts) {
  const bodies = await Promise.all(
    scripts.map(async ({ name }) => Buffer.from(await (await fetch(name)).arrayBuffer())),
  )
  return {
    gzip: sum(bodies.map((body) => gzipSync(body, { level: 9 }).length)),
    sent: sum(scripts.map(({ bytes }) => bytes)),
  }
}
