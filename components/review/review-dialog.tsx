'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { CallScript } from './call-script'
import type { Reviewer } from './reviewer'
import { WhyFields } from './why-fields'
import { type WhyText, whyFaults } from './why-form'

export type ReviewDialogProps = {
  title?: string
  /** What changes, in one sentence. */
  summary: ReactNode
  /** The table of what changes, and what to look at again. */
  children: ReactNode
  script: string
  crmNote: string
  why: WhyText
  onWhy: (why: WhyText) => void
  /** The payer's agreement is needed before saving. */
  needsAgreement: boolean
  by: Reviewer
  /** Method, path and body as they will be sent; shown to those who may see it. */
  request: string
  /** "Save 3 changes". */
  saveLabel: string
  /** On its way: nothing can be pressed twice. */
  saving: boolean
  /** What went wrong without anything having been sent. */
  trouble?: ReactNode
  onSave: () => void
  onClose: () => void
}

const TARGETS = { sandbox: 'Sandbox', uat: 'UAT', live: 'Live' } as const

/** **Review changes**: what will be sent, what to say, why; nothing leaves before its one primary button is pressed. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { summary, children, script, why, onWhy, needsAgreement, by, request, saving, trouble, onSave, onClose } = props
  const [tried, setTried] = useState(false)
  const [shown, setShown] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const troubled = useRef<HTMLDivElement>(null)
  const faults = whyFaults(why, script, needsAgreement)
  const missing = tried ? faults : []
  const agreedFault = missing.find(({ field }) => field === 'agreed')?.message

  useEffect(() => {
    if (trouble) troubled.current?.scrollIntoView?.({ block: 'nearest' })
  }, [trouble])

  const save = () => {
    setTried(true)
    if (saving) return
    const [first] = faults
    if (!first) return onSave()
    const target =
      first.field === 'agreed' ? 'dialog[open] input[type=checkbox]' : first.field === 'note' ? 'textarea' : 'select'
    const scope = first.field === 'agreed' ? document : form.current
    scope?.querySelector<HTMLElement>(target)?.focus()
  }
  const Turn = shown ? ChevronDown : ChevronRight
  return (
    <Dialog
      title={props.title ?? 'Review changes'}
      onClose={() => !saving && onClose()}
      wide
      firm
      footer={
        <div className="flex w-full flex-wrap items-center justify-end gap-2">
          {by.seesRequests && (
            <Button
              variant="quiet"
              size="small"
              aria-expanded={shown}
              onClick={() => setShown(!shown)}
              className="-ml-2.5"
            >
              <Turn aria-hidden size={14} strokeWidth={1.9} />
              Show the request
            </Button>
          )}
          <span className="flex-1" />
          <span className="text-ink-3 text-small max-sm:basis-full max-sm:text-right">
            Saves to SmarterPay {TARGETS[by.target]}
          </span>
          <Button blocked={saving} onClick={onClose}>
            Back to editing
          </Button>
          <Button variant="primary" blocked={saving} onClick={save}>
            {saving ? 'Saving…' : props.saveLabel}
          </Button>
        </div>
      }
    >
      <p className="mb-3 text-ink-2">{summary}</p>
      <div ref={troubled}>{trouble}</div>
      {missing.length > 0 && (
        <p role="alert" className="mb-3 text-danger text-small font-medium">
          There is a problem: {missing.map(({ message }) => message).join(' ')}
        </p>
      )}
      <fieldset disabled={saving} className="grid min-w-0 border-line border-t lg:grid-cols-[1fr_23rem]">
        <div className="min-w-0 pt-3 lg:pr-6 max-lg:order-2">
          {children}
          <WhyFields why={why} onWhy={onWhy} faults={missing} form={form} />
        </div>
        <div className="min-w-0 border-line pt-3 lg:border-l lg:pl-6 max-lg:border-b max-lg:pb-3">
          <CallScript
            script={script}
            crmNote={props.crmNote}
            agreed={why.agreedTo === script}
            onAgreed={(agreed) => onWhy({ ...why, agreedTo: agreed ? script : null })}
            agreedHint={
              agreedFault ? (
                <span className="font-medium text-danger">{agreedFault}</span>
              ) : needsAgreement ? (
                'Needed: a payment changes inside its notice period. Kept as proof with your name and the time.'
              ) : (
                'Kept as proof with your name and the time.'
              )
            }
          />
        </div>
      </fieldset>
      {shown && (
        <section aria-label="The request" className="mt-4">
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
            className="max-h-60 overflow-auto rounded-control bg-sunken p-3 text-micro/5 wrap-anywhere whitespace-pre-wrap"
          >
            {request}
          </pre>
        </section>
      )}
    </Dialog>
  )
}
