import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { renderDesk } from '#renderer/app/test-desk.tsx'
import type { Hit } from '#shared/domain/customer/contract.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { HomeScreen } from './home.screen.tsx'

const caseId = '01a2014e-df0e-7aeb-8c08-986f26680001'
const luc: Session = {
  userId: '01a2014e-df0e-7aeb-8c08-986f26680002',
  name: 'Luc',
  role: 'store',
  scope: 'nancy',
  deskName: 'Shop Nancy, Counter 2',
  signedInAt: 0,
}

function hitOf(name: string, last: string): Hit {
  const customerId = `01a2014e-df0e-7aeb-8c08-986f2668000${last}`
  return { customerId, name, town: 'Nancy', number: '+33639984112', state: 'active', matched: 'name' }
}

function openHome(session: Session = luc) {
  const hits = [hitOf('Jana Nováková', '3'), hitOf('Tomáš Novák', '4')]
  return renderDesk(<HomeScreen session={session} tickets={null} />, {
    'customer.search': ({ text }) => ({
      hits: text.startsWith('nov') ? hits : text === 'only' ? hits.slice(0, 1) : [],
      more: false,
    }),
    'interaction.customerView': () => ({ code: 'NOT_FOUND' }),
    'interaction.home': () => ({ customers: 2000, cases: [] }),
    'desk.needsYou': () => ({ items: [], told: [] }),
    'interaction.startCase': () => ({ caseId }),
    'provisioning.stuckTasks': () => ({ tasks: [] }),
    'interaction.callBacks': () => ({ lines: [] }),
    'ticket.myTickets': () => ({ tickets: [] }),
    'identity.referrals': () => ({ referrals: [] }),
  })
}

const started = (calls: readonly (readonly [string, unknown])[]) =>
  calls.filter(([name]) => name === 'interaction.startCase')

test('the search has the focus; arrow down and Enter open the second customer found', async () => {
  const { desk } = openHome()
  const user = userEvent.setup()
  await user.keyboard('nov')
  await screen.findByRole('option', { name: /Tomáš Novák/ })
  await user.keyboard('{ArrowDown}{Enter}')
  expect(useDeskStore.getState().activeTab).toBe('customer:01a2014e-df0e-7aeb-8c08-986f26680004')
  expect(started(desk.calls)).toEqual([])
})

test('Ctrl Enter begins a case for the customer chosen', async () => {
  const { desk } = openHome()
  const user = userEvent.setup()
  await user.keyboard('nov')
  await screen.findByRole('option', { name: /Tomáš Novák/ })
  await user.keyboard('{ArrowDown}{Control>}{Enter}{/Control}')
  await waitFor(() => expect(useDeskStore.getState().activeTab).toBe(`case:${caseId}`))
  expect(started(desk.calls)).toEqual([
    [
      'interaction.startCase',
      { channel: 'walkIn', customerId: '01a2014e-df0e-7aeb-8c08-986f26680004', language: 'en' },
    ],
  ])
})

test('Enter right behind the last key waits for the answer and opens who was found, no case for someone new', async () => {
  const { desk } = openHome()
  const user = userEvent.setup()
  await user.keyboard('nov{Enter}')
  await waitFor(() => expect(useDeskStore.getState().activeTab).toBe('customer:01a2014e-df0e-7aeb-8c08-986f26680003'))
  expect(started(desk.calls)).toEqual([])
})

test('nobody found: Enter begins a case for someone new', async () => {
  const { desk } = openHome()
  const user = userEvent.setup()
  await user.keyboard('zz top')
  await screen.findByRole('option', { name: /Nobody found for “zz top”/ })
  await user.keyboard('{Enter}')
  await waitFor(() => expect(started(desk.calls)).toHaveLength(1))
  expect(started(desk.calls)[0]?.[1]).toEqual({ channel: 'walkIn', customerId: null, language: 'en' })
})

test('Esc closes the list and keeps what was typed', async () => {
  openHome()
  const user = userEvent.setup()
  await user.keyboard('nov')
  await screen.findByRole('option', { name: /Jana Nováková/ })
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('nov')
})

test('back office opens customers but begins no case', async () => {
  const { desk } = openHome({ ...luc, role: 'backOffice' })
  const user = userEvent.setup()
  await user.keyboard('nov')
  await screen.findByRole('option', { name: /Jana Nováková/ })
  await user.keyboard('{Enter}')
  expect(started(desk.calls)).toEqual([])
})

test('the only one found is asked for before Enter, so that Enter shows them at once', async () => {
  const { desk } = openHome()
  const user = userEvent.setup()
  await user.keyboard('only')
  await screen.findByRole('option', { name: /Jana Nováková/ })
  await waitFor(() => expect(desk.calls.filter(([name]) => name === 'interaction.customerView')).toHaveLength(1))
})
