import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { type Answers, renderDesk } from '#renderer/app/test-desk.tsx'
import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { NeedsYouScreen } from './needs-you.screen.tsx'

const caseId = '01a2014e-df0e-7aeb-8c08-986f26680001'
const commandId = '01a2014e-df0e-7aeb-8c08-986f26680002'
const at = Date.UTC(2026, 9, 22, 14, 23)

function itemOf(overrides: Partial<NeedsYouItem> = {}): NeedsYouItem {
  return {
    commandId,
    type: 'order.submitOrder',
    code: 'NUMBER_TAKEN',
    details: { msisdn: '+33639987777', heldBy: 'Shop Metz, Counter 1', takenAt: at },
    caseId,
    orderId: '01a2014e-df0e-7aeb-8c08-986f26680003',
    reference: '26-10417',
    customerName: 'Anna Maria Eriksson',
    contactNumber: '+33639986610',
    capturedAt: at,
    capturedBy: 'Luc',
    decidedAt: at,
    entered: '+33639987777',
    onRecord: 'record.NUMBER_TAKEN',
    choices: [{ kind: 'useNumber', value: '+33639985777' }],
    differs: [],
    isKeptAside: false,
    held: null,
    whose: 'mine',
    mineUntil: at + 31 * 60_000,
    dueAt: at + 240 * 60_000,
    ...overrides,
  }
}

function open(item: NeedsYouItem, answers: Answers = {}) {
  return renderDesk(<NeedsYouScreen />, {
    'desk.needsYou': () => ({ items: [item], told: [] }),
    'number.freeNumbers': () => ({ numbers: ['+33639981234'], own: [], of: 40 }),
    'number.holdNumber': () => ({}),
    'order.withdrawOrder': () => ({}),
    ...answers,
  })
}

const commands = (calls: readonly (readonly [string, unknown])[]) =>
  calls.filter(([name]) => /\.(hold|choose|withdraw|reopen)/.test(name))

test('the sentence says who has the number, and Enter holds the proposed one; nothing is decided by that', async () => {
  const { desk } = open(itemOf())
  await screen.findByText(/Shop Metz, Counter 1 gave Anna Maria Eriksson’s number to someone else/)
  await screen.findByRole('button', { name: /Hold 57 77 and call/ })
  await userEvent.keyboard('{Enter}')
  expect(commands(desk.calls)).toEqual([['number.holdNumber', { caseId, msisdn: '+33639985777' }]])
})

test('another free number can be held instead', async () => {
  const { desk } = open(itemOf())
  await userEvent.click(await screen.findByRole('button', { name: /Show other numbers/ }))
  await userEvent.click(await screen.findByRole('button', { name: '+33 6 39 98 12 34' }))
  expect(commands(desk.calls)).toEqual([['number.holdNumber', { caseId, msisdn: '+33639981234' }]])
})

test('an order is withdrawn only after it was asked once more, and keeping it has the focus', async () => {
  const { desk } = open(itemOf())
  await userEvent.click(await screen.findByRole('button', { name: /Withdraw the order/ }))
  await userEvent.keyboard('{Enter}')
  expect(commands(desk.calls)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: /Withdraw the order/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Yes, withdraw it' }))
  expect(commands(desk.calls)).toEqual([['order.withdrawOrder', { commandId }]])
})

test('a refusal of the hold is said, and the ways on stay', async () => {
  open(itemOf(), { 'number.holdNumber': () => ({ code: 'NUMBER_TAKEN' }) })
  await userEvent.click(await screen.findByRole('button', { name: /Hold 57 77 and call/ }))
  await screen.findByText(/Someone else has this number now/)
  expect(screen.getByRole('button', { name: /Show other numbers/ })).toBeTruthy()
})

test('a refused document says why and opens Identity again with what was typed', async () => {
  const refused = itemOf({
    type: 'identity.recordEvidence',
    code: 'DOCUMENT_EXPIRED',
    orderId: null,
    details: { expiryDate: '2012-04-15' },
    choices: [],
  })
  open(refused, { 'interaction.reopenStep': () => ({ caseId }) })
  await screen.findByText(/The document expired on 15 Apr 2012/)
  await userEvent.click(await screen.findByRole('button', { name: /Open the step again/ }))
  expect(useDeskStore.getState()).toMatchObject({ activeTab: `case:${caseId}`, steps: { [caseId]: 'identity' } })
})

test('an own matter says until when it is one’s own, and has the note pad of its case', async () => {
  open(itemOf(), { 'interaction.caseView': () => ({ code: 'CASE_UNKNOWN' }) })
  await screen.findByText(/^Yours until .*then the team’s\. Due .* Call-back \+33 6 39 98 66 10$/)
  expect(screen.getByText(/goes to the team’s queue after half an hour/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Take it on' })).toBeNull()
})

test('a matter of the team says who entered it, and is taken by one button', async () => {
  const { desk } = open(itemOf({ whose: 'team', capturedBy: 'Irina', mineUntil: null }), {
    'interaction.takeDecision': () => ({}),
  })
  await screen.findByText(/In the team’s queue, entered by Irina/)
  expect(screen.getByText('Team: Number taken')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Take it on' }))
  expect(desk.calls).toContainEqual(['interaction.takeDecision', { commandId }])
})

test('what the core could not take in is sent again or handed to a supervisor', async () => {
  const { desk } = open(itemOf({ isKeptAside: true, code: 'UNKNOWN_TYPE', choices: [], mineUntil: null }), {
    'desk.sendAgain': () => ({}),
    'interaction.handOverDecision': () => ({}),
  })
  await screen.findByText(/could not be taken in by the core\. It is kept on this desk/)
  await userEvent.click(screen.getByRole('button', { name: /Hand to a supervisor/ }))
  await userEvent.click(screen.getByRole('button', { name: /Send it again/ }))
  expect(desk.calls).toContainEqual(['interaction.handOverDecision', { commandId }])
  expect(desk.calls).toContainEqual(['desk.sendAgain', { commandId }])
})

test('what a colleague decided is told where nothing waits any more', async () => {
  renderDesk(<NeedsYouScreen />, {
    'desk.needsYou': () => ({
      items: [],
      told: [
        {
          taskId: commandId,
          caseId,
          customerName: 'Anna Maria Eriksson',
          type: 'order.submitOrder',
          code: 'NUMBER_TAKEN',
          kind: 'decided',
          by: 'Irina',
          deskName: 'Call centre, seat 1',
          byType: 'order.chooseOtherNumber',
          sentence: null,
          matter: null,
          at,
        },
      ],
    }),
  })
  await screen.findByText('Irina, Call centre, seat 1, decided it: Other number chosen.')
})

const heldItem = itemOf({
  code: 'DEVICE_REVOKED',
  type: 'customer.createProspect',
  whose: 'supervisor',
  mineUntil: null,
  choices: [],
  held: {
    off: null,
    entries: [
      { commandId, type: 'customer.createProspect', entered: 'Anna Maria Eriksson', capturedAt: at },
      { commandId: caseId, type: 'payment.recordPayment', entered: '1000', capturedAt: at },
    ],
  },
})

test('what a revoked desk had not sent says what was entered, and a supervisor approves or turns down all of it', async () => {
  const { desk } = open(heldItem, { 'interaction.approveHeld': () => ({}), 'interaction.rejectHeld': () => ({}) })
  await screen.findByText(/Luc entered this for Anna Maria Eriksson .* at a desk that was revoked before it was sent/)
  expect(screen.getByText('Customer created')).toBeTruthy()
  expect(screen.getByText(/10\.00/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /Approve what was entered/ }))
  await userEvent.click(screen.getByRole('button', { name: /Approve nothing of it/ }))
  expect(desk.calls).toContainEqual(['interaction.approveHeld', { commandId }])
  expect(desk.calls).toContainEqual(['interaction.rejectHeld', { commandId }])
})

test('who entered it reads that another supervisor approves it', async () => {
  const { desk } = open({ ...heldItem, held: { entries: heldItem.held?.entries ?? [], off: 'own' } })
  await userEvent.click(await screen.findByRole('button', { name: /Approve what was entered/ }))
  expect(screen.getByText(/You entered this yourself; another supervisor approves it/)).toBeTruthy()
  expect(desk.calls.some(([name]) => name === 'interaction.approveHeld')).toBe(false)
})
