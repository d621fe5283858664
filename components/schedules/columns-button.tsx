'use client'

import { Columns3 } from 'lucide-react'
import { lazy, memo, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { ChooseColumnsProps } from './choose-columns'

const importDialog = () => import('./choose-columns')
const ChooseColumns = lazy(async () => ({ default: (await importDialog()).ChooseColumns }))
const prepare = () => void importDialog()

/** Opens the choice of columns. */
export const ColumnsButton = memo(function ColumnsButton(props: Omit<ChooseColumnsProps, 'onClose'>) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Button
        icon={Columns3}
        data-command="Choose columns"
        aria-haspopup="dialog"
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setChoosing(true)}
      >
        Columns
      </Button>
      {choosing && (
        <Suspense fallback={null}>
          <ChooseColumns {...props} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </>
  )
})
