'use client'

import { type FormEvent, useId, useState } from 'react'
import { useCircumstances } from '@/components/circumstances'
import { Button, TextButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { RadioGroup } from '@/components/ui/choice'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { ProblemPanel } from '@/components/ui/problem-panel'
import { useRole } from '@/components/ui/reader-role'
import { say } from '@/components/ui/updates'
import type { ProblemError } from '@/lib/problem'
import { useDeleteView, useSaveView } from '@/lib/queries/saving-views'
import { may } from '@/lib/roles'
import type { ListQuery } from '@/lib/schedules/contract'
import { relativeWord, type SavedView, viewParams, wordText } from '@/lib/schedules/views'
import type { ColumnId } from './column-names'
import type { Density } from './display'
import { filtersSentence } from './filter-words'
import { PAGE_QUERY } from './list-address'

export type SaveViewProps = {
  query: ListQuery
  columns: readonly ColumnId[] | null
  density: Density
  onClose: () => void
  onSaved: (view: SavedView) => void
}

const nameFault = (error: ProblemError | null) =>
  error?.problem.kind === 'bad-input' ? error.problem.fields.find(({ path }) => path === 'name')?.message : undefined

/** Keeps what the list asks for under a name. */
export function SaveView({ query, columns, density, onClose, onSaved }: SaveViewProps) {
  const today = useCircumstances().now.date
  const role = useRole()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [opens, setOpens] = useState(false)
  const [relative, setRelative] = useState(true)
  const [empty, setEmpty] = useState(false)
  const form = useId()
  const { mutate, isPending, error } = useSaveView()
  const moving = (['next', 'created', 'ends', 'starts'] as const).flatMap((filter) => {
    const range = query[filter]
    const word = typeof range === 'object' && relativeWord(range, today)
    return word ? [wordText(word)] : []
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    const tidy = name.trim()
    setEmpty(tidy === '')
    if (tidy === '') return
    const params = viewParams(query, PAGE_QUERY, today, relative)
    mutate(
      { wanted: { name: tidy, shared, opens, params, columns: columns ? [...columns] : null, density } },
      {
        onSuccess: (view) => {
          onSaved(view)
          onClose()
          say(`The view ${view.name} is saved.`)
        },
      },
    )
  }
  const fault = empty ? 'Give the view a name.' : nameFault(error)
  return (
    <Dialog
      title="Save view"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} blocked={isPending}>
            Save view
          </Button>
        </>
      }
    >
      {error && !fault && (
        <div className="mb-4">
          <ProblemPanel problem={error.problem} />
        </div>
      )}
      <form id={form} noValidate onSubmit={save} className="grid gap-4">
        <p className="text-ink-2 wrap-anywhere">{filtersSentence(query) || 'No filter: the whole list.'}</p>
        <TextField
          label="Name"
          data-first
          autoComplete="off"
          maxLength={60}
          value={name}
          error={fault}
          onChange={(event) => setName(event.target.value)}
        />
        {role !== null && may(role, 'views:share') && (
          <div>
            <h3 className="mb-1 text-small font-medium">Who sees it</h3>
            <RadioGroup
              label="Who sees it"
              options={[
                { value: 'private', label: 'Only me' },
                { value: 'shared', label: 'Everybody', hint: 'Sharing a view is put on record.' },
              ]}
              value={shared ? 'shared' : 'private'}
              onChoose={(value) => setShared(value === 'shared')}
            />
          </div>
        )}
        <div>
          {moving.length > 0 && (
            <Checkbox
              checked={relative}
              onChange={(event) => setRelative(event.target.checked)}
              hint={`${moving.join(' and ')}, counted from the day on which the view is opened.`}
            >
              Days move on
            </Checkbox>
          )}
          <Checkbox checked={opens} onChange={(event) => setOpens(event.target.checked)}>
            Open the list with this view
          </Checkbox>
        </div>
      </form>
    </Dialog>
  )
}

export type UpdateViewProps = Omit<SaveViewProps, 'onClose'> & { view: SavedView }

/** Puts what stands in the list in the place of what a view of one's own was. */
export function UpdateView({ view, query, columns, density, onSaved }: UpdateViewProps) {
  const today = useCircumstances().now.date
  const { mutateAsync, isPending } = useSaveView()
  const update = async () => {
    if (isPending) return
    const { id, name, shared, opens } = view
    const params = viewParams(query, PAGE_QUERY, today, true)
    const wanted = { name, shared, opens, params, columns: columns ? [...columns] : view.columns, density }
    try {
      // This button goes as soon as nothing differs any more: what follows must not hang on it.
      onSaved(await mutateAsync({ id, wanted }))
      say(`The view ${name} is now as the list stands.`)
    } catch {
      say(`The view ${name} could not be changed. Try again.`)
    }
  }
  return (
    <TextButton data-command="" onClick={() => void update()}>
      Update view
    </TextButton>
  )
}

/** Asks before a view goes. */
export function DeleteView({
  view,
  onClose,
  onDeleted,
}: {
  view: SavedView
  onClose: () => void
  onDeleted: () => void
}) {
  const { mutateAsync, isPending, error } = useDeleteView()
  const remove = async () => {
    try {
      await mutateAsync(view.id)
    } catch {
      return
    }
    onDeleted()
    onClose()
    say(`The view ${view.name} is deleted.`)
  }
  return (
    <Dialog
      title={`Delete view ${view.name}?`}
      onClose={onClose}
      footer={
        <>
          <Button variant="danger" blocked={isPending} onClick={() => void remove()}>
            Delete view
          </Button>
          <Button data-first onClick={onClose}>
            Keep it
          </Button>
        </>
      }
    >
      {error && <ProblemPanel problem={error.problem} />}
      <p className="text-ink-2">
        {view.shared ? 'Nobody will see it any more. ' : ''}The schedules in it are not touched.
      </p>
    </Dialog>
  )
}
