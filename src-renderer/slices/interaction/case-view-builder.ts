import type { CaseView, StepView } from '#shared/domain/interaction/contract.ts'
import { emptyFields, saleSteps } from '#shared/domain/interaction/steps.ts'
import { say } from '#shared/kernel/sentence.ts'

/** A case just opened, for tests; anything may be said otherwise. */
export function caseViewOf(overrides: Partial<CaseView> = {}): CaseView {
  const none = { state: 'none', at: null } as const
  return {
    caseId: '01890000-0000-7000-8000-000000000001',
    recipe: 'sale',
    reference: '26-10417',
    state: 'open',
    channel: 'walkIn',
    openedAt: 1_792_000_000_000,
    openedBy: 'Luc',
    note: '',
    businessDate: '2026-10-22',
    fields: emptyFields,
    fieldsSavedAt: null,
    steps: saleSteps.map((step) => stepOf(step)),
    marks: {
      case: none,
      reason: none,
      offer: none,
      number: none,
      identity: none,
      credit: none,
      agreement: none,
      payment: none,
      order: none,
    },
    customer: null,
    company: null,
    parent: null,
    members: [],
    services: [],
    contacts: [],
    reservation: null,
    evidence: null,
    decision: null,
    override: { may: 'no', state: 'none', at: null },
    agreement: null,
    addendum: null,
    payment: null,
    order: null,
    tasks: [],
    sim: null,
    quote: null,
    priceListAt: null,
    device: null,
    nextBillOff: null,
    planName: null,
    writer: { isHere: true, name: 'Luc', deskName: 'Shop Nancy, Counter 2', since: 1_792_000_000_000, wasHere: true },
    handedOver: null,
    onlyHere: [],
    signing: { way: 'here', summaryAt: null, code: null, isChecking: false, withdrawUntil: null },
    messages: [],
    confirmed: { done: 0, of: 0 },
    needsYou: [],
    ...overrides,
  }
}

/** A step that waits, with nothing missing. */
export function stepOf(step: StepView['step'], overrides: Partial<StepView> = {}): StepView {
  const isLocked = step === 'payNow' || step === 'activation'
  return { step, state: isLocked ? 'locked' : 'waits', summary: say(`step.${step}`), missing: [], ...overrides }
}
