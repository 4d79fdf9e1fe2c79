import type { CallerQuestion } from '#shared/domain/catalogue/policies.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { Currency } from '#shared/kernel/money.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import { parseDay } from '#shared/kernel/parse-day.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A document is asked for by so many last characters: what a caller can read out without giving the number away. */
export const documentFigures = 4

/**
 * An answer as it is compared: a day as ISO, an amount in minor units, of an address its postal code and house number in any
 * order, of a document the last four characters, a word without accents and capitals. ANSWER_UNREADABLE where it is none of
 * these: that is a slip of the keys, not a wrong answer, and is not counted.
 */
export function readAnswer(
  question: CallerQuestion,
  typed: string,
  currency: Currency,
): Result<string, Refusal<'ANSWER_UNREADABLE'>> {
  const unreadable = refuse('ANSWER_UNREADABLE', { question })
  switch (question) {
    case 'birthDate': {
      const day = parseDay(typed)
      return day.ok ? ok(day.value) : unreadable
    }
    case 'lastPayment': {
      const amount = parseAmount(typed, currency)
      return amount.ok ? ok(String(amount.value)) : unreadable
    }
    case 'document': {
      const figures = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
      return figures.length === documentFigures ? ok(figures) : unreadable
    }
    case 'address': {
      const figures = addressFigures(typed)
      return figures.length >= 2 ? ok(figures.join(' ')) : unreadable
    }
    case 'securityWord': {
      const word = foldText(typed)
      return word === '' ? unreadable : ok(word)
    }
    default:
      return assertNever(question)
  }
}

/** The numbers in an address, sorted: the house and the postal code, whichever is said first. */
export function addressFigures(text: string): readonly string[] {
  return (text.match(/\d+/g) ?? []).toSorted()
}
