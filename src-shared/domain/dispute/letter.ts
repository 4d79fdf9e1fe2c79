import type { IsoDate } from '#shared/kernel/date.ts'

/** A sentence of a letter: its key in text/ and what fills it. */
export interface Sentence {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A letter before it has a language; `letterText` of text/ words it. The first two paragraphs alone are what an SMS says. */
export interface Letter {
  readonly subject: Sentence
  readonly paragraphs: readonly Sentence[]
}

/** What the letters about a bill name. */
interface OfBill {
  /** The bill's number; '' of a top-up, of which nothing is open. */
  readonly number: string
  /** What was open of the bill before, minor units. */
  readonly openMinor: number
}

export interface FiledFacts extends OfBill {
  readonly reference: string
  readonly claimedMinor: number
  /** What of the open sum is held out of collections from now on (`heldAmount`). */
  readonly heldMinor: number
  readonly due: IsoDate
  readonly answerBy: IsoDate
}

/** Acknowledges a dispute: what need not be paid meanwhile, what stays due, and when the answer comes. */
export function filedLetter({ openMinor, heldMinor, ...facts }: FiledFacts): Letter {
  const { reference, number, claimedMinor, due, answerBy } = facts
  const dueMinor = openMinor - heldMinor
  return letter({ key: 'letter.subject.dispute', params: { reference } }, [
    { key: ofWhat('letter.filed', number), params: { reference, number, claimedMinor } },
    heldMinor > 0 && { key: 'letter.held', params: { heldMinor } },
    heldMinor > 0 && dueMinor > 0 && { key: 'letter.stillDue', params: { dueMinor, due } },
    { key: 'letter.answer', params: { answerBy } },
  ])
}

export interface DecidedFacts extends OfBill {
  readonly reference: string
  readonly claimedMinor: number
  readonly grantedMinor: number
  /** When what is left of the claim has to be paid. */
  readonly due: IsoDate
  /** The reason, as the customer reads it; may be ''. */
  readonly note: string
  /** Null: this was the appeal. */
  readonly appealUntil: IsoDate | null
  /** Where the customer can turn next, in their language. */
  readonly turnTo: string
}

/**
 * Tells the decision on a dispute: what is granted, what of it lowers the next bill because it was paid already, what is
 * left to pay and by when, the reason, and what the customer can do. The desk shows it before the decision with the same facts.
 */
export function decidedLetter(facts: DecidedFacts): Letter {
  const { reference, number, claimedMinor, grantedMinor, openMinor, due, note, appealUntil, turnTo } = facts
  const kind = grantedMinor === 0 ? 'rejected' : grantedMinor >= claimedMinor ? 'granted' : 'inPart'
  const restMinor = Math.min(Math.max(0, openMinor - grantedMinor), Math.max(0, claimedMinor - grantedMinor))
  return letter({ key: 'letter.subject.dispute', params: { reference } }, [
    { key: ofWhat(`letter.${kind}`, number), params: { reference, number, claimedMinor, grantedMinor } },
    restMinor > 0 && { key: 'letter.rest', params: { restMinor, due } },
    number === '' ? grantedMinor > 0 && { key: 'letter.toTheGood', params: {} } : paidBefore(grantedMinor, openMinor),
    reasonOf(note),
    appealUntil === null
      ? { key: 'letter.turnTo', params: { turnTo } }
      : { key: 'letter.appeal', params: { appealUntil, turnTo } },
  ])
}

export interface CreditFacts extends OfBill {
  /** What the customer gets, tax inside; 0: nothing. */
  readonly amountMinor: number
  readonly note: string
}

/** Tells what became of a credit that had to wait for somebody who may give it. */
export function creditLetter({ number, openMinor, amountMinor, note }: CreditFacts): Letter {
  return letter({ key: 'letter.subject.credit', params: { number } }, [
    { key: amountMinor > 0 ? 'letter.credit' : 'letter.noCredit', params: { number, amountMinor } },
    paidBefore(amountMinor, openMinor),
    reasonOf(note),
  ])
}

/** Tells of a charge that the next bill will have. */
export function chargeLetter(facts: {
  readonly amountMinor: number
  readonly what: string
  readonly note: string
}): Letter {
  const { amountMinor, what, note } = facts
  return letter({ key: 'letter.subject.charge', params: {} }, [
    { key: 'letter.charge', params: { amountMinor, what } },
    reasonOf(note),
    { key: 'letter.disagree', params: {} },
  ])
}

export interface ReversedFacts {
  readonly isCharge: boolean
  /** The bill that the credit was on. */
  readonly number: string
  readonly amountMinor: number
  readonly note: string
}

/** Tells that a credit is taken back and stands on the next bill, or that a charge will not be on it. */
export function reversedLetter({ isCharge, number, amountMinor, note }: ReversedFacts): Letter {
  return letter({ key: isCharge ? 'letter.subject.chargeOff' : 'letter.subject.reversed', params: {} }, [
    { key: isCharge ? 'letter.chargeOff' : 'letter.reversed', params: { number, amountMinor } },
    reasonOf(note),
    !isCharge && { key: 'letter.disagree', params: {} },
  ])
}

/** A dispute of no bill is of a top-up. */
function ofWhat(key: string, number: string): string {
  return number === '' ? `${key}TopUp` : key
}

/** What is given back of money that was paid already lowers the next bill. */
function paidBefore(givenMinor: number, openMinor: number): Sentence | false {
  const creditMinor = givenMinor - Math.min(Math.max(0, openMinor), givenMinor)
  return creditMinor > 0 && { key: 'letter.nextBill', params: { creditMinor } }
}

function reasonOf(note: string): Sentence | false {
  return note.trim() !== '' && { key: 'letter.reason', params: { note: note.trim() } }
}

function letter(subject: Sentence, paragraphs: readonly (Sentence | false)[]): Letter {
  return { subject, paragraphs: paragraphs.filter((one) => one !== false) }
}
