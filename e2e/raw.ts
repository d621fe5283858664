// A request as it is written: a browser and fetch tidy an address before they send it, and these tests want it untidy.
import { request } from 'node:http'
import type { BrowserContext } from '@playwright/test'

export type RawAnswer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string }

/** Sends `path` letter for letter, with the cookies of the context; one redirect to a path of ours is followed. */
export async function sendRaw(context: BrowserContext, home: string, path: string, method = 'GET'): Promise<RawAnswer> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await send(home, path, method, cookie)
  const { location } = answer.headers
  if (answer.status !== 308 || typeof location !== 'string') return answer
  return send(home, new URL(location, home).pathname, method, cookie)
}

function send(home: string, path: string, method: string, cookie: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(home)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers: { cookie }, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => {
        body += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
      .on('error', reject)
      .end()
  })
}
