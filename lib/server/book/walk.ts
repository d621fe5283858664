import 'server-only'

// Walks a list that is paged by number, and says whether it met all of it. Rows may come twice, go missing between two pages
// or never end; none of that is taken for the whole.

/** How a walk ended. Only `complete` says that every page was met; the others leave open what was not. */
export type WalkEnd =
  | 'complete'
  /** A page held nothing that had not been met before. */
  | 'no-new-rows'
  /** Rows came after a page that was short or empty. */
  | 'rows-after-the-end'
  | 'too-many-pages'

export type Walking<T> = {
  /** From 1. What it throws ends the walk, and is thrown. */
  page: (number: number) => Promise<T[]>
  keyOf: (row: T) => string
  /** Handed the rows of each page that were not met before; the lane waits for it. */
  take: (fresh: T[]) => Promise<void>
  size: number
  lanes: number
  mostPages: number
}

/**
 * The end is a page that is short and followed by an empty one. Answers with the keys of all rows that were met.
 * Pages are asked for in lanes, once the first one shows that there is more.
 */
export async function walk<T>({ page, keyOf, take, size, lanes, mostPages }: Walking<T>) {
  const met = new Set<string>()
  let next = 1
  let shortAt = Number.POSITIVE_INFINITY
  let lastWithRows = 0
  let end: WalkEnd | undefined

  const step = async (): Promise<void> => {
    const number = next
    next += 1
    if (number > mostPages) {
      end ??= 'too-many-pages'
      return
    }
    const rows = await page(number)
    if (rows.length < size) shortAt = Math.min(shortAt, number)
    if (rows.length > 0) lastWithRows = Math.max(lastWithRows, number)
    const fresh = new Map<string, T>()
    for (const row of rows) if (!met.has(keyOf(row))) fresh.set(keyOf(row), row)
    for (const key of fresh.keys()) met.add(key)
    if (lastWithRows > shortAt) end ??= 'rows-after-the-end'
    else if (rows.length > 0 && fresh.size === 0) end ??= 'no-new-rows'
    await take([...fresh.values()])
  }
  const lane = async () => {
    while (end === undefined && next <= shortAt + 1) await step()
  }
  await step()
  await Promise.all(Array.from({ length: lanes }, lane))
  return { end: end ?? ('complete' as const), met }
}
