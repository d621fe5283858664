import { describe, expect, it } from 'vitest'
import { displayText, readDisplay } from './display'

describe('how a person likes the list', () => {
  it('says the same after there and back', () => {
    const display = { density: 'compact' as const, columns: ['reference' as const, 'next' as const, 'amount' as const] }
    expect(readDisplay(displayText(display))).toEqual(display)
  })

  it.each([undefined, '', 'nonsense', 'comfortable.next-amount', '<script>'])('falls back from %s', (text) => {
    expect(readDisplay(text)).toEqual({ density: 'comfortable', columns: null })
  })

  it('drops columns that are unknown or named twice', () => {
    expect(readDisplay('compact.reference-next-next-gone')).toEqual({
      density: 'compact',
      columns: ['reference', 'next'],
    })
  })
})
