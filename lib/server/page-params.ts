import 'server-only'

/** A page's address as the readers of addresses take it, repeated names included. */
export async function pageParams(
  given: Promise<Record<string, string | string[] | undefined>>,
): Promise<URLSearchParams> {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(await given))
    for (const text of [value ?? []].flat()) params.append(name, text)
  return params
}
