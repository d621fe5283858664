// An answer before it is put on the wire, and the words of a refusal.
import type { Switches } from './switches'

export type Answer = { status: number; headers: Record<string, string>; text: string; type: string; applied: boolean }
export type Refusal = { status: number; message: string; headers?: Record<string, string> }

export const JSON_TYPE = 'application/json; charset=utf-8'
export const HTML_TYPE = 'text/html; charset=utf-8'

export function json(body: unknown, more: Partial<Answer> = {}): Answer {
  return { status: 200, headers: {}, text: JSON.stringify(body), type: JSON_TYPE, applied: false, ...more }
}

export function noContent(): Answer {
  return { status: 204, headers: {}, text: '', type: '', applied: false }
}

export function html(status: number, text: string): Answer {
  const page = `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>${text}</h1><hr>gateway</body></html>\n`
  return { status, headers: {}, text: page, type: HTML_TYPE, applied: false }
}

/** How SmarterPay words an error is not known: the shape is a switch. */
export function refusal({ status, message, headers = {} }: Refusal, shape: Switches['errorBody']): Answer {
  const plain = { status, headers, applied: false }
  switch (shape) {
    case 'message':
      return { ...plain, text: JSON.stringify({ message }), type: JSON_TYPE }
    case 'errors':
      return { ...plain, text: JSON.stringify({ status, code: 'invalid', errors: [{ message }] }), type: JSON_TYPE }
    case 'string':
      return { ...plain, text: JSON.stringify(message), type: JSON_TYPE }
    case 'text':
      return { ...plain, text: message, type: 'text/plain; charset=utf-8' }
    case 'html':
      return { ...html(status, message), headers }
    case 'empty':
      return { ...plain, text: '', type: '' }
  }
}

export class Refused extends Error {
  readonly refusal: Refusal
  constructor(status: number, message: string, headers?: Record<string, string>) {
    super(message)
    this.refusal = headers ? { status, message, headers } : { status, message }
  }
}
