'use client'

import { Copy } from 'lucide-react'
import { IconButton } from './button'
import { say } from './updates'

/** Copies text to the clipboard and says so; tells the truth when the browser does not allow it. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    say(`Copied ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`)
  } catch {
    say('The browser did not allow copying. Select the text and copy it by hand.')
  }
}

export type CopyButtonProps = {
  text: string
  /** What is copied, as in "mandate id": the name is "Copy mandate id". */
  what: string
}

export function CopyButton({ text, what }: CopyButtonProps) {
  return <IconButton icon={Copy} label={`Copy ${what}`} small onClick={() => void copyText(text)} />
}
