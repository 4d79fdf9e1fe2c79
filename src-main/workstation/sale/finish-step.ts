import type { Desk, OutboxItem } from '#main/workstation/desk.ts'
import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { caseMachine, caseStates } from '#shared/domain/interaction/states.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import { canonicalJson } from '#shared/kernel/canonical.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { mayWrite } from '#shared/domain/interaction/writer.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import type { Details, Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import { bodyOf } from './body-of.ts'
import { isUndecided, isUnresolved } from './marks.ts'
import type { CaseFacts } from './read-case.ts'
import { readCase } from './read-case.ts'

export type Captured = ReturnType<Desk['capture']>
type CaptureRefusal = Extract<Captured, { readonly ok: false }>['error']

/** What a step is finished with: the case, the market's rules, and a pen that writes each command once. */
export interface StepWork {
  readonly desk: Desk
  readonly step: SaleStep
  readonly facts: CaseFacts
  readonly policies: Policies
  readonly today: IsoDate
  /** Nothing was typed since the step was last finished, and nothing of it was refused. */
  readonly isUnchanged: boolean
  /** An id for what the step creates from these inputs: the same at every try, a new one once they change. */
  readonly idFor: (purpose: string, from: Json) => Id
  /**
   * Captures a command of the step. Trying twice is once; after a change it is a new command. It resolves the refused
   * command of the same type in this case, if one waits for a person.
   */
  readonly write: <T extends CommandType>(
    type: T,
    body: CommandBody<T>,
    more?: {
      readonly needs?: readonly Id[]
      readonly base?: Readonly<Record<string, number>>
      readonly blobs?: readonly string[]
    },
  ) => Captured
  /** Captures the step as typed, last of all, and drops its draft. */
  readonly save: (
    customerId?: Id | null,
    fields?: Readonly<Record<string, Json>>,
  ) => Result<Record<string, never>, CaptureRefusal>
}

export type StepRefusal = Refusal<'CASE_UNKNOWN' | 'CASE_CLOSED' | 'CASE_TAKEN_OVER' | 'CORE_UNREACHABLE'>

/** The case to work on. CORE_UNREACHABLE before the first load: prices and policies are not here yet. */
export function beginStep(desk: Desk, caseId: Id, step: SaleStep): Result<StepWork, StepRefusal> {
  const found = writableCase(desk, caseId)
  if (!found.ok) return found
  const facts = found.value
  const policies = desk.policies()
  if (!policies) return refuse('CORE_UNREACHABLE')
  const idFor = (purpose: string, from: Json): Id =>
    desk.drafts.idFor(caseId, `${step}:${purpose}:${sha256Hex(canonicalJson(from)).slice(0, 16)}`)
  const refused = facts.commands.filter(isUnresolved)
  return ok({
    desk,
    step,
    facts,
    policies,
    today: desk.businessDate(),
    isUnchanged: isUnchanged(facts, step, refused),
    idFor,
    write: (type, body, more = {}) => {
      const resolves = refused.find((item) => item.type === type)?.id
      // a command's body is JSON: its schema made it from JSON
      return desk.capture({ id: idFor(type, body as Json), type, body, ...more, ...(resolves && { resolves }) })
    },
    save: (customerId = facts.row.customer_id, fields = facts.fields[step]) => {
      const resolves = refused.find((item) => bodyOf(item, 'interaction.saveCaseStep')?.step === step)?.id
      const body = stepBody(facts, step, fields, customerId)
      const id = desk.drafts.idFor(caseId, `${step}:saveCaseStep`)
      const saved = desk.capture({ id, type: 'interaction.saveCaseStep', body, ...(resolves && { resolves }) })
      if (!saved.ok) return saved
      desk.drafts.drop(caseId, step)
      desk.drafts.drop(caseId, 'note')
      desk.changed('interaction', 'desk')
      return ok({})
    },
  })
}

/** The body of `saveCaseStep` for a case as it stands. The strokes of a signature are in the sealed document only. */
export function stepBody(
  facts: CaseFacts,
  step: SaleStep,
  fields: Readonly<Record<string, Json>>,
  customerId: Id | null = facts.row.customer_id,
): CommandBody<'interaction.saveCaseStep'> {
  // zod's JSON type differs from ours only in not being readonly
  const plain = {
    ...fields,
    ...(step === 'sign' && { signature: '' }),
  } as CommandBody<'interaction.saveCaseStep'>['fields']
  return { caseId: facts.row.id, step, fields: plain, note: facts.note, customerId, state: 'finished' }
}

/** A case this desk knows and that is not closed. */
export function openCase(desk: Desk, caseId: Id): Result<CaseFacts, Refusal<'CASE_UNKNOWN' | 'CASE_CLOSED'>> {
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('CASE_UNKNOWN')
  return isClosed(facts.row.state) ? refuse('CASE_CLOSED') : ok(facts)
}

/** A case this desk writes in: not closed, and no other desk has taken it over. */
export function writableCase(
  desk: Desk,
  caseId: Id,
): Result<CaseFacts, Refusal<'CASE_UNKNOWN' | 'CASE_CLOSED' | 'CASE_TAKEN_OVER'>> {
  const open = openCase(desk, caseId)
  if (!open.ok || mayWrite(open.value.row, desk.deviceId)) return open
  const { writer_name: writerName, writer_desk: deskName, writer_since: since } = open.value.row
  return refuse('CASE_TAKEN_OVER', { writerName, deskName, since })
}

/** Whether a case has ended: nothing can be given up in it any more. */
export function isClosed(state: string): boolean {
  return caseStates.some((one) => one === state) && !mayStep(caseMachine, state, 'abandon', undefined)
}

/** The first thing wrong in a step: the field, and the code of a sentence `wrong.CODE` in text/ that says why. */
export function incomplete(
  field: string,
  reason: string,
  details: Details = {},
): { readonly ok: false; readonly error: Refusal<'STEP_INCOMPLETE'> } {
  return refuse('STEP_INCOMPLETE', { ...details, field, reason })
}

/** The last command of a type in a case that the core has applied or still has to decide. */
export function standing(facts: CaseFacts, type: CommandType): OutboxItem | undefined {
  return facts.commands.filter((item) => item.type === type && (item.state === 'applied' || isUndecided(item))).at(-1)
}

const commandsOfStep: Readonly<Record<SaleStep, readonly CommandType[]>> = {
  reason: ['customer.createProspect', 'customer.createCompany', 'customer.createHousehold'],
  offer: ['number.reserveNumber'],
  identity: ['identity.recordEvidence'],
  credit: ['credit.requestDecision'],
  sign: ['contract.signContract'],
  payNow: ['payment.recordPayment', 'order.submitOrder'],
  activation: [],
}

/** The step of the sale a command belongs to; undefined for what is decided elsewhere. */
export function stepOfCommand(item: OutboxItem): SaleStep | undefined {
  const saved = bodyOf(item, 'interaction.saveCaseStep')
  if (saved) return saved.step
  // keys of a const object
  return (Object.keys(commandsOfStep) as SaleStep[]).find((step) => commandsOfStep[step].includes(item.type))
}

function isUnchanged(facts: CaseFacts, step: SaleStep, refused: readonly OutboxItem[]): boolean {
  const isTyped = facts.drafts.some((draft) => draft.step === step)
  const isSaved = facts.steps.some(({ row }) => row.step === step && row.state === 'finished')
  return isSaved && !isTyped && !refused.some((item) => stepOfCommand(item) === step)
}
