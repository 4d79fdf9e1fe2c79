import type { InputOf } from '#shared/contract/procedures.ts'
import { icaoSpecimen, writeTd3 } from '#shared/domain/identity/specimen.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Result } from '#shared/kernel/result.ts'
import { numbers } from './test-market.ts'
import type { SaleWorld } from './test-world.ts'

export const [line1, line2] = writeTd3({ ...icaoSpecimen, expiryDate: '2032-04-15' })

/** What an agent types in each step of the sale of look/. */
export const typed = {
  reason: {
    givenNames: 'Anna Maria',
    familyName: 'Eriksson',
    contactNumber: '06 39 98 66 10',
    language: 'en',
    bureau: true,
  },
  offer: {
    segment: 'mobile',
    billing: 'postPaid',
    planId: 'mobile-m',
    addOnIds: ['europe'],
    msisdn: numbers.wanted,
    sim: 'card',
  },
  identity: {
    documentKind: 'passport',
    line1,
    line2,
    addressKind: 'utilityBill',
    addressIssuedOn: '3 Sep 2026',
    street: '12 rue des Glacis',
    postalCode: '54000',
    town: 'Nancy',
    nameConfirmed: true,
  },
  credit: { income: '' },
  sign: { language: 'en', acceptance: 'pad', signature: 'M60 140 C 90 20, 130 20, 140 140 M70 100 L150 90' },
  payNow: { method: 'cash', tendered: '50,00' },
} as const satisfies Partial<Record<SaleStep, Readonly<Record<string, Json>>>>

export type TypedStep = keyof typeof typed

const finishers = {
  reason: 'customer.finishReason',
  offer: 'catalogue.finishOffer',
  identity: 'identity.finishIdentity',
  credit: 'credit.finishCredit',
  sign: 'contract.finishSign',
  payNow: 'payment.finishPayNow',
} as const

/** A desk that can be asked, whatever stands behind it. */
export type Asking = Pick<SaleWorld, 'ask' | 'do'>

/** Types a step (with changes) and finishes it. */
export async function finish(
  world: Asking,
  caseId: Id,
  step: TypedStep,
  changes: Readonly<Record<string, Json>> = {},
): Promise<Result<unknown>> {
  await world.do('interaction.saveDraft', { caseId, step, fields: plain({ ...typed[step], ...changes }) })
  return world.ask(finishers[step], { caseId })
}

/** What is typed, as zod's JSON has it: ours differs only in being readonly. */
function plain(fields: Readonly<Record<string, Json>>): InputOf<'interaction.saveDraft'>['fields'] {
  return JSON.parse(JSON.stringify(fields)) as InputOf<'interaction.saveDraft'>['fields'] // JSON made from JSON
}

/** Sells up to and with a step; everything must go well. */
export async function sellUpTo(world: Asking, last: TypedStep | 'start'): Promise<Id> {
  const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: null })
  const steps = ['reason', 'offer', 'identity', 'credit', 'sign', 'payNow'] as const
  for (const step of steps.slice(0, last === 'start' ? 0 : steps.indexOf(last) + 1)) {
    const done = await finish(world, caseId, step)
    if (!done.ok) throw new Error(`${step}: ${JSON.stringify(done.error)}`)
  }
  return caseId
}
