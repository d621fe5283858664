type Plain = Readonly<Record<string, unknown>>

/** Whether two plain values hold the same: texts, numbers, and lists and records of them. */
export function alike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  // Without lists of the parts: a draft of hundreds of payments compares thousands of them after each command.
  let parts = 0
  for (const name in a) {
    if (!Object.hasOwn(b, name) || !alike((a as Plain)[name], (b as Plain)[name])) return false
    parts += 1
  }
  for (const _ in b) parts -= 1
  return parts === 0
}
