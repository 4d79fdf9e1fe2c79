import type { GeneralWrapUpCode, WrapUpOutcome } from '#shared/domain/interaction/contact-commands.ts'
import { generalWrapUpCodes } from '#shared/domain/interaction/contact-commands.ts'
import { recipeOf, unverified } from '#shared/domain/interaction/recipes.ts'
import type { CaseState } from '#shared/domain/interaction/states.ts'
import { foldText } from '#shared/kernel/fold-text.ts'

/** What a wrap-up is filled in from. */
export interface WrapUpFacts {
  /** The case worked on in the call, if there is one. */
  readonly work: { readonly recipe: string; readonly state: CaseState; readonly isSigned: boolean } | null
  readonly hasOpenTicket: boolean
  /** What the queue says the call is about. */
  readonly queue: string
  readonly isTransferred: boolean
}

export interface WrapUp {
  readonly code: string
  readonly outcome: WrapUpOutcome
}

/** Code and outcome as they most likely are: an agent who agrees presses Enter. */
export function wrapUpOf(facts: WrapUpFacts): WrapUp {
  const said = guessOf(facts)
  return facts.isTransferred ? { ...said, outcome: 'handedOn' } : said
}

/** What can be chosen, the likely ones first: the recipe's own codes where a case was worked on, then the general ones. */
export function wrapUpChoices(work: WrapUpFacts['work']): readonly WrapUp[] {
  const own = work === null ? [] : (recipeOf(work.recipe)?.wrapUpCodes ?? [])
  return [...own, ...generalWrapUpCodes.map((code) => ({ code, outcome: 'done' as const }))]
}

function guessOf({ work, hasOpenTicket, queue }: WrapUpFacts): WrapUp {
  const codes = work === null ? [] : (recipeOf(work.recipe)?.wrapUpCodes ?? [])
  const [first] = codes
  // the one way such a case is given up
  if (work?.state === 'abandoned' && codes.some(({ code }) => code === unverified.code)) return unverified
  if (work && first) return { code: first.code, outcome: work.isSigned || work.state === 'done' ? 'done' : 'goesOn' }
  return { code: hasOpenTicket ? 'fault' : ofQueue(queue), outcome: 'done' }
}

/** Words of a queue's name in the languages of the desk, by what they mean. */
const queueWords: readonly (readonly [GeneralWrapUpCode, readonly string[]])[] = [
  ['dispute', ['dispute', 'complaint', 'reclamation', 'reklamac', 'претензи']],
  ['billQuestion', ['bill', 'facture', 'ucet', 'vyuctovani', 'счет']],
  ['payment', ['payment', 'paiement', 'platba', 'оплат', 'плат']],
  ['fault', ['fault', 'trouble', 'panne', 'porucha', 'неисправ']],
  ['newLine', ['sale', 'new line', 'vente', 'prodej', 'продаж']],
  ['planChange', ['plan', 'offer', 'forfait', 'tarif', 'тариф']],
  ['coverage', ['coverage', 'couverture', 'pokryti', 'покрыт']],
]

function ofQueue(queue: string): GeneralWrapUpCode {
  const said = foldText(queue)
  return queueWords.find(([, words]) => words.some((word) => said.includes(foldText(word))))?.[0] ?? 'otherQuestion'
}
