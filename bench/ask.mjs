// One request, for programs that measure.
import { request } from 'node:http'

/** One request over a connection of its own: one that was kept may have been closed while this machine was busy. */
export function ask(url, { method = 'GET', headers = {}, body = '' } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => resolve({ ok: answer.statusCode === 200, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
