import { expect, test } from 'vitest'
import { mayStep, step } from '#shared/kernel/machine.ts'
import { judgePortIn } from './judge-port-in.ts'
import { portInMachine } from './port-in-machine.ts'

const facts = { today: '2026-10-22', country: 'FR' }
const typed = { portNumber: '06 39 98 21 01', portDonor: ' Südnet ', portCode: 'RIO-12', portOn: '24.10.2026' }

test('a number to be brought is read as typed', () => {
  expect(judgePortIn(typed, facts)).toEqual({
    ok: true,
    value: { msisdn: '+33639982101', donor: 'Südnet', code: 'RIO-12', onDate: '2026-10-24' },
  })
})

test.each([
  [{ portNumber: '' }, 'PHONE_NUMBER_MISSING', 'portNumber'],
  [{ portNumber: '12' }, 'PHONE_NUMBER_WRONG', 'portNumber'],
  [{ portDonor: ' ' }, 'EMPTY', 'portDonor'],
  [{ portCode: '' }, 'EMPTY', 'portCode'],
  [{ portOn: 'soon' }, 'DATE_WRONG', 'portOn'],
  [{ portOn: '21.10.2026' }, 'PORT_DAY_WRONG', 'portOn'],
  [{ portOn: '21.1.2027' }, 'PORT_DAY_WRONG', 'portOn'],
] as const)('%j: %s', (change, code, field) => {
  expect(judgePortIn({ ...typed, ...change }, facts)).toMatchObject({ error: { code, details: { field } } })
})

test('a port-in can be withdrawn until the cut-over, and asked again after a refusal only', () => {
  for (const state of ['requested', 'refusedByDonor', 'scheduled'] as const)
    expect(step(portInMachine, state, 'withdraw', undefined)).toEqual({ ok: true, value: 'withdrawn' })
  expect(mayStep(portInMachine, 'cutOver', 'withdraw', undefined)).toBe(false)
  expect(
    ['requested', 'refusedByDonor', 'scheduled'].filter((one) => mayStep(portInMachine, one, 'ask', undefined)),
  ).toEqual(['refusedByDonor'])
})
