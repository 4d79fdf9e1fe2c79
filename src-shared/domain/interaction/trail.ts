import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { detailsSchema } from '#shared/kernel/result.ts'

/** Of a command's body, what is told of it: fields whose words a person wrote or chose. */
const toldFields = ['step', 'state', 'outcome', 'toName'] as const

/** Where a command's own words stand in its body. */
const wordsIn: Readonly<Record<string, string>> = {
  'credit.overrideDecision': 'reason',
  'verification.unlockCaller': 'reason',
  'interaction.handOverCase': 'note',
  'adjustment.giveCredit': 'note',
  'adjustment.decideCredit': 'note',
  'adjustment.reverseCredit': 'note',
  'adjustment.askBack': 'question',
  'adjustment.answer': 'note',
  'adjustment.giveCharge': 'note',
  'dispute.fileDispute': 'words',
  'dispute.fileTopUp': 'words',
  'dispute.addWords': 'words',
  'dispute.askBack': 'question',
  'dispute.decideDispute': 'note',
  'dispute.withdrawDispute': 'note',
}

/** One thing that was done, as the core or this desk knows it. `of` is what a decision was about. */
export const trailFactSchema = z.object({
  id: z.string(),
  at: z.int(),
  type: z.string(),
  result: z.string(),
  code: z.string(),
  details: detailsSchema,
  name: z.string(),
  place: z.string(),
  told: z.record(z.string(), z.string()),
  words: z.string(),
  of: z.object({ type: z.string(), words: z.string() }).nullable(),
})
export type TrailFact = z.infer<typeof trailFactSchema>

/** GET /sync/v1/trail/CASE: what is on record of a case, oldest first. */
export const coreTrailSchema = z.object({ entries: z.array(trailFactSchema) })
export type CoreTrail = z.infer<typeof coreTrailSchema>

export const trailInput = z.strictObject({ caseId: idSchema })

/**
 * The trail as it is shown, newest last. `sentence` is a key of text/, `what` another one that fills its gap. `code` says
 * why it was refused. `isHere`: known on this desk only, the core has not confirmed it. Not `isWhole`: the core could not
 * be asked.
 */
export const trailOutput = z.object({
  isWhole: z.boolean(),
  entries: z.array(
    z.object({
      id: z.string(),
      at: z.int(),
      sentence: z.string(),
      name: z.string(),
      to: z.string(),
      what: z.string(),
      place: z.string(),
      words: z.string(),
      result: z.enum(['applied', 'asked', 'refused']),
      code: z.string(),
      details: detailsSchema,
      isHere: z.boolean(),
    }),
  ),
})
export type TrailEntry = z.infer<typeof trailOutput>['entries'][number]

/** What a command's body says that is told. */
export function toldOf(type: string, body: unknown): Pick<TrailFact, 'told' | 'words'> {
  const fields: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {}
  const told = toldFields.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]] as const] : []))
  const words = fields[wordsIn[type] ?? '']
  return { told: Object.fromEntries(told), words: typeof words === 'string' ? words : '' }
}

/** Types with a sentence of their own; every other one is told by the name of its command. */
const ownSentence: ReadonlySet<string> = new Set([
  'interaction.openCase',
  'interaction.saveCaseStep',
  'interaction.closeCase',
  'interaction.takeOverCase',
  'interaction.handOverCase',
  'interaction.approveHeld',
  'interaction.rejectHeld',
  'customer.createProspect',
  'identity.recordEvidence',
  'credit.requestDecision',
  'credit.overrideDecision',
  'number.reserveNumber',
  'contract.signContract',
  'payment.recordPayment',
  'order.submitOrder',
  'order.withdrawOrder',
  'number.revealPuk',
  'number.pukShown',
  'message.sendMessage',
  'dispute.fileDispute',
  'dispute.decideDispute',
  'adjustment.askBack',
  'adjustment.answer',
])

/** One fact as it is told. What was refused is told as such, whatever it would have been. */
export function toldEntry(fact: TrailFact, isHere: boolean): TrailEntry {
  const { id, at, type, name, place, told, code, details, of } = fact
  const result = isHere || fact.result === 'applied' ? 'applied' : fact.result === 'needsApproval' ? 'asked' : 'refused'
  const isOwn = result === 'applied' && ownSentence.has(type)
  const { step = '', state = '', outcome = '', toName: to = '' } = told
  const variant = { parked: '.parked', abandon: '.abandon' }[state === 'parked' ? state : outcome] ?? ''
  const own = isOwn ? `trail.${type}${variant}` : 'trail.other'
  return {
    ...{ id, at, name, to, place, result, code, details, isHere },
    sentence: result === 'applied' ? own : `trail.${result}`,
    what: of ? `command.${of.type}` : isOwn && step !== '' ? `step.${step}` : `command.${type}`,
    words: fact.words === '' ? (of?.words ?? '') : fact.words,
  }
}
