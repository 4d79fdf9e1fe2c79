import { expect, test } from 'vitest'
import type { Status } from '#shared/contract/desk.ts'
import { lineText } from './desk-status.tsx'
import { textFor } from './text.tsx'

const text = textFor({ language: 'en', currency: 'EUR', zone: 'UTC', today: '2026-10-22' })
const at = (hours: number, minutes: number) => Date.UTC(2026, 9, 22, hours, minutes)

function statusOf(overrides: Partial<Status>): Status {
  return {
    isOnline: true,
    offlineSince: null,
    isCablePulled: false,
    isCoreEmbedded: true,
    coreAddress: '',
    toSend: 0,
    needsYou: 0,
    dataAsOf: at(14, 1),
    lastKeySavedAt: null,
    deskName: 'Shop Nancy, Counter 2',
    version: '0.1.0',
    isDemonstration: true,
    businessDate: '2026-10-22',
    currency: 'EUR',
    country: 'FR',
    ...overrides,
  }
}

test.each([
  ['Online, all sent', {}],
  ['Online, 3 to send', { toSend: 3 }],
  ['Offline since 14:02, 3 to send, data of 14:01', { isOnline: false, offlineSince: at(14, 2), toSend: 3 }],
  ['Offline since 14:02, nothing to send, data of 14:01', { isOnline: false, offlineSince: at(14, 2) }],
  ['Offline, 1 to send, no data yet', { isOnline: false, offlineSince: at(14, 2), dataAsOf: null, toSend: 1 }],
  ['Online, all sent, 2 need you', { needsYou: 2 }],
])('the status line says “%s”', (said, overrides) => {
  expect(lineText(statusOf(overrides), text)).toBe(said)
})
