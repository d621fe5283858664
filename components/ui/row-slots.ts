import { useState } from 'react'

type Slots = { answers: string; ids: readonly string[]; of: ReadonlyMap<string, number> }

/** The rows of another answer write over those that stand there, top to bottom: that is quicker than to make them new. */
const afresh = (answers: string, ids: readonly string[]): Slots => ({
  answers,
  ids,
  of: new Map(ids.map((id, at) => [id, at])),
})

/** A later answer to the same question: who stays keeps the place, and with it the focus; who is new takes a free one. */
function goOn({ answers, of }: Slots, ids: readonly string[]): Slots {
  const stays = new Map(ids.flatMap((id) => (of.has(id) ? [[id, of.get(id) as number]] : [])))
  const taken = new Set(stays.values())
  let free = 0
  const next = ids.map((id): [string, number] => {
    const place = stays.get(id)
    if (place !== undefined) return [id, place]
    while (taken.has(free)) free += 1
    taken.add(free)
    return [id, free]
  })
  return { answers, ids, of: new Map(next) }
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id, at) => id === b[at])

/** A key for each row by its id, for which two rows of one question never change places. `answers`: which question the rows answer. */
export function useRowSlots(ids: readonly string[], answers: string): (id: string) => number | string {
  const [slots, setSlots] = useState(() => afresh(answers, ids))
  let now = slots
  if (slots.answers !== answers) now = afresh(answers, ids)
  else if (!same(slots.ids, ids)) now = goOn(slots, ids)
  if (now !== slots) setSlots(now)
  return (id) => now.of.get(id) ?? id
}
