// @vitest-environment happy-dom
import '#renderer/test-setup.ts'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { ActionButton } from './action-button.tsx'
import { DialogForm } from './dialog-form.tsx'
import { renderPart } from './test-render.tsx'

function Form() {
  const [isDone, setDone] = useState(false)
  const close = (): void => undefined
  return (
    <DialogForm refused={undefined} leave="Close" onLeave={close} send="Close" hasNoLeave onSend={close}>
      {!isDone && <ActionButton label="Take it back" onClick={() => setDone(true)} />}
    </DialogForm>
  )
}

it('keeps the focus in a dialog whose button goes with its work', async () => {
  renderPart(<Form />)
  await userEvent.click(screen.getByRole('button', { name: 'Take it back' }))
  expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }))
})
