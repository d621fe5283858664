'use client'

import { lazy } from 'react'
import { ExportMenu } from '@/components/ui/export-menu'
import { useRole } from '@/components/ui/reader-role'
import type { PaymentsQuery } from '@/lib/collections/payments-query'
import { may } from '@/lib/roles'

const importDialog = () => import('./export-dialog')
const ExportCollections = lazy(async () => ({ default: (await importDialog()).ExportCollections }))
const prepare = () => void importDialog()

export type CollectionsExportProps = {
  /** Its band counts where each row is a payment. */
  query: Omit<PaymentsQuery, 'sort' | 'page' | 'size'>
  /** Each row is a payment; else that can be chosen. */
  singly?: boolean
  /** UTC instant of what is shown; undefined where that is not known here. */
  asOf?: string | undefined
}

/** Takes upcoming collections out as a file, for those who may. */
export function CollectionsExport(props: CollectionsExportProps) {
  const role = useRole()
  if (role === null || !may(role, 'exports:make')) return null
  return (
    <span className="print:hidden">
      <ExportMenu prepare={prepare}>
        {(format, close) => <ExportCollections {...props} format={format} onClose={close} />}
      </ExportMenu>
    </span>
  )
}
