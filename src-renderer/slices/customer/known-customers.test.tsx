import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderDesk } from '#renderer/app/test-desk.tsx'
import { emptyFields } from '#shared/domain/interaction/steps.ts'
import { KnownCustomers } from './known-customers.tsx'

test('who was found for fewer digits can not be taken while the whole number is looked for', async () => {
  const use = vi.fn()
  const typed = (contactNumber: string) => (
    <KnownCustomers fields={{ ...emptyFields.reason, contactNumber }} onUse={use} />
  )
  const desk = renderDesk(typed('063'), {
    'customer.search': ({ text }) => ({ hits: text === '063' ? [jana] : [], more: false }),
  })
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'It is them' })).disabled).toBe(false)
  desk.rerender(typed('0639986610'))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'It is them' }).disabled).toBe(true)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'It is them' })).toBeNull())
})

const jana = {
  customerId: '01a2014e-df0e-7aeb-8c08-986f26680003',
  name: 'Jana Nováková',
  town: 'Nancy',
  number: '+33639984112',
  state: 'active',
  matched: 'number',
} as const
