import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { type Answers, renderDesk } from '#renderer/app/test-desk.tsx'
import type { Status } from '#shared/contract/desk.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { SignInScreen } from './sign-in.screen.tsx'

const idOf = (last: number) => `01a2014e-df0e-7aeb-8c08-986f2668000${last}`

function personOf(name: string, role: Role, last: number) {
  return { userId: idOf(last), name, role, seat: `${name}, Counter ${last}`, story: 'story.luc' }
}

function open(isDemonstration: boolean, answers: Answers = {}) {
  const status: Status = {
    isOnline: true,
    offlineSince: null,
    isCablePulled: false,
    isCoreEmbedded: isDemonstration,
    coreAddress: 'https://core.example',
    toSend: 2,
    needsYou: 0,
    dataAsOf: null,
    lastKeySavedAt: null,
    deskName: '',
    version: '0.1.0',
    isDemonstration,
    businessDate: '2026-10-22',
    currency: 'EUR',
    country: 'FR',
  }
  const people = isDemonstration ? [personOf('Anna', 'agent', 1), personOf('Luc', 'store', 2)] : []
  return renderDesk(<SignInScreen />, {
    'desk.status': () => status,
    'desk.startup': () => ({ steps: [], isReady: true, problem: null }),
    'staff.people': () => ({ people, businessDate: '2026-10-22' }),
    'shell.notices': () => ({ notices: [] }),
    'staff.signIn': () => ({ code: 'SIGN_IN_WRONG' }),
    ...answers,
  })
}

const signIns = (calls: readonly (readonly [string, unknown])[]) => calls.filter(([name]) => name === 'staff.signIn')

test('the figure on a tile signs that person in; the market says its day and that all is invented', async () => {
  const { desk } = open(true)
  await screen.findByText('Demonstration market, Thursday 22 October 2026. Everyone in it is invented.')
  await screen.findByRole('button', { name: /Luc/ })
  await userEvent.keyboard('2')
  expect(signIns(desk.calls)).toEqual([['staff.signIn', { tile: idOf(2) }]])
})

test('without a demonstration, name and password are asked, and a refusal keeps what was typed', async () => {
  const { desk } = open(false)
  const user = userEvent.setup()
  await user.type(await screen.findByLabelText('Name'), 'luc 2')
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}')
  await screen.findByText(/Name and password do not fit/)
  expect(signIns(desk.calls)).toEqual([['staff.signIn', { name: 'luc 2', password: 'secret' }]])
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('luc 2')
  expect(screen.queryByText(/Everyone in it is invented/)).toBeNull()
})

test('what the last person left unsent is said where the next one sits down', async () => {
  open(true)
  await screen.findByText('2 to send, going out by themselves')
})
