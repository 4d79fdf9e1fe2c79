// @vitest-environment happy-dom
import '#renderer/test-setup.ts'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { type Step, StepList } from './step-list.tsx'
import { renderPart } from './test-render.tsx'

const steps: readonly Step[] = [
  { id: 'offer', name: 'Offer', summary: 'Mobile M', state: 'confirmed', stateWord: 'Confirmed' },
  { id: 'identity', name: 'Identity', summary: 'One check fails', state: 'open' },
  { id: 'pay', name: 'Pay now', summary: 'After Sign', state: 'locked' },
]

describe('StepList', () => {
  it('marks only the current step with aria-current', () => {
    renderPart(<StepList label="Steps" steps={steps} current="identity" onOpen={vi.fn()} />)
    const current = screen.getAllByRole('button').filter((step) => step.getAttribute('aria-current') === 'step')
    expect(current.map((step) => step.textContent)).toEqual(['IdentityOne check fails'])
    expect(screen.getByRole('navigation', { name: 'Steps' })).toBeTruthy()
  })

  it('moves with the arrow keys and opens with Enter', async () => {
    const onOpen = vi.fn()
    renderPart(<StepList label="Steps" steps={steps} current="offer" onOpen={onOpen} />)
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('identity')
  })

  it('reaches a locked step, with its reason in the name, and does not open it', async () => {
    const onOpen = vi.fn()
    renderPart(<StepList label="Steps" steps={steps} current="offer" onOpen={onOpen} />)
    await userEvent.tab()
    await userEvent.keyboard('{End}{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Pay now.*After Sign/ }))
    expect(onOpen).not.toHaveBeenCalled()
  })
})
