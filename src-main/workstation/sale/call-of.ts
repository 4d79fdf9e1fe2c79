import type { Desk } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { Call, CallView } from '#shared/domain/phone/contract.ts'
import { callEvents, callMachine } from '#shared/domain/phone/call-machine.ts'
import type { WrapUpFacts } from '#shared/domain/phone/wrap-up.ts'
import { wrapUpChoices, wrapUpOf } from '#shared/domain/phone/wrap-up.ts'
import { caseStates } from '#shared/domain/interaction/states.ts'
import { livingStates } from '#shared/domain/ticket/states.ts'
import { mayStep } from '#shared/kernel/machine.ts'

/** The call of the person at this desk; undefined when there is none. Another's call is not theirs to see. */
export function callOf(desk: Desk): Call | undefined {
  const call = desk.phone.call()
  return call && call.userId === desk.session()?.userId && call.state !== 'over' ? call : undefined
}

/** The note of a call. The one note: the case's where the call has one, else the call's own. */
export function noteOf(desk: Desk, { caseId, note }: Call): string {
  if (caseId === null) return note
  const typed = desk.drafts.of(caseId).find(({ step }) => step === 'note')?.fields['note']
  return typeof typed === 'string' ? typed : (desk.view.get('service_case', caseId)?.row.note ?? note)
}

const candidatesShown = 3

/** The call as the bar shows it. */
export function callView(desk: Desk, call: Call): CallView {
  const customer = call.customerId === null ? undefined : desk.view.get('customer', call.customerId)?.row
  const facts = wrapUpFacts(desk, call)
  return {
    call: { ...call, note: noteOf(desk, call) },
    customerName: customer ? customerName(customer) : '',
    candidates: [...candidatesOf(desk, call.number)],
    may: callEvents.filter((event) => mayStep(callMachine, call.state, event, undefined)),
    wrapUp: wrapUpOf(facts),
    choices: [...wrapUpChoices(facts.work)],
  }
}

/** Who may be calling from a number: holders of the line first, then whoever gave it to be reached. */
function candidatesOf(desk: Desk, number: string): CallView['candidates'] {
  if (number === '') return []
  const holders = desk.view
    .where('product', 'msisdn', number)
    .filter(({ row }) => row.state !== 'terminated')
    .map(({ row }) => ({ id: row.customer_id, how: 'holder' as const }))
  const contacts = desk.view
    .where('customer', 'contact_number', number)
    .map(({ row }) => ({ id: row.id, how: 'contact' as const }))
  const first = new Map([...contacts, ...holders].map((one) => [one.id, one]))
  return [...first.values()]
    .toSorted((a, b) => Number(b.how === 'holder') - Number(a.how === 'holder'))
    .slice(0, candidatesShown)
    .flatMap(({ id, how }) => {
      const row = desk.view.get('customer', id)?.row
      return row ? [{ customerId: id, name: customerName(row), how }] : []
    })
}

function wrapUpFacts(desk: Desk, call: Call): WrapUpFacts {
  const row = call.caseId === null ? undefined : desk.view.get('service_case', call.caseId)?.row
  const state = caseStates.find((one) => one === row?.state)
  const isSigned = call.caseId !== null && desk.view.where('agreement', 'case_id', call.caseId).length > 0
  const tickets = call.customerId === null ? [] : desk.view.where('ticket', 'customer_id', call.customerId)
  return {
    work: row && state ? { recipe: row.recipe, state, isSigned } : null,
    hasOpenTicket: tickets.some(({ row: { state: now } }) => livingStates.some((one) => one === now)),
    queue: call.queue,
    isTransferred: call.isTransferred,
  }
}
