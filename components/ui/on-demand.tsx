'use client'

import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'

/**
 * A component that is fetched when it is first drawn, with `waiting` in its place until then (left out: what it stands in waits
 * with it); `prepare` fetches it before, and what is there already is drawn at once. Answers both.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting?: ReactNode,
): { Shown: ComponentType<Props>; prepare: () => Promise<void> } {
  let there: ComponentType<Props> | null = null
  const fetched = async () => {
    there = await load()
    return { default: there }
  }
  const Later = lazy(fetched) as unknown as ComponentType<Props>
  function Shown(props: Props) {
    // What was begun with stays: it would lose what it holds to another one.
    const [Own] = useState(() => there ?? Later)
    const own = <Own {...props} />
    return waiting === undefined ? own : <Suspense fallback={waiting}>{own}</Suspense>
  }
  return {
    Shown,
    prepare: async () => {
      await fetched().catch(() => undefined)
    },
  }
}
