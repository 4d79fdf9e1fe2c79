import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainLine } from '#shared/kernel/text-field.ts'
import { isTextKey } from '#shared/text/translate.ts'
import type { TypedStep } from './test-typing.ts'
import type { SaleWorld } from './test-world.ts'
import { numbers } from './test-market.ts'
import { finish, sellUpTo } from './test-typing.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
beforeEach(() => {
  world = openSaleWorld()
})
afterEach(() => world.close())

const before: Readonly<Record<TypedStep, TypedStep | 'start'>> = {
  reason: 'start',
  offer: 'reason',
  identity: 'offer',
  credit: 'identity',
  sign: 'credit',
  payNow: 'sign',
}

describe('a step with a wrong field names the first one and captures nothing', () => {
  const long = 'a'.repeat(90)
  it.each([
    ['reason', { givenNames: ' ' }, 'givenNames', 'EMPTY'],
    ['reason', { familyName: '' }, 'familyName', 'EMPTY'],
    ['reason', { familyName: long }, 'familyName', 'TOO_LONG'],
    ['reason', { familyName: 'Erik$son' }, 'familyName', 'NAME_WRONG'],
    ['reason', { familyName: '12345' }, 'familyName', 'NAME_WRONG'],
    ['reason', { familyName: '🙂' }, 'familyName', 'NAME_WRONG'],
    ['reason', { givenNames: 'Robert"); drop table customer;--' }, 'givenNames', 'NAME_WRONG'],
    ['reason', { givenNames: '<b>Anna</b>' }, 'givenNames', 'NAME_WRONG'],
    ['reason', { givenNames: "- ' -" }, 'givenNames', 'NAME_WRONG'],
    ['reason', { contactNumber: '' }, 'contactNumber', 'PHONE_NUMBER_MISSING'],
    ['reason', { contactNumber: 'call me' }, 'contactNumber', 'PHONE_NUMBER_WRONG'],
    ['reason', { contactNumber: '+33 6 39 98 66 10 00 00 00 00' }, 'contactNumber', 'PHONE_NUMBER_TOO_LONG'],
    ['reason', { email: 'anna at home' }, 'email', 'EMAIL_WRONG'],
    ['reason', { email: 'anna@home' }, 'email', 'EMAIL_WRONG'],
    ['reason', { email: 'anna@home.example, luc@home.example' }, 'email', 'EMAIL_WRONG'],
    ['reason', { email: `${'a'.repeat(120)}@home.example` }, 'email', 'TOO_LONG'],
    ['reason', { contactNumber: '2490' }, 'contactNumber', 'PHONE_NUMBER_WRONG'],
    ['reason', { contactNumber: '+33 6 39 98 66 1O' }, 'contactNumber', 'PHONE_NUMBER_WRONG'],
    ['reason', { contactNumber: '+999 123 456 789' }, 'contactNumber', 'PHONE_NUMBER_WRONG'],
    ['offer', { planId: null }, 'planId', 'missing.plan'],
    ['offer', { planId: 'gone' }, 'planId', 'OFFER_UNKNOWN'],
    ['offer', { planId: 'europe' }, 'planId', 'OFFER_UNKNOWN'],
    ['offer', { addOnIds: ['prepaid-europe'] }, 'addOnIds', 'ADD_ON_WRONG'],
    ['offer', { addOnIds: ['gone'] }, 'addOnIds', 'ADD_ON_WRONG'],
    ['offer', { msisdn: null }, 'msisdn', 'missing.number'],
    ['offer', { msisdn: numbers.sold }, 'msisdn', 'NUMBER_TAKEN'],
    ['identity', { line1: '', line2: '' }, 'line1', 'missing.identity'],
    ['identity', { nameConfirmed: false }, 'nameConfirmed', 'missing.nameConfirmed'],
    ['identity', { addressIssuedOn: '' }, 'addressIssuedOn', 'DATE_MISSING'],
    ['identity', { addressIssuedOn: '31 Feb 2026' }, 'addressIssuedOn', 'DATE_WRONG'],
    ['identity', { addressIssuedOn: '2026-10-23' }, 'addressIssuedOn', 'DATE_AHEAD'],
    ['identity', { addressIssuedOn: '2026-07-01' }, 'addressIssuedOn', 'ADDRESS_PROOF_OLD'],
    ['identity', { addressIssuedOn: 'last week' }, 'addressIssuedOn', 'DATE_WRONG'],
    ['identity', { addressIssuedOn: '03/09/26' }, 'addressIssuedOn', 'DATE_WRONG'],
    ['identity', { postalCode: '5'.repeat(13) }, 'postalCode', 'TOO_LONG'],
    ['identity', { street: ' ' }, 'street', 'EMPTY'],
    ['identity', { town: 'x'.repeat(90) }, 'town', 'TOO_LONG'],
    ['credit', { income: 'enough' }, 'income', 'AMOUNT_WRONG'],
    ['credit', { income: '-2000' }, 'income', 'AMOUNT_WRONG'],
    ['credit', { income: '1e9' }, 'income', 'AMOUNT_WRONG'],
    ['credit', { income: '2000.005' }, 'income', 'AMOUNT_TOO_PRECISE'],
    ['credit', { income: '99999999999999999999' }, 'income', 'AMOUNT_TOO_LARGE'],
    ['sign', { signature: '' }, 'signature', 'missing.signature'],
    ['sign', { signature: '<svg onload=x>' }, 'signature', 'SIGNATURE_WRONG'],
    ['payNow', { tendered: '' }, 'tendered', 'AMOUNT_MISSING'],
    ['payNow', { tendered: '39.89' }, 'tendered', 'TENDERED_TOO_LITTLE'],
    ['payNow', { tendered: '1.234' }, 'tendered', 'AMOUNT_AMBIGUOUS'],
    ['payNow', { method: 'terminal', terminalReference: ' ' }, 'terminalReference', 'missing.terminalReference'],
  ] as const)('%s %j: %s %s', async (step, changes, field, reason) => {
    const caseId = await sellUpTo(world, before[step])
    const captured = world.commandsOf(caseId)
    expect(await finish(world, caseId, step, changes)).toMatchObject({
      error: { code: 'STEP_INCOMPLETE', details: { field, reason } },
    })
    expect(isTextKey(`wrong.${reason}`)).toBe(true)
    expect(world.commandsOf(caseId)).toEqual(captured)
    expect((await world.do('interaction.caseView', { caseId })).fields[step]).toMatchObject(changes)
  })

  it.each([
    ['Cyrillic', 'Ольга', 'Щербакова-Ёлкина', '+7 912 345-67-89', '+79123456789'],
    ['Czech', 'Zdeněk', 'Příhoda', '+420 601 123 456', '+420601123456'],
    ['Greek', 'Νίκος', 'Παπαδόπουλος', '+30 691 234 5678', '+306912345678'],
    ['Arabic', 'فاطمة', 'الزهراء', '+971 50 123 4567', '+971501234567'],
    ['with marks apart', 'Rene\u0301', 'O’Brien', '06 39 98 66 10', '+33639986610'],
    ['Catalan', 'Laura', 'Gal·la Puig', '0033639986610', '+33639986610'],
    ['of one letter', 'E', 'Y', '+33 6 39 98 66 10', '+33639986610'],
    [
      'copied from contacts',
      '\u200eAnna\u00ad Maria',
      'Eriksson\u200b',
      '\u202a+33 6 39 98 66 10\u202c',
      '+33639986610',
    ],
    ['with a tab and a line break', 'Anna\tMaria', 'Eriks\nson', '+33\t639986610', '+33639986610'],
  ])(
    'a name %s and its number are taken as people write them',
    async (_alphabet, givenNames, familyName, typedNumber, number) => {
      const caseId = await sellUpTo(world, 'start')
      const changes = { givenNames, familyName, contactNumber: typedNumber }
      expect(await finish(world, caseId, 'reason', changes)).toMatchObject({ ok: true })
      const { customer } = await world.do('interaction.caseView', { caseId })
      const written = (name: string): string => plainLine(name).normalize('NFC')
      expect(customer).toMatchObject({
        given_names: written(givenNames),
        family_name: written(familyName),
        contact_number: number,
      })
    },
  )
})
