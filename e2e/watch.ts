// Whatever a browser complains of while a test runs: errors in the console, thrown errors, breaches of the policy, calls elsewhere.
import type { BrowserContext, ConsoleMessage } from '@playwright/test'

export class Watch {
  readonly complaints: string[] = []
  readonly #allowed: RegExp[] = []

  /** A test of a failure says which statuses its own requests may get; the browser logs each of them as an error. */
  allowStatus(...statuses: number[]): void {
    for (const status of statuses) this.#allowed.push(new RegExp(`^Failed to load resource: .*status of ${status}\\b`))
  }

  /** A test of a lost connection lets requests fail. */
  allowLostConnections(): void {
    this.#allowed.push(/^Failed to load resource: net::ERR_/)
  }

  async over(context: BrowserContext, home: string): Promise<void> {
    await context.exposeBinding('reportViolation', (_, text: string) => this.#complain(`Policy: ${text}`))
    await context.addInitScript(() => {
      const { reportViolation } = window as unknown as { reportViolation: (text: string) => void }
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
        reportViolation(`${violatedDirective} blocked ${blockedURI} (${sourceFile}:${lineNumber})`),
      )
    })
    context.on('console', (message) => this.#read(message))
    context.on('weberror', (error) => this.#complain(`Thrown: ${error.error().stack ?? error.error().message}`))
    context.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${home}/`) && !/^(data|blob|about):/.test(url)) this.#complain(`Call elsewhere: ${url}`)
    })
  }

  #read(message: ConsoleMessage): void {
    if (message.type() === 'error' || (message.type() === 'warning' && /hydrat|deprecat/i.test(message.text()))) {
      this.#complain(message.text(), message.location().url)
    }
  }

  #complain(text: string, url = ''): void {
    if (!this.#allowed.some((pattern) => pattern.test(text))) this.complaints.push(url ? `${text} (${url})` : text)
  }
}
