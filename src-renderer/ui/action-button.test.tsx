// @vitest-environment happy-dom
import '#renderer/test-setup.ts'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ActionButton } from './action-button.tsx'
import { renderPart } from './test-render.tsx'

describe('ActionButton', () => {
  it('does nothing while it is off, stays in the tab order and is described by its reason', async () => {
    const onClick = vi.fn()
    renderPart(<ActionButton label="Go to Credit" onClick={onClick} reasonOff="The document number does not fit" />)
    await userEvent.tab()
    const button = screen.getByRole('button', { name: 'Go to Credit' })
    expect(document.activeElement).toBe(button)
    await userEvent.keyboard('{Enter} ')
    await userEvent.click(button)
    expect(onClick).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(describedBy(button)).toBe('The document number does not fit')
  })

  it('does not submit a form while it is off', async () => {
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
    renderPart(
      <form onSubmit={onSubmit}>
        <ActionButton label="Seal" submits reasonOff="Not signed yet" />
      </form>,
    )
    await userEvent.click(screen.getByRole('button'))
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('fires when it is on, and its keys are announced without being part of its name', async () => {
    const onClick = vi.fn()
    renderPart(<ActionButton label="Go to Credit" keys="Ctrl Enter" onClick={onClick} />)
    const button = screen.getByRole('button', { name: 'Go to Credit' })
    await userEvent.click(button)
    expect(onClick).toHaveBeenCalledOnce()
    expect(button.getAttribute('aria-keyshortcuts')).toBe('Control+Enter')
  })

  it('says what it is doing while busy and does not fire again', async () => {
    const onClick = vi.fn()
    renderPart(<ActionButton label="Print" busy="Printing the slip" onClick={onClick} />)
    await userEvent.click(screen.getByRole('button', { name: 'Printing the slip' }))
    expect(onClick).not.toHaveBeenCalled()
  })
})

function describedBy(element: HTMLElement): string | null | undefined {
  return document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent
}
