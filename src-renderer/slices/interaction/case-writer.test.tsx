import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderDesk } from '#renderer/app/test-desk.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { caseViewOf } from './case-view-builder.ts'
import type { CaseParts } from './case.screen.tsx'
import { CaseScreen } from './case.screen.tsx'

const at = Date.UTC(2026, 9, 22, 12, 2)
const irinas = { isHere: false, wasHere: false, name: 'Irina', deskName: 'Call centre, seat 1', since: at }

const shown = (_view: CaseView, { above, tool }: CaseParts) => (
  <>
    {above}
    {tool}
  </>
)

function open(view: CaseView) {
  return renderDesk(<CaseScreen caseId={view.caseId} billQuestion={shown} />, {
    'interaction.caseView': () => view,
    'interaction.takeOverCase': () => ({}),
    'interaction.parkCase': () => ({}),
  })
}

test('a case open at another desk says where and with whom, takes no typing, and is taken over by one button', async () => {
  const view = caseViewOf({ writer: irinas })
  const { desk } = open(view)
  await screen.findByText(/^Open at Call centre, seat 1, Irina, since .*read only/)
  expect(screen.getByLabelText('Family name').closest('fieldset')).toHaveProperty('disabled', true)
  expect(screen.getByLabelText('Note')).toHaveProperty('readOnly', true)
  expect(screen.getByText('Another desk has this case')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Take over' }))
  expect(desk.calls).toContainEqual(['interaction.takeOverCase', { caseId: view.caseId }])
})

test('the desk it was taken from is told at once, and shows what is only here, to be copied', async () => {
  const fields = [
    { name: 'givenNames', value: 'Anna' },
    { name: 'contactNumber', value: '06 39' },
  ]
  open(caseViewOf({ writer: { ...irinas, wasHere: true }, onlyHere: [{ step: 'reason', savedAt: at, fields }] }))
  const told = await screen.findByRole('alert')
  expect(told.textContent).toMatch(/Irina took this case over at Call centre, seat 1/)
  const only = screen.getByRole('region', { name: 'Only on this desk' })
  expect(only.textContent).toMatch(/Given names\s*Anna.*Contact number\s*06 39/)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  await screen.findByText('On the clipboard.')
  expect(await navigator.clipboard.readText()).toBe('Given names: Anna\nContact number: 06 39')
})

test('a bill question, which another slice shows, is taken over and handed over like any other case', async () => {
  const view = caseViewOf({ recipe: 'billQuestion', writer: irinas })
  const { desk } = open(view)
  await userEvent.click(await screen.findByRole('button', { name: 'Take over' }))
  expect(desk.calls).toContainEqual(['interaction.takeOverCase', { caseId: view.caseId }])
  open(caseViewOf({ recipe: 'billQuestion' }))
  expect(await screen.findByRole('button', { name: /^Hand over/ })).toBeTruthy()
})
