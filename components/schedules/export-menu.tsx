'use client'

import { lazy, memo } from 'react'
import { ExportMenu, type FileFormat } from '@/components/ui/export-menu'
import { useListNow } from './list-now'

const importDialog = () => import('./export-dialog')
const ExportSchedules = lazy(async () => ({ default: (await importDialog()).ExportSchedules }))
const prepare = () => void importDialog()

/** Takes the list out as a file. */
export const ScheduleExport = memo(function ScheduleExport() {
  return <ExportMenu prepare={prepare}>{(format, close) => <ExportOfNow format={format} onClose={close} />}</ExportMenu>
})

function ExportOfNow(props: { format: FileFormat; onClose: () => void }) {
  return <ExportSchedules {...useListNow()} {...props} />
}
