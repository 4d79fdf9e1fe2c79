import { expect, test } from 'vitest'
import { callLinkOf, readCallLink } from './call-link.ts'

const inbound = { queue: '', waitedS: null, direction: 'inbound' } as const

test.each([
  ['linedesk://call?number=+33639984112', { ...inbound, number: '+33639984112' }],
  [
    'linedesk://call?number=%2B33639984112&queue=Bill%20question&waited=72',
    { ...inbound, number: '+33639984112', queue: 'Bill question', waitedS: 72 },
  ],
  ['linedesk:call?number=0639984112', { ...inbound, number: '0639984112' }],
  ['linedesk://call/?number=0639984112&queue=Счета', { ...inbound, number: '0639984112', queue: 'Счета' }],
  ['linedesk://call', { ...inbound, number: '' }],
  ['linedesk://call?number=1&waited=-4', { ...inbound, number: '1' }],
  ['linedesk://call?number=1&queue=a%0Ab', { ...inbound, number: '1', queue: 'a b' }],
  ['linedesk://call?number=+33639984112&direction=out', { ...inbound, number: '+33639984112', direction: 'outbound' }],
  ['tel:+33639984112', { ...inbound, number: '+33639984112', direction: 'outbound' }],
  ['TEL:+33-6-39-98-41-12;ext=12', { ...inbound, number: '+33639984112', direction: 'outbound' }],
])('%s is a call', (link, call) => {
  expect(readCallLink(link)).toEqual({ ok: true, value: call })
})

test.each([
  'https://call?number=1',
  'linedesk://settings?number=1',
  'tel:',
  'tel:call-me',
  'tel:%E0%A4%A',
  `linedesk://call?number=${'1'.repeat(60)}`,
  'not a link',
])('%s is none', (link) => {
  expect(readCallLink(link)).toMatchObject({ ok: false, error: { code: 'LINK_WRONG' } })
})

test('a link is found among the arguments of a second start', () => {
  expect(callLinkOf(['/usr/bin/linedesk', '--no-sandbox', 'linedesk://call?number=1'])).toBe('linedesk://call?number=1')
  expect(callLinkOf(['/usr/bin/linedesk', '.'])).toBeUndefined()
})
