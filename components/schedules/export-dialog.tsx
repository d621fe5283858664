'use client'

import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, TextButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { type Option, RadioGroup } from '@/components/ui/choice'
import { Dialog } from '@/components/ui/dialog'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { useRole } from '@/components/ui/reader-role'
import { saveFile } from '@/components/ui/save-file'
import { formatInstant } from '@/lib/calendar-date'
import type { ProblemError } from '@/lib/problem'
import { type ExportedFile, exportFile } from '@/lib/queries/exports'
import { may } from '@/lib/roles'
import { listQueryParams } from '@/lib/schedules/contract'
import { EXPORT_COLUMNS, type ExportColumn, type ExportWhat, exportColumnName } from '@/lib/schedules/export-rows'
import { columnsForExport } from './export-columns'
import type { ExportMenuProps } from './export-menu'
import { filtersSentence } from './filter-words'

const COUNT = new Intl.NumberFormat('en-GB')
const AGENT_ROWS = 500
const FORMATS = { csv: 'CSV', xlsx: 'Excel' } as const
const ROWS: Option<ExportWhat>[] = [
  { value: 'schedules', label: 'One row per schedule' },
  {
    value: 'payments',
    label: 'One row per payment',
    hint: 'The payments that SmarterPay lists; none that are projected.',
  },
]
type Scope = 'page' | 'all'

export type ExportDialogProps = ExportMenuProps & { format: 'csv' | 'xlsx'; onClose: () => void }

/** What leaves, how it is written, and how far it is. */
export function ExportDialog({ query, answer, columns, format, onClose }: ExportDialogProps) {
  const role = useRole()
  const [scope, setScope] = useState<Scope>('all')
  const [what, setWhat] = useState<ExportWhat>('schedules')
  const [chosen, setChosen] = useState<readonly ExportColumn[]>(() => columnsForExport(columns))
  const [read, setRead] = useState(0)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const { mutate, isPending, error } = useMutation<ExportedFile, ProblemError>({
    mutationFn: () => {
      stop.current = new AbortController()
      setRead(0)
      const { page, size, ...rest } = query
      const params = listQueryParams({ ...rest, page: 1, size: 50 })
      if (scope === 'page') {
        params.set('page', String(page))
        params.set('size', String(size))
      }
      const asked = { what, format, filter: Object.fromEntries(params), columns: [...chosen] }
      return exportFile(asked, { onRead: setRead, signal: stop.current.signal })
    },
    onSuccess: (file) => {
      saveFile(file)
      onClose()
    },
  })
  const total = answer?.total ?? null
  const scopes: Option<Scope>[] = [
    { value: 'all', label: total === null ? 'All that match' : `All ${COUNT.format(total)} that match` },
    { value: 'page', label: `This page, ${COUNT.format(answer?.rows.length ?? 0)} schedules` },
  ]
  const turn = (column: ExportColumn, on: boolean) =>
    setChosen(EXPORT_COLUMNS.filter((own) => (own === column ? on : chosen.includes(own))))
  return (
    <Dialog
      title="Export schedules"
      onClose={onClose}
      footer={
        <>
          {isPending && (
            <span role="status" className="flex-1 text-small text-ink-2 tabular-nums">
              {read > 0 ? `${COUNT.format(read)} schedules read so far` : 'Making the file…'}
            </span>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" blocked={isPending} onClick={() => mutate()}>
            Export as {FORMATS[format]}
          </Button>
        </>
      }
    >
      {error && (
        <div className="mb-4">
          {error.problem.kind === 'too-large' ? (
            <p role="alert" className="text-danger">
              {role === 'agent'
                ? `An agent can take out ${AGENT_ROWS} rows at once: narrow the list down, or ask a team lead.`
                : 'This is more than one file holds: narrow the list down.'}
            </p>
          ) : (
            <ProblemPanel problem={error.problem} />
          )}
        </div>
      )}
      <p className="mb-4 text-ink-2 wrap-anywhere">
        {filtersSentence(query) || 'No filter: the whole list.'}{' '}
        {answer?.source === 'index'
          ? `From the copy that this dashboard keeps, as at ${formatInstant(new Date(answer.asOf))}.`
          : 'Read from SmarterPay while the file is made.'}
        {role !== null && !may(role, 'exports:large') && ` An agent can take out ${AGENT_ROWS} rows at once.`}
      </p>
      <fieldset disabled={isPending} className="min-w-0">
        <div className="mb-4 grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <Part title="What">
            <RadioGroup label="Scope" options={scopes} value={scope} onChoose={setScope} />
          </Part>
          <Part title="Rows">
            <RadioGroup label="Rows" options={ROWS} value={what} onChoose={setWhat} />
          </Part>
        </div>
        <Part
          title="Columns"
          beside={
            <>
              <TextButton className="text-small" onClick={() => setChosen(EXPORT_COLUMNS)}>
                All columns
              </TextButton>
              <TextButton className="text-small" onClick={() => setChosen(columnsForExport(columns))}>
                As in the list
              </TextButton>
            </>
          }
        >
          <div className="grid gap-x-6 sm:grid-cols-2">
            {EXPORT_COLUMNS.map((column) => (
              <Checkbox
                key={column}
                checked={chosen.includes(column)}
                disabled={column === 'id'}
                onChange={(event) => turn(column, event.target.checked)}
              >
                {exportColumnName(column)}
              </Checkbox>
            ))}
          </div>
        </Part>
      </fieldset>
    </Dialog>
  )
}

function Part({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <div className="mb-1 flex items-baseline gap-4">
        <h3 className="flex-1 text-small font-medium">{title}</h3>
        {beside}
      </div>
      {children}
    </div>
  )
}
