import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Status } from '#shared/contract/desk.ts'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { DeskStatus } from './desk-status.tsx'
import { renderDesk } from './test-desk.tsx'

const online: Status = {
  isOnline: true,
  offlineSince: null,
  isCablePulled: false,
  isCoreEmbedded: true,
  coreAddress: '',
  toSend: 0,
  needsYou: 0,
  dataAsOf: 0,
  lastKeySavedAt: null,
  deskName: 'Shop Nancy, Counter 2',
  version: '0.1.0',
  isDemonstration: true,
  businessDate: '2026-10-22',
  currency: 'EUR',
  country: 'FR',
}

test('the status line is one live region whose words change, so that a screen reader says each turn', async () => {
  let now = online
  const { desk } = renderDesk(<DeskStatus />, { 'desk.status': () => now })
  const line = await screen.findByText('Online, all sent')
  expect(line.getAttribute('role')).toBe('status')
  now = { ...online, isOnline: false, offlineSince: 0, toSend: 2 }
  desk.changed('desk')
  await waitFor(() => expect(line.textContent).toMatch(/^Offline since .*, 2 to send/))
  expect(line.isConnected).toBe(true)
})

test('what must be known at once interrupts, anything else is said when the reader pauses', () => {
  renderDesk(
    <>
      <Message tone="stuck" cause="The number went to someone else." isUrgent />
      <Message tone="late" cause="The order is late." />
    </>,
    {},
  )
  expect(screen.getByRole('alert').textContent).toContain('The number went to someone else.')
  expect(screen.getByRole('status').textContent).toContain('The order is late.')
})

test('a field that is wrong says so, and its sentence is read with it', () => {
  renderDesk(<TextField label="Postal code" value="x" onChange={() => {}} error="Five figures." />, {})
  const field = screen.getByLabelText('Postal code')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const said = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
  expect(said).toContain('Five figures.')
})
