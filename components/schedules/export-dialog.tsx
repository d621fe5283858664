'use client'

import { type ReactNode, useState } from 'react'
import { TextButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { type Option, RadioGroup } from '@/components/ui/choice'
import { ExportDialog } from '@/components/ui/export-dialog'
import type { FileFormat } from '@/components/ui/export-menu'
import { saveFile } from '@/components/ui/save-file'
import { formatInstant } from '@/lib/calendar-date'
import { useFileExport } from '@/lib/queries/exports'
import { listQueryParams } from '@/lib/schedules/contract'
import { EXPORT_COLUMNS, type ExportColumn, type ExportWhat, exportColumnName } from '@/lib/schedules/export-rows'
import { columnsForExport } from './export-columns'
import { filtersSentence } from './filter-words'
import type { ListNow } from './list-now'
import { selected } from './selection'

const COUNT = new Intl.NumberFormat('en-GB')
const ROWS: Option<ExportWhat>[] = [
  { value: 'schedules', label: 'One row per schedule' },
  {
    value: 'payments',
    label: 'One row per payment',
    hint: 'The payments that SmarterPay lists; none that are projected.',
  },
]
const schedulesText = (count: number) => (count === 1 ? '1 schedule' : `${COUNT.format(count)} schedules`)
type Scope = 'selection' | 'page' | 'all'

export type ExportSchedulesProps = ListNow & { format: FileFormat; onClose: () => void }

/** What leaves, how it is written, and how far it is. */
export function ExportSchedules({ query, answer, columns, format, onClose }: ExportSchedulesProps) {
  const [chosenIds] = useState(selected)
  const [scope, setScope] = useState<Scope>(chosenIds.length > 0 ? 'selection' : 'all')
  const [what, setWhat] = useState<ExportWhat>('schedules')
  const [chosen, setChosen] = useState<readonly ExportColumn[]>(() => columnsForExport(columns))
  const { make, read, busy, problem } = useFileExport((file) => {
    saveFile(file)
    onClose()
  })
  const filter = () => {
    const { page, size, ...rest } = query
    const params = listQueryParams({ ...rest, page: 1, size: 50 })
    if (scope === 'page') {
      params.set('page', String(page))
      params.set('size', String(size))
    }
    return Object.fromEntries(params)
  }
  const total = answer?.total ?? null
  const scopes: Option<Scope>[] = [
    ...(chosenIds.length > 0
      ? [{ value: 'selection' as const, label: `Selection, ${schedulesText(chosenIds.length)}` }]
      : []),
    { value: 'all', label: total === null ? 'All that match' : `All ${COUNT.format(total)} that match` },
    { value: 'page', label: `This page, ${schedulesText(answer?.rows.length ?? 0)}` },
  ]
  const turn = (column: ExportColumn, on: boolean) =>
    setChosen(EXPORT_COLUMNS.filter((own) => (own === column ? on : chosen.includes(own))))
  return (
    <ExportDialog
      title="Export schedules"
      format={format}
      of="schedules"
      read={read}
      busy={busy}
      problem={problem}
      onExport={() =>
        make({
          what,
          format,
          filter: filter(),
          columns: [...chosen],
          ...(scope === 'selection' && { selected: [...chosenIds] }),
        })
      }
      onClose={onClose}
      about={
        <>
          {filtersSentence(query) || 'No filter: the whole list.'}{' '}
          {answer?.source === 'index'
            ? `From the copy that this dashboard keeps, as at ${formatInstant(new Date(answer.asOf))}.`
            : 'Read from SmarterPay while the file is made.'}
        </>
      }
    >
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
    </ExportDialog>
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
