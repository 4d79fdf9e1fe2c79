import { describe, expect, test } from 'vitest'
import type { Message } from './sentences.ts'
import { completeLanguages, locales, messages } from './translate.ts'
import { typeset } from './typeset.ts'

const others = completeLanguages.filter((language) => language !== 'en')
const keys = Object.keys(messages.en) as (keyof typeof messages.en)[] // keys of a record of ours, no more than its type

// the words of these are the same in every language: names, and what the trade says in English
const sameEverywhere = new Set(['Back office', 'Utopia, UTO'])

function formsOf(message: Message): readonly string[] {
  return typeof message === 'string' ? [message] : Object.values(message)
}

function gapsOf(message: Message): string {
  return [...new Set(formsOf(message).flatMap((text) => text.match(/\{\w+(?::\w+)?\}/g) ?? []))].toSorted().join(' ')
}

describe.each(others)('in %s', (language) => {
  const own = messages[language]

  test('each sentence has the gaps of the English one', () => {
    expect(keys.filter((key) => gapsOf(own[key]) !== gapsOf(messages.en[key]))).toEqual([])
  })

  test('a sentence that counts has every form the language has for whole numbers', () => {
    const rules = new Intl.PluralRules(locales[language])
    const needed = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))
    const counting = keys.filter((key) => typeof own[key] !== 'string')
    const lacking = counting.filter((key) => [...needed].some((form) => !Object.hasOwn(Object(own[key]), form)))
    expect({ needed: needed.size, lacking }).toEqual({ needed: language === 'fr' ? 2 : 3, lacking: [] })
    expect(keys.filter((key) => typeof messages.en[key] !== 'string' && typeof own[key] === 'string')).toEqual([])
  })

  test('a form that stands for more than one number says which', () => {
    const rules = new Intl.PluralRules(locales[language])
    const forSeveral = [...Array(201).keys()].filter((count) => rules.select(count) === 'one').length > 1
    const silent = keys.filter((key) => {
      const message = own[key]
      if (typeof message === 'string' || !forSeveral) return false
      return !/\{\w+\}/.test(message.one) && /\{\w+\}/.test(message.other)
    })
    expect(silent).toEqual([])
  })

  test('no English sentence was left by mistake', () => {
    const left = keys.filter((key) =>
      formsOf(own[key]).some(
        (text) =>
          formsOf(messages.en[key]).includes(text) &&
          !sameEverywhere.has(text) &&
          (text.replace(/\{[^}]*\}/g, '').match(/\p{L}{2,}/gu) ?? []).length > 1,
      ),
    )
    expect(left).toEqual([])
  })

  test('no sentence begs, shouts or is typed with marks of another language', () => {
    const wrong = keys.filter((key) =>
      formsOf(own[key]).some((text) =>
        /veuillez|s’il vous plaît|prosím|пожалуйста|успешно|úspěšně|avec succès|!|'|“[^„]*”|"/iu.test(text),
      ),
    )
    expect(wrong).toEqual([])
    const quotes = { fr: /^[^„“”]*$/, cs: /^[^«»”]*$/, ru: /^[^„“”]*$/, en: /^[^«»„]*$/ }[language]
    expect(keys.filter((key) => formsOf(own[key]).some((text) => !quotes.test(text)))).toEqual([])
  })
})

test('spaces are set as the language is printed, and what is filled in is left alone', () => {
  expect(typeset('Déjà client ? « {field} » : {percent} %', 'fr')).toBe(
    'Déjà client\u202f? «\u202f{field}\u202f»\u202f: {percent}\u202f%',
  )
  expect(typeset('Smlouva a platba v centrále', 'cs')).toBe('Smlouva a\u00a0platba v\u00a0centrále')
  expect(typeset('Договор и оплата у стойки', 'ru')).toBe('Договор и\u00a0оплата у\u00a0стойки')
  expect(typeset('Price : a list', 'en')).toBe('Price : a list')
})
