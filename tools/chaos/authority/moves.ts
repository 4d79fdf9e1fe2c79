import * as fc from 'fast-check'
import type { CommandBody } from '#shared/contract/commands.ts'
import { chargeMinor } from '#shared/domain/adjustment/charge.ts'
import type { Play } from './play.ts'
import { checkStep } from './check.ts'

type Nothing = Readonly<Record<string, never>>
export type Move = fc.AsyncCommand<Nothing, Play>

function move(name: string, run: (play: Play) => Promise<unknown>): Move {
  return {
    check: () => true,
    run: async (_model, play) => {
      await run(play)
      await checkStep(play)
    },
    toString: () => name,
  }
}

const agents = ['luc', 'anna'] as const
const deciders = ['irina', 'eva', 'petr', 'boris'] as const
const everyone = [...agents, ...deciders] as const
const agent = fc.constantFrom(...agents)
const decider = fc.constantFrom(...deciders)
const anyone = fc.constantFrom(...everyone)
const desk = fc.integer({ min: 0, max: 1 })
const pick = fc.nat({ max: 5 })
const minor = fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.constantFrom(2500, 10_000, 10_600, 14_000))
const reason = fc.constantFrom('goodwill', 'ourDelay')
const part = fc.constantFrom(100, 100, 50, 0)

/** What agents, deciders, customers, the clock and the line between desks and core can do. */
export const moves: readonly fc.Arbitrary<Move>[] = [
  fc.record({ who: anyone, bill: pick, minor, reason }).map((of) =>
    move(`give ${JSON.stringify(of)}`, async (play) => {
      await play.run(of.who, 'adjustment.giveCredit', await credit(play, of))
    }),
  ),
  fc
    .record({ who: agent, desk, bill: pick, minor, reason })
    .map((of) =>
      move(`giveAlone ${JSON.stringify(of)}`, async (play) => play.giveAlone(of.who, of.desk, await credit(play, of))),
    ),
  fc
    .record({ who: agent, desk })
    .map((of) => move(`renew ${JSON.stringify(of)}`, (play) => play.renew(of.who, of.desk))),
  fc.record({ who: agent, desk }).map((of) => move(`sync ${JSON.stringify(of)}`, (play) => play.sync(of.who, of.desk))),
  fc
    .record({ who: decider, pick, part })
    .map((of) => move(`decideCredit ${JSON.stringify(of)}`, (play) => decideCredit(play, of))),
  fc
    .record({ who: anyone, bill: pick, line: pick, minor, isAppeal: fc.boolean() })
    .map((of) => move(`file ${JSON.stringify(of)}`, (play) => file(play, of))),
  fc.record({ who: decider, pick, part }).map((of) => move(`decide ${JSON.stringify(of)}`, (play) => decide(play, of))),
  fc.record({ who: decider, pick }).map((of) => move(`askBack ${JSON.stringify(of)}`, (play) => askBack(play, of))),
  fc
    .record({ who: anyone, pick, isAnswer: fc.boolean() })
    .map((of) => move(`question ${JSON.stringify(of)}`, (play) => question(play, of))),
  fc
    .record({ who: agent, pick, isAnswer: fc.boolean() })
    .map((of) => move(`say ${JSON.stringify(of)}`, (play) => say(play, of))),
  fc.record({ who: anyone, pick }).map((of) => move(`withdraw ${JSON.stringify(of)}`, (play) => withdraw(play, of))),
  fc.record({ from: decider, to: decider, days: fc.integer({ min: 0, max: 2 }) }).map((of) =>
    move(`delegate ${JSON.stringify(of)}`, (play) => {
      const days = { firstDay: play.today(), lastDay: play.lastDay(of.days) }
      const toId = play.stage.people[of.to]?.id ?? ''
      return play.run(of.from, 'adjustment.delegateAuthority', { delegationId: play.ids.next(), toId, ...days })
    }),
  ),
  fc
    .record({ bill: pick, minor, isTold: fc.boolean() })
    .map((of) => move(`pay ${JSON.stringify(of)}`, (play) => play.pay(billOf(play, of.bill), of.minor, of.isTold))),
  fc.record({ who: anyone, pick }).map((of) => move(`reverse ${JSON.stringify(of)}`, (play) => reverse(play, of))),
  fc
    .record({ who: anyone, bill: pick, minor, isOfBill: fc.boolean() })
    .map((of) => move(`charge ${JSON.stringify(of)}`, (play) => charge(play, of))),
  fc.constantFrom(0.2, 1, 31).map((days) => move(`pass ${days}`, async (play) => play.pass(days))),
]

function billOf({ stage }: Play, index: number) {
  const bill = stage.bills[index % stage.bills.length]
  if (!bill) throw new Error('no bills')
  return bill
}

async function credit(
  play: Play,
  of: { readonly bill: number; readonly minor: number; readonly reason: string },
): Promise<CommandBody<'adjustment.giveCredit'>> {
  const { id: billId, customer_id: customerId } = billOf(play, of.bill)
  return {
    ...{ adjustmentId: play.ids.next(), reference: 'K', customerId, billId, caseId: null, askedMinor: of.minor },
    ...{ amountMinor: await play.sumOf(billId, [], of.minor), currency: 'EUR', lines: [], reason: of.reason },
    ...{ note: '', grantId: null },
  }
}

async function creditAt({ unit: { tx } }: Play, pick: number) {
  const rows = await tx.selectFrom('adjustment').selectAll().where('dispute_id', 'is', null).orderBy('id').execute()
  return rows.at(-1 - (pick % Math.max(1, rows.length)))
}

/** Asks back about a credit, or answers. */
async function question(play: Play, of: { readonly who: string; readonly pick: number; readonly isAnswer: boolean }) {
  const row = await creditAt(play, of.pick)
  if (!row) return
  const about = { adjustmentId: row.id, customerId: row.customer_id, request: row.request }
  if (of.isAnswer) await play.run(of.who, 'adjustment.answer', { ...about, note: 'so' })
  else await play.run(of.who, 'adjustment.askBack', { ...about, question: 'so?' })
}

async function decideCredit(play: Play, of: { readonly who: string; readonly pick: number; readonly part: number }) {
  const row = await creditAt(play, of.pick)
  if (!row) return
  const { id: adjustmentId, customer_id: customerId, request } = row
  const askedMinor = Math.floor((row.asked_minor * of.part) / 100)
  // a charge of no bill is sent all the same
  const isNothing = askedMinor === 0 || row.bill_id === ''
  const amountMinor = isNothing ? askedMinor : await play.sumOf(row.bill_id, [], askedMinor)
  const body = { adjustmentId, customerId, request, askedMinor, amountMinor, note: 'so' }
  await play.run(of.who, 'adjustment.decideCredit', body)
}

interface Filing {
  readonly who: string
  readonly bill: number
  readonly line: number
  readonly minor: number
  readonly isAppeal: boolean
}

async function file(play: Play, of: Filing) {
  const { id: billId, customer_id: customerId } = billOf(play, of.bill)
  const { tx } = play.unit
  const lines = await tx
    .selectFrom('bill_line')
    .select(['id', 'amount_minor'])
    .where('bill_id', '=', billId)
    .where('amount_minor', '>', 0)
    .orderBy('amount_minor', 'desc')
    .execute()
  const line = lines[of.line % Math.max(1, Math.min(2, lines.length))]
  if (!line) return
  const about = of.isAppeal
    ? await tx.selectFrom('dispute').select('id').where('bill_id', '=', billId).orderBy('id', 'desc').executeTakeFirst()
    : undefined
  const parts = [{ lineId: line.id, amountMinor: Math.min(of.minor, line.amount_minor) }]
  await play.run(of.who, 'dispute.fileDispute', {
    ...{ disputeId: play.ids.next(), reference: 'D', customerId, billId, caseId: null, aboutId: about?.id ?? null },
    ...{ reason: 'notUsed', currency: 'EUR', lines: parts, claimedMinor: await play.sumOf(billId, parts, of.minor) },
    ...{ words: '', wordsLanguage: 'cs', evidence: [], answerBy: '' },
  })
}

async function disputeAt({ unit: { tx } }: Play, pick: number) {
  const rows = await tx.selectFrom('dispute').selectAll().orderBy('id').execute()
  return rows.at(-1 - (pick % Math.max(1, rows.length)))
}

async function decide(play: Play, of: { readonly who: string; readonly pick: number; readonly part: number }) {
  const row = await disputeAt(play, of.pick)
  if (!row) return
  const claims = await play.unit.tx.selectFrom('dispute_line').selectAll().where('dispute_id', '=', row.id).execute()
  const lines = claims.flatMap((claim) => {
    const amountMinor = Math.floor((claim.claimed_minor * of.part) / 100)
    return amountMinor > 0 ? [{ lineId: claim.bill_line_id, amountMinor }] : []
  })
  const grantedMinor = lines.length === 0 ? 0 : await play.sumOf(row.bill_id, lines, 1)
  await play.run(of.who, 'dispute.decideDispute', {
    ...{ disputeId: row.id, customerId: row.customer_id, adjustmentId: play.ids.next(), request: row.request },
    ...{ lines, grantedMinor, note: 'so' },
  })
}

async function askBack(play: Play, of: { readonly who: string; readonly pick: number }) {
  const row = await disputeAt(play, of.pick)
  if (!row) return
  const { id: disputeId, customer_id: customerId, request } = row
  await play.run(of.who, 'dispute.askBack', { disputeId, customerId, request, question: 'so?' })
}

async function say(play: Play, of: { readonly who: string; readonly pick: number; readonly isAnswer: boolean }) {
  const row = await disputeAt(play, of.pick)
  if (!row) return
  const { id: disputeId, customer_id: customerId } = row
  if (of.isAnswer) await play.run(of.who, 'dispute.addWords', { disputeId, customerId, words: 'so', evidence: [] })
  else await play.run(of.who, 'dispute.withdrawDispute', { disputeId, customerId, note: '' })
}

async function withdraw(play: Play, of: { readonly who: string; readonly pick: number }) {
  const rows = await play.unit.tx.selectFrom('adjustment').selectAll().orderBy('id').execute()
  const row = rows.at(-1 - (of.pick % Math.max(1, rows.length)))
  if (!row) return
  await play.run(of.who, 'adjustment.withdrawCredit', { adjustmentId: row.id, customerId: row.customer_id })
}

async function reverse(play: Play, of: { readonly who: string; readonly pick: number }) {
  const rows = await play.unit.tx.selectFrom('adjustment').selectAll().orderBy('id').execute()
  const row = rows.at(-1 - (of.pick % Math.max(1, rows.length)))
  if (!row) return
  const { id: adjustmentId, customer_id: customerId } = row
  await play.run(of.who, 'adjustment.reverseCredit', { adjustmentId, customerId, note: 'so' })
}

interface Charging {
  readonly who: string
  readonly bill: number
  readonly minor: number
  readonly isOfBill: boolean
}

async function charge(play: Play, of: Charging) {
  const { id, customer_id: customerId } = billOf(play, of.bill)
  const account = await play.unit.get('bill_account', customerId)
  const tax = { category: 'S', basisPoints: 2000 } as const
  await play.run(of.who, 'adjustment.giveCharge', {
    ...{ adjustmentId: play.ids.next(), reference: 'F', customerId, billId: of.isOfBill ? id : null, lineId: null },
    ...{ caseId: null, askedMinor: of.minor, amountMinor: chargeMinor(of.minor, tax, account?.tax_included === 1) },
    ...{ currency: 'EUR', reason: 'visit', note: '' },
  })
}
