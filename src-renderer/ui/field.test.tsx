// @vitest-environment happy-dom
import '#renderer/test-setup.ts'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { TextField } from './field.tsx'
import { renderPart } from './test-render.tsx'

describe('TextField', () => {
  it('ties its error by aria-describedby and shows it instead of what is saved', () => {
    renderPart(
      <TextField
        label="E-mail"
        value="jana@novak"
        onChange={vi.fn()}
        error="After the @ a name like novak.example"
        saved="Saved on this desk 14:03"
      />,
    )
    const field = screen.getByLabelText('E-mail')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(describedBy(field)).toBe('After the @ a name like novak.example')
    expect(screen.queryByText('Saved on this desk 14:03')).toBeNull()
  })

  it('ties what is saved in the same way', () => {
    renderPart(
      <TextField label="E-mail" value="jana@novak.example" onChange={vi.fn()} saved="Saved on this desk 14:03" />,
    )
    expect(describedBy(screen.getByLabelText('E-mail'))).toBe('Saved on this desk 14:03')
  })

  it('keeps a masked value from being typed over and asks to reveal it', async () => {
    const onReveal = vi.fn()
    const onChange = vi.fn()
    renderPart(
      <TextField label="Number" value="••••02C3" onChange={onChange} masked={{ revealWord: 'Reveal', onReveal }} />,
    )
    await userEvent.type(screen.getByLabelText('Number'), '1')
    await userEvent.click(screen.getByRole('button', { name: 'Reveal' }))
    expect(onChange).not.toHaveBeenCalled()
    expect(onReveal).toHaveBeenCalledOnce()
  })
})

function describedBy(element: HTMLElement): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join('')
}
