import { type FormEvent, useState } from 'react'

// A range whose two ends are typed, whatever they are of: what stands in its fields, what is wrong with it, and what it comes to.

const ENDS = ['from', 'to'] as const
export type End = (typeof ENDS)[number]
export type Ends<T> = Record<End, T>

/** Why an end cannot be read, in words. */
export type Fault = { fault: string }

export type TypedRangeOptions<T> = {
  start: Ends<string>
  /** What one end says; undefined where it may be left open. */
  read: (text: string, end: End) => T | Fault
  /** What is said where the range ends before it begins. */
  backwards: string
  onApply: (range: Ends<T>) => void
}

const faultOf = (read: string | number | undefined | Fault) => (typeof read === 'object' ? read.fault : undefined)

/** What a form of two fields needs: its `onSubmit`, and the properties of each field. What was typed stays until it is right. */
export function useTypedRange<T extends string | number | undefined>(options: TypedRangeOptions<T>) {
  const { start, read, backwards, onApply } = options
  const [typed, setTyped] = useState(start)
  const [faults, setFaults] = useState<Partial<Ends<string | undefined>>>({})
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const [from, to] = [read(typed.from, 'from'), read(typed.to, 'to')]
    if (typeof from === 'object' || typeof to === 'object') setFaults({ from: faultOf(from), to: faultOf(to) })
    else if (from !== undefined && to !== undefined && from > to) setFaults({ to: backwards })
    else onApply({ from, to })
  }
  const fields = ENDS.map((end) => ({
    end,
    label: end === 'from' ? 'From' : 'To',
    autoComplete: 'off',
    value: typed[end],
    error: faults[end],
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped({ ...typed, [end]: target.value })
      setFaults({})
    },
  }))
  return { onSubmit, fields }
}
