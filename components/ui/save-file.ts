import { say } from './updates'

/** Hands a file to the browser, as a link with a download does, and says so. */
export function saveFile({ name, file }: { name: string; file: Blob }): void {
  const link = document.createElement('a')
  const address = URL.createObjectURL(file)
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
  say(`${name} was handed to your browser.`)
}
