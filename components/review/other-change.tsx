'use client'

import { useQuery } from '@tanstack/react-query'
import { changeQuery } from '@/lib/queries/changes'
import { changeText, sentText } from '@/lib/schedules/change-words'

/** Which other change is under way: what it is, who sent it and when, as soon as that is known, and its id to quote. */
export function OtherChange({ id }: { id: string }) {
  const change = useQuery(changeQuery(id)).data?.change
  const sent = change && sentText({ by: change.person, sentAt: change.sentAt })
  return (
    <>
      {change && (
        <span className="block">
          The other one is {changeText(change.action)}, {sent}.
        </span>
      )}
      <span className="block text-ink-3">The other change is {id}.</span>
    </>
  )
}
