import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { listenToKeys } from '#renderer/app/hot-keys.ts'
import { invalidateTopics, queryClient } from '#renderer/app/queries.ts'
import { AppFrame } from '#renderer/ui/app-frame.tsx'
import { theme } from '#renderer/theme/theme.ts'
import type { Reply } from '#shared/contract/procedures.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { say } from '#shared/kernel/sentence.ts'
import { CaseScreen } from './case.screen.tsx'
import { caseViewOf, stepOf } from './case-view-builder.ts'
import { useTypingStore } from './typing.store.ts'

const answers: Record<string, (input: unknown) => Reply> = {}
const calls: { name: string; input: unknown }[] = []
// the page's only door to the desk, as the preload script opens it
Object.assign(window, {
  linedesk: {
    call: async (name: string, input: unknown): Promise<Reply> => {
      calls.push({ name, input })
      return answers[name]?.(input) ?? { ok: false, error: { code: 'CORE_UNREACHABLE' } }
    },
    onEvent: () => () => {},
  },
})
let stopKeys = (): void => {}

beforeEach(() => {
  for (const name of Object.keys(answers)) delete answers[name]
  calls.length = 0
  queryClient.clear()
  useDeskStore.setState({ steps: {} })
  useTypingStore.setState({ typed: {}, changed: {}, notSaved: {} })
  answers['interaction.saveDraft'] = () => ({ ok: true, value: { savedAt: 5 } })
  stopKeys = listenToKeys()
})
afterEach(() => stopKeys())

test('an answer of the desk never writes over what is being typed', async () => {
  await open(caseViewOf())
  const name = screen.getByLabelText('Given names')
  await userEvent.type(name, 'Anna')
  answers['interaction.caseView'] = () => ({ ok: true, value: caseViewOf({ note: 'from another desk' }) })
  await invalidateTopics(['interaction'])
  await waitFor(() => expect(screen.getByLabelText('Note')).toHaveProperty('value', 'from another desk'))
  await userEvent.type(name, ' Maria')
  expect(name).toHaveProperty('value', 'Anna Maria')
})

test('a field that loses the focus is saved at once, the whole step as typed', async () => {
  await open(caseViewOf())
  await userEvent.type(screen.getByLabelText('Family name'), 'Nováková')
  await userEvent.tab()
  await waitFor(() =>
    expect(savedDrafts().at(-1)).toMatchObject({ step: 'reason', fields: { familyName: 'Nováková', bureau: false } }),
  )
})

test('a refused step keeps every word and leads to the wrong field with its sentence', async () => {
  answers['customer.finishReason'] = () => ({
    ok: false,
    error: { code: 'STEP_INCOMPLETE', details: { field: 'contactNumber', reason: 'PHONE_NUMBER_WRONG' } },
  })
  await open(caseViewOf())
  await userEvent.type(screen.getByLabelText('Given names'), 'Anna')
  await userEvent.type(screen.getByLabelText('Contact number'), '12')
  await userEvent.click(screen.getByLabelText('E-mail'))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  const number = screen.getByLabelText('Contact number')
  await waitFor(() => expect(document.activeElement).toBe(number))
  expect(number.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getAllByText(/This is no phone number/).length).toBeGreaterThan(0)
  expect(screen.getByLabelText('Given names')).toHaveProperty('value', 'Anna')
  await userEvent.type(number, '3')
  expect(screen.queryByText(/This is no phone number/)).toBeNull()
})

test('what is typed is saved before a step is finished', async () => {
  answers['customer.finishReason'] = () => ({ ok: true, value: {} })
  await open(caseViewOf())
  await userEvent.type(screen.getByLabelText('Given names'), 'Anna')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(calls.some(({ name }) => name === 'customer.finishReason')).toBe(true))
  const order = calls
    .map(({ name }) => name)
    .filter((name) => name === 'interaction.saveDraft' || name === 'customer.finishReason')
  expect(order.indexOf('customer.finishReason')).toBeGreaterThan(order.indexOf('interaction.saveDraft'))
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Offer' })).toBeTruthy())
})

test('a save the desk refuses is said beside the button, and the text stays', async () => {
  answers['interaction.saveDraft'] = () => ({ ok: false, error: { code: 'DISK_FULL' } })
  await open(caseViewOf())
  await userEvent.type(screen.getByLabelText('Given names'), 'Anna')
  await userEvent.tab()
  await waitFor(() => expect(screen.getByText(/Not saved yet: The disk of this desk is full/)).toBeTruthy())
  expect(screen.getByLabelText('Given names')).toHaveProperty('value', 'Anna')
})

test('a button that is off says why, and what is missing leads to its step', async () => {
  const missing = [{ step: 'identity' as const, sentence: say('missing.identity') }]
  await open(
    caseViewOf({
      steps: caseViewOf().steps.map((each) => (each.step === 'sign' ? stepOf('sign', { missing }) : each)),
    }),
  )
  await userEvent.keyboard('{Alt>}5{/Alt}')
  const seal = await screen.findByRole('button', { name: /Seal the contract/ })
  expect(seal.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('Missing: An identity document')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'An identity document' }))
  expect(await screen.findByRole('heading', { name: 'Identity' })).toBeTruthy()
})

test('a case this desk does not know says so with the way back', async () => {
  answers['interaction.caseView'] = () => ({ ok: false, error: { code: 'CASE_UNKNOWN' } })
  show()
  expect(await screen.findByText(/This desk does not know the case/)).toBeTruthy()
})

async function open(view: CaseView): Promise<void> {
  answers['interaction.caseView'] = () => ({ ok: true, value: view })
  show()
  await screen.findByText('Case 26-10417')
}

function show(): void {
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} env="test">
        <AppFrame status={null}>
          <CaseScreen caseId={caseViewOf().caseId} billQuestion={() => null} />
        </AppFrame>
      </MantineProvider>
    </QueryClientProvider>,
  )
}

function savedDrafts(): readonly unknown[] {
  return calls.filter(({ name }) => name === 'interaction.saveDraft').map(({ input }) => input)
}
