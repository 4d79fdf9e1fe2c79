import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SaleWorld } from '../sale/test-world.ts'
import { openSaleWorld } from '../sale/test-world.ts'
import { deskHandlers } from '../slices/index.ts'
import { serve } from './serve.ts'

let world: SaleWorld

beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

test('an act that waited while another person sat down captures nothing in their name', async () => {
  let goOn = (): void => {}
  const waits = new Promise<void>((next) => (goOn = next))
  const replied = serve(
    {
      desk: world.desk,
      inSnapshot: (work) => work(),
      log: () => undefined,
      handlers: {
        ...deskHandlers,
        'bill.print': async (desk) => {
          await waits
          expect(desk.session()).toBeUndefined()
          const captured = desk.capture({
            type: 'bill.recordPaper',
            body: { billId: 'b', customerId: desk.ids.next() },
          })
          return captured.ok ? { ok: true, value: { fileName: 'b.pdf', base64: '' } } : captured
        },
      },
    },
    'bill.print',
    { billId: 'b' },
  )
  world.signIn({ userId: world.desk.ids.next(), name: 'Anna', role: 'agent' })
  goOn()
  expect(await replied).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
  expect(world.desk.outbox.unsent()).toEqual([])
})
