import { expect, test } from 'vitest'
import { judgeFit, switchAddOn } from './basket-rules.ts'
import { offer } from './builders.ts'

const plan = offer({})
const calls = offer({ id: 'calls', kind: 'addOn' })
const data = offer({ id: 'data', kind: 'addOn' })
const pack = offer({ id: 'pack', kind: 'bundle', contains: '["calls","data"]' })
const phone = offer({ id: 'phone', kind: 'device', billing: '', instalment_months: 24 })
const prepaid = offer({ billing: 'prePaid' })
const basket = { plan, addOns: [], device: null, devicePay: 'once' } as const

test.each([
  ['an add-on of another kind of line', { addOns: [offer({ kind: 'addOn', segment: 'fixed' })] }, 'ADD_ON_WRONG'],
  ['an add-on twice', { addOns: [calls, calls] }, 'ADD_ON_WRONG'],
  ['a plan as an add-on', { addOns: [plan] }, 'ADD_ON_WRONG'],
  ['an add-on beside the bundle it is in', { addOns: [pack, data] }, 'ADD_ON_IN_BUNDLE'],
  ['an add-on as a device', { device: calls }, 'DEVICE_WRONG'],
  ['instalments without bills', { plan: prepaid, device: phone, devicePay: 'instalments' }, 'INSTALMENTS_POST_PAID'],
  [
    'instalments of what has none',
    { device: { ...phone, instalment_months: 0 }, devicePay: 'instalments' },
    'INSTALMENTS_POST_PAID',
  ],
] as const)('%s does not go together', (_what, change, code) => {
  expect(judgeFit({ ...basket, ...change })).toMatchObject({ ok: false, error: { code } })
})

test.each([
  ['add-ons that differ', { addOns: [calls, data] }],
  ['a bundle alone', { addOns: [pack] }],
  ['a phone by instalments', { device: phone, devicePay: 'instalments' }],
  ['a phone paid at once with a pre-paid line', { plan: prepaid, device: phone }],
] as const)('%s goes together', (_what, change) => {
  expect(judgeFit({ ...basket, ...change }).ok).toBe(true)
})

test('a bundle takes the place of what is inside it, and the other way round', () => {
  const offers = [calls, data, pack]
  expect(switchAddOn(offers, ['calls', 'data'], 'pack', true)).toEqual(['pack'])
  expect(switchAddOn(offers, ['pack'], 'data', true)).toEqual(['data'])
  expect(switchAddOn(offers, ['data'], 'calls', true)).toEqual(['calls', 'data'])
  expect(switchAddOn(offers, ['calls', 'data'], 'calls', false)).toEqual(['data'])
})
