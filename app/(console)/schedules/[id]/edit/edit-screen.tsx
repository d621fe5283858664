'use client'

import { useQuery } from '@tanstack/react-query'
import { useCircumstances } from '@/components/circumstances'
import { EditSchedule } from '@/components/edit-schedule/edit-schedule'
import type { Reviewer } from '@/components/review/reviewer'
import { Breadcrumb } from '@/components/schedule/breadcrumb'
import { OpenChangeNote } from '@/components/schedule/open-change'
import { ScheduleSentence } from '@/components/schedule-sentence'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/link-button'
import { Loaded } from '@/components/ui/loaded'
import { Waiting } from '@/components/ui/waiting'
import { useOpenChanges } from '@/components/use-open-changes'
import { useWorkOwner } from '@/components/work-owner'
import { scheduleQuery } from '@/lib/queries/schedules'
import { useHasTypedTerms } from '@/lib/queries/typed-work'
import { may, whoMay } from '@/lib/roles'
import { checkTerms } from '@/lib/schedules/check-terms'
import type { ScheduleAnswer } from '@/lib/schedules/contract'
import { termsFindingWords } from '@/lib/schedules/terms-words'

/** The page of a rule's change: which schedule, how it stands now, then the form with its forecast. */
export function EditScreen({ id, by }: { id: string; by: Reviewer }) {
  const query = useQuery(scheduleQuery(id))
  return (
    <div className="flex min-h-full flex-col pt-5">
      <div className="px-4 sm:px-6">
        <Breadcrumb id={id} here="Edit" />
        <h1 className="text-page font-strong tracking-[-0.014em]">Edit schedule</h1>
      </div>
      <Loaded
        query={query}
        skeleton={
          <div className="px-4 pt-4 sm:px-6">
            <Waiting what="the schedule" />
          </div>
        }
      >
        {(answer) => <Standing answer={answer} by={by} />}
      </Loaded>
    </div>
  )
}

function Standing({ answer, by }: { answer: ScheduleAnswer; by: Reviewer }) {
  const c = useCircumstances()
  const { schedule } = answer
  const self = useWorkOwner()
  // The form follows this person's own change of the rule, with what belongs to it.
  const notFollowed = useOpenChanges(schedule.id).filter(({ person, action }) => person !== self || action !== 'amend')
  const closed = checkTerms(schedule, {}, c).find(({ kind }) => kind !== 'nothing-changed')
  // What was typed stays in sight where the rule can no longer be changed: the form says so, and what becomes of it.
  const hasTyped = useHasTypedTerms(schedule.id)
  const barred = may(by.role, 'schedules:change')
    ? closed && !hasTyped && termsFindingWords(closed)
    : `Schedules are changed by ${whoMay('schedules:change')}.`
  return (
    <>
      <p className="mt-0.5 mb-3.5 px-4 text-ink-2 text-lead sm:px-6">
        Now: <ScheduleSentence schedule={schedule} />
      </p>
      <div className="mb-3 grid gap-2 px-4 empty:hidden sm:px-6">
        {notFollowed.map((one) => (
          <OpenChangeNote key={one.change} of={one} id={schedule.id} role={by.role} />
        ))}
      </div>
      {barred ? (
        <div className="grid max-w-2xl gap-3 px-4 sm:px-6">
          <Banner tone="warn" title="This schedule cannot be edited here.">
            {barred}
          </Banner>
          <div>
            <LinkButton href={`/schedules/${schedule.id}`} prefetch={false}>
              Back to the schedule
            </LinkButton>
          </div>
        </div>
      ) : (
        <EditSchedule answer={answer} by={by} />
      )}
    </>
  )
}
