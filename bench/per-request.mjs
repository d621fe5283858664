// What the backend for the frontend costs per list request, beside a bare proxy that asks the same of the same sandbox.
import { Agent, request } from 'node:http'
import { median } from './figures.mjs'

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/** One request to its last byte; milliseconds. */
function ask(url, headers) {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: { 'accept-encoding': 'gzip', ...headers } }, (answer) => {
      answer.on('data', () => undefined)
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - began)
        else reject(new Error(`${url}: ${answer.statusCode}`))
      })
    })
      .on('error', reject)
      .end()
  })
}

async function inSequence(times, act) {
  const taken = []
  for (let n = 0; n < times; n += 1) taken.push(await act())
  return median(taken)
}

/** Milliseconds per request with `lanes` of them under way at any time. */
async function inParallel(times, lanes, act) {
  const began = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let n = 0; n < times / lanes; n += 1) await act()
    }),
  )
  return (performance.now() - began) / times
}

/**
 * Medians over `rounds`, the two turn by turn. `cookies` are of several people, used in turn: each has a limit of
 * reads a minute, which is not what is measured.
 */
export async function perRequest({ dashboardUrl, bareUrl, cookies, rounds }) {
  let turn = 0
  const ours = () => {
    turn += 1
    const cookie = cookies[turn % cookies.length]
    return ask(`${dashboardUrl}/api/schedules?size=50&sort=-created`, { cookie })
  }
  const bare = () => ask(`${bareUrl}/api/recurrenceschedules?limit=50&sort_field=created_at&sort_order=desc`, {})
  const taken = { sequence: { ours: [], bare: [] }, parallel: { ours: [], bare: [] } }
  for (const act of [ours, bare]) await inSequence(20, act)
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, act] of [
      ['bare', bare],
      ['ours', ours],
    ]) {
      taken.sequence[name].push(await inSequence(60, act))
      taken.parallel[name].push(await inParallel(120, 6, act))
    }
  }
  return {
    sequence: { ours: median(taken.sequence.ours), bare: median(taken.sequence.bare) },
    parallel: { ours: median(taken.parallel.ours), bare: median(taken.parallel.bare) },
  }
}
