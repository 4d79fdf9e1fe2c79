import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderDesk } from '#renderer/app/test-desk.tsx'
import type { CallerView } from '#shared/domain/verification/contract.ts'
import { CallerDialog } from './caller-dialog.tsx'

const of = { customerId: '01a2014e-df0e-7aeb-8c08-986f26680001', caseId: '01a2014e-df0e-7aeb-8c08-986f26680002' }

function callerOf(overrides: Partial<CallerView> = {}): CallerView {
  return {
    ...{
      level: 0,
      basis: 'none',
      isConfirmed: true,
      at: null,
      untilAt: null,
      byName: '',
      hasContact: true,
      isInPerson: false,
    },
    ...{ isOnline: true, matched: [], failures: 0, failuresToLock: 3, lockedUntil: null, mayUnlock: false },
    ...{ unlockedBy: '', unlockReason: '' },
    questions: [
      { question: 'birthDate', levels: [1, 2] },
      { question: 'securityWord', levels: [1, 2, 3] },
    ],
    levels: [
      { level: 1, matches: 1, has: 0, of: 2 },
      { level: 2, matches: 2, has: 0, of: 2 },
      { level: 3, matches: 2, has: 0, of: 1 },
    ],
    ...overrides,
  }
}

function open(view: CallerView, isMatch = false) {
  return renderDesk(<CallerDialog of={of} language="cs" isOpen onClose={() => undefined} />, {
    'verification.caller': () => view,
    'verification.answer': () => ({ isMatch }),
    'verification.unlock': () => ({}),
  })
}

test('the first question has the focus and is said in the customer’s language; no match leaves nothing of the answer', async () => {
  const { desk } = open(callerOf())
  const field = await screen.findByRole('textbox', { name: 'Date of birth' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(screen.getByText('Kdy jste se narodili?')).toBeTruthy()
  await userEvent.type(field, '1.1.1980{Enter}')
  await screen.findByText('No match')
  expect(field).toHaveProperty('value', '')
  expect(desk.calls.filter(([name]) => name === 'verification.answer')).toEqual([
    ['verification.answer', { ...of, level: 2, question: 'birthDate', answer: '1.1.1980' }],
  ])
})

test('without the core level 3 says so, with a sentence for the customer, and asks nothing', async () => {
  open(callerOf({ isOnline: false }))
  await userEvent.click(await screen.findByText('3: SIM, port-out, holder'))
  expect(await screen.findByText(/^Level 3 needs the core/)).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'Agreed word' })).toBeNull()
})

test('locked, nobody is asked; a supervisor unlocks only with a reason', async () => {
  const { desk } = open(callerOf({ lockedUntil: Date.UTC(2026, 9, 22, 12, 30), failures: 3, mayUnlock: true }))
  expect(await screen.findByText(/^Too many wrong answers/)).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'Date of birth' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Unlock' }).getAttribute('aria-disabled')).toBe('true')
  await userEvent.type(screen.getByRole('textbox', { name: 'Why it is unlocked' }), 'Called back{Enter}')
  await waitFor(() =>
    expect(desk.calls.filter(([name]) => name === 'verification.unlock')).toEqual([
      ['verification.unlock', { customerId: of.customerId, reason: 'Called back' }],
    ]),
  )
})
