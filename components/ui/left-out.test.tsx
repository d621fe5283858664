import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { LeftOut } from './left-out'

afterEach(cleanup)

it('goes when it is dismissed, and comes back once something else was left out', () => {
  const { rerender } = render(<LeftOut ignored="“colour” is not known here." />)
  expect(screen.getByText('“colour” is not known here.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  rerender(<LeftOut ignored="“colour” is not known here." />)
  expect(screen.queryByText('A part of this address was left out.')).toBeNull()
  rerender(<LeftOut ignored="“size” is not known here." />)
  expect(screen.getByText('“size” is not known here.')).toBeTruthy()
})
