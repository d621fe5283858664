'use client'

import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { saveFile } from '@/components/ui/save-file'
import { type ActivityQuery, activityParams } from '@/lib/activity'
import { exportFile } from '@/lib/queries/exports'

/** Takes what the filters hold, all pages of it, as a CSV file. */
export function ExportButton({ query }: { query: ActivityQuery }) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const params = activityParams(query)
      for (const name of ['page', 'size']) params.delete(name)
      return exportFile({ what: 'activity', format: 'csv', filter: Object.fromEntries(params) })
    },
    onSuccess: saveFile,
  })
  return (
    <>
      <Button icon={Download} blocked={isPending} onClick={() => mutate()}>
        Export
      </Button>
      {error && (
        <div className="w-full">
          <ProblemPanel problem={error.problem} />
        </div>
      )}
    </>
  )
}
