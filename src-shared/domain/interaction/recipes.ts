import type { VerificationLevel } from '#shared/domain/verification/levels.ts'
import type { SaleStep } from './steps.ts'
import { saleSteps } from './steps.ts'

/** How a contact ended, as its agent says it at wrap-up; `outcome` is what is pre-filled beside the code. */
export interface WrapUpCode {
  readonly code: string
  readonly outcome: 'done' | 'callBack' | 'handedOn' | 'none'
}

/** What a case of one reason is made of. Every text in it is a key of text/. */
export interface Recipe {
  /** In the order of the rail; they open in any order. */
  readonly steps: readonly { readonly step: SaleStep; readonly script: string }[]
  readonly verificationLevel: VerificationLevel
  /** How the contact that opens such a case reads in a customer's history. */
  readonly contact: string
  /** The first one is pre-filled; each is a sentence `wrapUp.CODE`. */
  readonly wrapUpCodes: readonly WrapUpCode[]
}

/** Nobody could be verified: nothing was told, nothing was changed. */
export const unverified = { code: 'notVerified', outcome: 'none' } as const satisfies WrapUpCode

/**
 * The recipes, by a case's reason (product.md, Cases and recipes): one table for page, service and core. A sale asks for
 * no verification of a caller: who buys shows a document in it. A bill is read to who is known (level 1), money asks level 2.
 */
export const recipes = {
  sale: {
    steps: saleSteps.map((step) => ({ step, script: `script.${step}` })),
    verificationLevel: 0,
    contact: 'contact.sale',
    wrapUpCodes: [
      { code: 'sold', outcome: 'done' },
      { code: 'thinksItOver', outcome: 'callBack' },
      { code: 'documentMissing', outcome: 'callBack' },
      { code: 'noCoverage', outcome: 'none' },
      { code: 'creditRefused', outcome: 'none' },
      { code: 'priceTooHigh', outcome: 'none' },
      { code: 'handedOn', outcome: 'handedOn' },
    ],
  },
  billQuestion: {
    steps: [{ step: 'reason', script: 'script.billQuestion' }],
    verificationLevel: 1,
    contact: 'contact.billQuestion',
    wrapUpCodes: [
      { code: 'billExplained', outcome: 'done' },
      { code: 'billSentAgain', outcome: 'done' },
      { code: 'billPaid', outcome: 'done' },
      { code: 'billNotAgreed', outcome: 'handedOn' },
      { code: 'billLookedInto', outcome: 'callBack' },
      unverified,
    ],
  },
  dispute: {
    steps: [{ step: 'reason', script: 'script.dispute' }],
    verificationLevel: 2,
    contact: 'contact.dispute',
    wrapUpCodes: [
      { code: 'disputeTaken', outcome: 'handedOn' },
      { code: 'billExplained', outcome: 'done' },
      { code: 'disputeWithdrawn', outcome: 'done' },
      { code: 'billLookedInto', outcome: 'callBack' },
      unverified,
    ],
  },
  goodwillCredit: {
    steps: [{ step: 'reason', script: 'script.goodwillCredit' }],
    verificationLevel: 2,
    contact: 'contact.goodwillCredit',
    wrapUpCodes: [
      { code: 'creditGiven', outcome: 'done' },
      { code: 'creditAsked', outcome: 'handedOn' },
      { code: 'billExplained', outcome: 'done' },
      unverified,
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>

export type RecipeName = keyof typeof recipes

/** Recipes that are worked on a bill of the customer's. */
export function isOfBill(recipe: string): recipe is 'billQuestion' | 'dispute' | 'goodwillCredit' {
  return recipe === 'billQuestion' || recipe === 'dispute' || recipe === 'goodwillCredit'
}

/** The names, for schemas. */
export const recipeNames = Object.keys(recipes) as readonly RecipeName[] as readonly [RecipeName, ...RecipeName[]] // keys of a const object that is not empty

/** The recipe of a case on record; undefined for one that a newer core knows. */
export function recipeOf(name: string): Recipe | undefined {
  return recipeNames.some((one) => one === name) ? recipes[name as RecipeName] : undefined // as: looked up above
}

/** What to say at a step of a case, unless its state has something better. */
export function scriptAt(recipe: Recipe, step: SaleStep): string {
  return recipe.steps.find((each) => each.step === step)?.script ?? recipe.contact
}
