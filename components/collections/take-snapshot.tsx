'use client'

import { Camera } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { useRole } from '@/components/ui/reader-role'
import { say } from '@/components/ui/updates'
import { useTakeSnapshot } from '@/lib/queries/moved'
import { may } from '@/lib/roles'

export type TakeSnapshotProps = {
  /** Why none can be taken now; it stands beside the button. */
  blocked?: string | null
  onTaken?: () => void
}

/** Keeps what is listed now. Whose role does not include it sees no button. */
export function TakeSnapshot({ blocked = null, onTaken }: TakeSnapshotProps) {
  const role = useRole()
  const taking = useTakeSnapshot()
  if (role === null || !may(role, 'snapshots:take')) return null
  const take = () => {
    // The first one takes this button's place before it has ended: what follows is no business of the button's.
    const ends = taking.mutateAsync().then(() => {
      say('Snapshot taken. What moves from now on can be held against it.')
      onTaken?.()
    })
    ends.catch(() => undefined)
  }
  return (
    <div className="grid justify-items-start gap-2 print:hidden">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button icon={Camera} blocked={blocked !== null || taking.isPending} onClick={take}>
          {taking.isPending ? 'Taking a snapshot' : 'Take a snapshot now'}
        </Button>
        {blocked && <span className="text-ink-3 text-small">{blocked}</span>}
      </div>
      {taking.error && <ProblemPanel problem={taking.error.problem} />}
    </div>
  )
}
