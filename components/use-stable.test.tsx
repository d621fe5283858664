import { cleanup, render, screen } from '@testing-library/react'
import { memo } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { useStable } from './use-stable'

afterEach(cleanup)

it('does what the newest drawing had in mind, and has nobody drawn anew for it', () => {
  const drawn = vi.fn()
  const told: string[] = []
  const Press = memo(function Press({ tell }: { tell: (by: string) => void }) {
    drawn()
    return (
      <button type="button" onClick={() => tell('press')}>
        Tell
      </button>
    )
  })
  function Page({ word }: { word: string }) {
    const { tell } = useStable({ tell: (by: string) => void told.push(`${word} by ${by}`) })
    return <Press tell={tell} />
  }
  const { rerender } = render(<Page word="first" />)
  screen.getByRole('button').click()
  rerender(<Page word="second" />)
  screen.getByRole('button').click()
  expect(told).toEqual(['first by press', 'second by press'])
  expect(drawn).toHaveBeenCalledTimes(1)
})
