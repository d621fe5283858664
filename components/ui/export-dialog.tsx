'use client'

import type { ReactNode } from 'react'
import type { Problem } from '@/lib/problem'
import { Button } from './button'
import { Dialog } from './dialog'
import { type FileFormat, FORMAT_WORDS } from './export-menu'
import { ProblemPanel } from './problem-panel'
import { useRole } from './reader-role'

const COUNT = new Intl.NumberFormat('en-GB')
/** What an agent may take out at once; the server holds to it. */
export const AGENT_ROWS = 500

export type ExportDialogProps = {
  title: string
  format: FileFormat
  /** What is counted while it is made: "schedules". */
  of: string
  /** How many of those were read so far. */
  read: number
  busy: boolean
  problem: Problem | null
  onExport: () => void
  onClose: () => void
  /** What leaves, in a sentence. */
  about: ReactNode
  /** What can be chosen of it. */
  children: ReactNode
}

/** What leaves as a file, how far it is, and why it does not. */
export function ExportDialog({
  title,
  format,
  of,
  read,
  busy,
  problem,
  onExport,
  onClose,
  ...rest
}: ExportDialogProps) {
  const role = useRole()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          {busy && (
            <span role="status" className="flex-1 text-small text-ink-2 tabular-nums">
              {read > 0 ? `${COUNT.format(read)} ${of} read so far` : 'Making the file…'}
            </span>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" blocked={busy} onClick={onExport}>
            Export as {FORMAT_WORDS[format]}
          </Button>
        </>
      }
    >
      {problem && (
        <div className="mb-4">
          {problem.kind === 'too-large' ? (
            <p role="alert" className="text-danger">
              {role === 'agent'
                ? `An agent can take out ${AGENT_ROWS} rows at once: ask for less, or ask a team lead.`
                : 'This is more than one file holds: ask for less of it.'}
            </p>
          ) : (
            <ProblemPanel problem={problem} />
          )}
        </div>
      )}
      <p className="mb-4 text-ink-2 wrap-anywhere">
        {rest.about}
        {role === 'agent' && ` An agent can take out ${AGENT_ROWS} rows at once.`}
      </p>
      <fieldset disabled={busy} className="min-w-0">
        {rest.children}
      </fieldset>
    </Dialog>
  )
}
