import { icaoSpecimen, writeTd3 } from '#shared/domain/identity/specimen.ts'
import { typed } from '#main/workstation/sale/test-typing.ts'
import { procedures } from '#shared/contract/procedures.ts'
import type { OutputOf, Reply, ServiceProcedureName } from '#shared/contract/procedures.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Chance } from './random.ts'

/** Asks a desk; undefined when nobody knows what became of the question. */
export type AskDesk = (name: string, input: unknown) => Promise<Reply | undefined>

export interface CaseWork {
  readonly caseId: string
  /** The next step of the sale. */
  step: number
  /** The person in front of the agent, by number. */
  readonly person: number
}

/** What all agents of a world have in common: cases that others may open too, numbers that several want. */
export interface Floor {
  readonly cases: CaseWork[]
  readonly hotNumbers: string[]
  persons: number
}

export interface Agent {
  /** Does one thing that an agent does, chosen by chance. */
  readonly act: () => Promise<void>
  readonly signIn: (role?: string) => Promise<boolean>
}

const steps = ['reason', 'offer', 'identity', 'credit', 'sign', 'payNow'] as const
type Step = (typeof steps)[number]

const finishers = {
  reason: 'customer.finishReason',
  offer: 'catalogue.finishOffer',
  identity: 'identity.finishIdentity',
  credit: 'credit.finishCredit',
  sign: 'contract.finishSign',
  payNow: 'payment.finishPayNow',
} as const

export const poison = 'poison'

/** An agent at a desk, speaking through the service's door as the page does. */
export function openAgent(ask: AskDesk, floor: Floor, chance: Chance): Agent {
  const own: CaseWork[] = []

  async function get<N extends ServiceProcedureName>(name: N, input: unknown): Promise<OutputOf<N> | undefined> {
    const reply = await ask(name, input)
    if (!reply?.ok) return undefined
    return procedures[name].output.parse(reply.value) as OutputOf<N> // parsed by this very procedure
  }

  async function signIn(role?: string): Promise<boolean> {
    const people = (await get('staff.people', {}))?.people ?? []
    const able = people.filter((one) =>
      role === undefined ? ['store', 'agent'].includes(one.role) : one.role === role,
    )
    if (able.length === 0) return false
    return (await get('staff.signIn', { tile: chance.pick(able).userId })) !== undefined
  }

  async function startCase(): Promise<void> {
    const started = await get('interaction.startCase', { channel: 'walkIn', customerId: null })
    if (!started) return
    floor.persons += 1
    const work = { caseId: started.caseId, step: 0, person: floor.persons }
    own.push(work)
    floor.cases.push(work)
  }

  function anyCase(): CaseWork | undefined {
    const list = chance.isHit(0.15) ? floor.cases : own
    return list.length === 0 ? undefined : chance.pick(list.slice(-6))
  }

  async function advance(): Promise<void> {
    const work = anyCase()
    const step = work && steps[work.step]
    if (!work || !step) return startCase()
    const fields = await fieldsOf(work, step)
    if (!fields) return
    await ask('interaction.saveDraft', { caseId: work.caseId, step, fields })
    const finished = await ask(finishers[step], { caseId: work.caseId })
    if (finished?.ok) work.step += 1
    // a step that does not go on now is left for another one
    else if (finished && chance.isHit(0.3)) work.step += 1
  }

  async function fieldsOf(work: CaseWork, step: Step): Promise<Readonly<Record<string, Json>> | undefined> {
    if (step === 'offer') return offerFields(work)
    if (step === 'reason') {
      const { givenNames, familyName } = typed.reason
      return { ...typed.reason, givenNames: `${givenNames} ${letters(work.person)}`, familyName }
    }
    if (step === 'payNow') return { ...typed.payNow, tendered: '200' }
    if (step !== 'identity') return typed[step]
    const status = await get('desk.status', {})
    const [line1, line2] = writeTd3({
      ...icaoSpecimen,
      givenNames: `${icaoSpecimen.givenNames} ${letters(work.person)}`,
      documentNumber: `T${String(work.person).padStart(6, '0')}`,
      expiryDate: '2032-04-15',
    })
    return { ...typed.identity, line1, line2, addressIssuedOn: addDays(status?.businessDate ?? '2026-11-22', -30) }
  }

  async function offerFields(work: CaseWork): Promise<Readonly<Record<string, Json>> | undefined> {
    const { caseId } = work
    const offers = await get('catalogue.offers', { caseId, segment: 'mobile', billing: 'postPaid' })
    const plan = offers?.plans.find((one) => one.name['en'] === 'Mobile M 40 GB')
    const msisdn = await someNumber()
    if (!plan || msisdn === undefined) return undefined
    return { ...typed.offer, planId: plan.offer.id, addOnIds: [], msisdn }
  }

  /** Often one that another agent wants too. */
  async function someNumber(): Promise<string | undefined> {
    if (floor.hotNumbers.length > 0 && chance.isHit(0.4)) return chance.pick(floor.hotNumbers.slice(-3))
    const free = await get('number.freeNumbers', { wish: '', limit: 6 })
    const msisdn = free && free.numbers.length > 0 ? chance.pick(free.numbers) : undefined
    if (msisdn !== undefined) floor.hotNumbers.push(msisdn)
    return msisdn
  }

  async function type(): Promise<void> {
    const work = anyCase()
    if (!work) return startCase()
    const word = chance.isHit(0.06) ? poison : letters(chance.below(20_000))
    if (chance.isHit(0.5))
      return void (await ask('interaction.saveNote', { caseId: work.caseId, note: `note ${word}` }))
    const step = chance.pick(['reason', 'credit', 'payNow'] as const)
    await ask('interaction.saveDraft', { caseId: work.caseId, step, fields: { ...typed[step], income: word } })
  }

  async function again(): Promise<void> {
    const work = anyCase()
    if (!work || work.step === 0) return
    const step = steps[chance.below(Math.min(work.step, 4))] ?? 'reason'
    const fields = await fieldsOf(work, step)
    if (fields) await ask('interaction.saveDraft', { caseId: work.caseId, step, fields })
    await ask(finishers[step], { caseId: work.caseId })
  }

  async function hold(): Promise<void> {
    const work = anyCase()
    const msisdn = await someNumber()
    if (work && msisdn !== undefined) await ask('number.holdNumber', { caseId: work.caseId, msisdn })
  }

  /** Decides what waits for a person. */
  async function decide(): Promise<void> {
    const items = (await get('desk.needsYou', {}))?.items ?? []
    if (items.length === 0) return advance()
    const { commandId, type: kind, choices, caseId } = chance.pick(items)
    const proposed = choices.find((choice) => choice.kind === 'useNumber')?.value
    if (kind === 'order.submitOrder' && proposed !== undefined && caseId !== null && chance.isHit(0.7)) {
      await ask('number.holdNumber', { caseId, msisdn: proposed })
      await ask('order.chooseOtherNumber', { commandId, msisdn: proposed, acceptedBy: 'customerByPhone' })
    } else if (kind === 'order.submitOrder') await ask('order.withdrawOrder', { commandId })
    else if (kind === 'number.reserveNumber' && proposed !== undefined && caseId !== null && chance.isHit(0.6))
      await ask('number.holdNumber', { caseId, msisdn: proposed })
    else await ask('interaction.reopenStep', { commandId })
  }

  async function close(): Promise<void> {
    const work = anyCase()
    if (work) await ask('interaction.closeCase', { caseId: work.caseId })
  }

  async function look(): Promise<void> {
    await ask('interaction.home', {})
    await ask('desk.toSend', {})
    const work = anyCase()
    if (work) await ask('interaction.caseView', { caseId: work.caseId })
    await ask('customer.search', { text: 'nov', limit: 5 })
  }

  async function changePerson(): Promise<void> {
    await ask('staff.signOut', {})
    await signIn()
  }

  const doings = { startCase, advance, type, again, hold, decide, close, look, changePerson }
  return {
    signIn,
    act: async () => {
      const session = await get('staff.session', {})
      if (session && session.session === null) return void (await signIn())
      const doing = chance.weighted<keyof typeof doings>({
        ...{ startCase: 4, advance: 12, type: 3, again: 2, hold: 2, decide: 3, close: 0.5, look: 2, changePerson: 0.3 },
      })
      await doings[doing]()
    },
  }
}

/** A number as letters: names take no figures. */
function letters(number: number): string {
  const text = [...number.toString(26)].map((figure) => String.fromCharCode(97 + Number.parseInt(figure, 26))).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
