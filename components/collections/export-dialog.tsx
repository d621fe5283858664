'use client'

import { useState } from 'react'
import { type Option, RadioGroup } from '@/components/ui/choice'
import { ExportDialog } from '@/components/ui/export-dialog'
import type { FileFormat } from '@/components/ui/export-menu'
import { saveFile } from '@/components/ui/save-file'
import { formatInstant } from '@/lib/calendar-date'
import type { ExportEach } from '@/lib/collections/export-rows'
import { PAYMENTS_SIZE, paymentsParams } from '@/lib/collections/payments-query'
import { filterWords, partText, rangeText } from '@/lib/collections/words'
import { useFileExport } from '@/lib/queries/exports'
import type { CollectionsExportProps } from './export-menu'

const ROWS: Option<ExportEach>[] = [
  {
    value: 'day',
    label: 'One row per day',
    hint: 'Two where something is projected: what SmarterPay lists, and ours.',
  },
  { value: 'payment', label: 'One row per payment', hint: 'Each with its schedule, its band and its class of notice.' },
]

export type ExportCollectionsProps = CollectionsExportProps & { format: FileFormat; onClose: () => void }

/** Which days and payments leave, and whether a row is one or the other. */
export function ExportCollections({ query, singly = false, asOf, format, onClose }: ExportCollectionsProps) {
  const [chosen, setChosen] = useState<ExportEach>(singly ? 'payment' : 'day')
  const { make, read, busy, problem } = useFileExport((file) => {
    saveFile(file)
    onClose()
  })
  const filter = Object.fromEntries(paymentsParams({ ...query, sort: 'date', page: 1, size: PAYMENTS_SIZE }))
  const told = [rangeText(query), ...(query.band ? [partText(query.band)] : []), ...filterWords(query)]
  return (
    <ExportDialog
      title="Export collections"
      format={format}
      of="payments"
      read={read}
      busy={busy}
      problem={problem}
      onExport={() => make({ what: 'collections', format, filter, rows: chosen })}
      onClose={onClose}
      about={
        <>
          {told.join(' · ')}. From the copy that this dashboard keeps
          {asOf && `, as at ${formatInstant(new Date(asOf))}`}. The column “source” keeps what SmarterPay lists apart
          from what is projected.
        </>
      }
    >
      {!singly && <RadioGroup label="Rows" options={ROWS} value={chosen} onChoose={setChosen} />}
    </ExportDialog>
  )
}
