// Saved views of the list as browser and BFF speak of them.
import * as z from 'zod/mini'

const PARAMS = /^[\w=&.,+%~*()!':@/-]*$/
const name = z
  .string()
  .check(z.trim(), z.minLength(1, 'Give the view a name.'), z.maxLength(60, 'At most 60 characters.'))
const columns = z.nullable(z.array(z.string().check(z.regex(/^[A-Za-z]{1,40}$/))).check(z.maxLength(40)))
/** How close the rows stand; null: as the person has them. */
const density = z.nullable(z.enum(['comfortable', 'compact']))

export const newView = z.strictObject({
  name,
  /** Everybody sees it. */
  shared: z.boolean(),
  /** The list opens with it. */
  opens: z.boolean(),
  params: z.string().check(z.maxLength(1_500), z.regex(PARAMS, 'This is not the address of a list.')),
  columns,
  density: z.optional(density),
})

export const savedView = z.object({
  id: z.uuid(),
  name: z.string(),
  shared: z.boolean(),
  opens: z.boolean(),
  params: z.string(),
  columns: z.nullable(z.array(z.string())),
  density,
  /** Of the person who asks: others' shared ones cannot be changed by them. */
  own: z.boolean(),
})
export const savedViews = z.object({ views: z.array(savedView) })
export const viewAnswer = z.object({ view: savedView })
/** What deleting it answers: nothing that anybody reads. */
export const viewGone = z.unknown()
