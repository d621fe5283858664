'use client'

import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { say } from '@/components/ui/updates'
import { type ActivityQuery, activityParams } from '@/lib/activity'
import { exportFile } from '@/lib/queries/activity'

/** Takes what the filters hold, all pages of it, as a CSV file. */
export function ExportButton({ query }: { query: ActivityQuery }) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const params = activityParams(query)
      for (const name of ['page', 'size']) params.delete(name)
      return exportFile({ what: 'activity', format: 'csv', filter: Object.fromEntries(params) })
    },
    onSuccess: ({ name, file }) => {
      const link = document.createElement('a')
      const address = URL.createObjectURL(file)
      link.href = address
      link.download = name
      link.click()
      URL.revokeObjectURL(address)
      say(`${name} was handed to your browser.`)
    },
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
