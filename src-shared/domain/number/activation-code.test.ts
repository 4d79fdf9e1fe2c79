import { expect, test } from 'vitest'
import { readActivationCode } from './activation-code.ts'

test('an activation code is an address and an id, and nothing else is one', () => {
  expect(readActivationCode('LPA:1$smdp.northline.example$AB2C-D3EF')).toEqual({
    address: 'smdp.northline.example',
    matchingId: 'AB2C-D3EF',
  })
  for (const text of ['', 'LPA:1', 'LPA:1$smdp.example$', 'LPA:2$smdp.example$A', '1$smdp.example$A', 'LPA:1$a$b$c$d'])
    expect(readActivationCode(text)).toBeUndefined()
})
