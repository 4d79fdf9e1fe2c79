import { expect, test } from 'vitest'
import { commands } from '#shared/contract/commands.ts'
import { generalErrors, ledgerErrors } from '#shared/contract/errors.ts'
import { procedures } from '#shared/contract/procedures.ts'
import { creditReasons } from '#shared/domain/credit/commands.ts'
import { documentRefusals } from '#shared/domain/identity/judge-document.ts'
import { taskKinds } from '#shared/domain/provisioning/decompose.ts'
import { offerRefusals } from '#shared/domain/catalogue/offer-rules.ts'
import { dateText, isTextKey, translate } from './translate.ts'
import type { Reader } from './translate.ts'
import { en } from './en/index.ts'

const reader: Reader = { language: 'en', currency: 'EUR', zone: 'Europe/Paris', today: '2026-10-22' }

test('every code that can reach a person has its sentence', () => {
  const codes = new Set<string>([
    ...generalErrors,
    ...ledgerErrors,
    ...documentRefusals,
    ...Object.values(commands).flatMap((command) => [...command.refusals]),
    ...Object.values(procedures).flatMap((procedure) => [...procedure.errors]),
  ])
  expect([...codes].filter((code) => !isTextKey(`error.${code}`))).toEqual([])
  expect(creditReasons.filter((reason) => !isTextKey(`credit.reason.${reason}`))).toEqual([])
  expect(taskKinds.filter((kind) => !isTextKey(`task.${kind}`))).toEqual([])
  expect(offerRefusals.filter((code) => !isTextKey(`offer.off.${code}`))).toEqual([])
})

test('no sentence says please, oops or successfully, shouts, or has a dash for a comma', () => {
  const sentences = Object.values(en).flatMap((message) =>
    typeof message === 'string' ? [message] : Object.values(message),
  )
  expect(sentences.filter((text) => /please|oops|successfully|!| – | — | -- /i.test(text))).toEqual([])
})

test('gaps are filled as people write them', () => {
  expect(translate(reader, 'step.payNow.due', { amountMinor: 123_456 })).toBe('1,234.56')
  expect(translate(reader, 'step.sign.signed', { at: Date.UTC(2026, 9, 22, 12, 6) })).toBe('Signed 14:06')
  expect(translate(reader, 'error.DOCUMENT_EXPIRED', { expiryDate: '2012-04-15' })).toContain('expired on 15 Apr 2012')
  expect(translate(reader, 'step.sign.missing', { count: 1 })).toBe('1 thing missing')
  expect(translate(reader, 'step.sign.missing', { count: 3 })).toBe('3 things missing')
  expect(translate(reader, 'a.key.nobody.wrote')).toBe('a.key.nobody.wrote')
})

test('a month has three letters in English, September too', () => {
  const at = (month: number): string => dateText(`2031-${String(month).padStart(2, '0')}-03`, reader)
  const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(at)
  expect(year.filter((text) => !/^3 [A-Z][a-z]{2} 2031$/.test(text))).toEqual([])
  expect(dateText('2026-09-30', reader)).toBe('30 Sep')
})
