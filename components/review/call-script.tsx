'use client'

import { Copy, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, TextButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { copyText } from '@/components/ui/copy-button'

const FACT = /(£[\d,]+\.\d{2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+(?: \d{4})?|no payments?\b)/

/** Sentences to be read out; amounts and days carry the weight. */
export function Script({ text }: { text: string }) {
  const paragraphs = text.split(/ (?=Nothing else changes\.)/)
  return (
    <div className="grid gap-2 rounded-r-control border-accent border-l-3 bg-sunken px-4 py-3.5 text-[1rem]/[1.625rem]">
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>
          {paragraph.split(FACT).map((part, n) =>
            FACT.test(part) ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence have no other name
              <b key={n} className="font-strong">
                {part}
              </b>
            ) : (
              part
            ),
          )}
        </p>
      ))}
    </div>
  )
}

export type CallScriptProps = {
  script: string
  crmNote: string
  agreed: boolean
  onAgreed: (agreed: boolean) => void
  /** Why the tick is needed, or what is missing. */
  agreedHint: ReactNode
}

/** What to read to the payer, their agreement right below, and the line for the customer's file. */
export function CallScript({ script, crmNote, agreed, onAgreed, agreedHint }: CallScriptProps) {
  return (
    <section aria-label="Call script">
      <div className="mb-2 flex items-center gap-2">
        <Phone aria-hidden size={15} strokeWidth={1.9} className="text-accent" />
        <h3 className="flex-1 text-body font-strong">Read aloud</h3>
        <Button size="small" icon={Copy} onClick={() => void copyText(script)}>
          Copy script
        </Button>
      </div>
      <Script text={script} />
      <div className="mt-3">
        <Checkbox checked={agreed} onChange={(event) => onAgreed(event.currentTarget.checked)} hint={agreedHint}>
          <span className="font-medium">I read this to the customer and they agreed</span>
        </Checkbox>
      </div>
      <div className="mt-3 border-line border-t pt-3">
        <div className="mb-1 flex items-center justify-between gap-2">
          <h3 className="text-small font-medium">CRM note</h3>
          <TextButton className="text-small" onClick={() => void copyText(crmNote)}>
            Copy CRM note
          </TextButton>
        </div>
        <p className="wrap-anywhere text-ink-2 text-small">{crmNote}</p>
      </div>
    </section>
  )
}
