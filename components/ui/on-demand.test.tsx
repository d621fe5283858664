import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { onDemand } from './on-demand'

const Word = ({ word }: { word: string }) => <p>{word}</p>

afterEach(cleanup)

describe('what is fetched on demand', () => {
  it('is fetched when it is first drawn, and something else stands there meanwhile', async () => {
    const load = vi.fn(async () => Word)
    const { Shown } = onDemand(load, <p>wait</p>)
    expect(load).not.toHaveBeenCalled()
    render(<Shown word="here" />)
    expect(screen.getByText('wait')).toBeDefined()
    expect(await screen.findByText('here')).toBeDefined()
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('is drawn at once where it was prepared, and goes on with what it holds', async () => {
    const { Shown, prepare } = onDemand(async () => Word, <p>wait</p>)
    await prepare()
    const { rerender } = render(<Shown word="here" />)
    const first = screen.getByText('here')
    rerender(<Shown word="there" />)
    expect(screen.getByText('there')).toBe(first)
  })

  it('is asked for again after a time when it could not be fetched', async () => {
    const load = vi.fn<() => Promise<typeof Word>>().mockRejectedValueOnce(new Error('no network'))
    load.mockResolvedValue(Word)
    const { Shown, prepare } = onDemand(load, <p>wait</p>)
    await prepare()
    render(<Shown word="here" />)
    expect(await screen.findByText('here')).toBeDefined()
  })
})
