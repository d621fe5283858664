import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef, useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { WhyFields } from './why-fields'
import { EMPTY_WHY, whyFaults } from './why-form'

afterEach(cleanup)

function Form() {
  const [why, setWhy] = useState({ ...EMPTY_WHY, reason: 'other' })
  const faults = whyFaults(why, '', false)
  return <WhyFields why={why} onWhy={setWhy} faults={faults} form={createRef()} />
}

it('takes a note of several lines as one, since lines are not kept', async () => {
  render(<Form />)
  const note = screen.getByRole('textbox', { name: 'Note' })
  await userEvent.type(note, 'Paid twice{Enter}in May')
  expect(note).toHaveProperty('value', 'Paid twice in May')
  expect(note.getAttribute('aria-invalid')).toBeNull()
})

it('names the note that holds a card number, before anything is sent', async () => {
  render(<Form />)
  const note = screen.getByRole('textbox', { name: 'Note' })
  await userEvent.type(note, 'card 4111 1111 1111 1111')
  expect(note.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('This looks like a card number. Card numbers may not be kept here.')).toBeTruthy()
})
