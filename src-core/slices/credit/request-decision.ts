import type { CreditFacts } from '#shared/domain/credit/class-rules.ts'
import { notOverridden } from '#shared/domain/credit/commands.ts'
import { decideClass, termsOf } from '#shared/domain/credit/class-rules.ts'
import { kindOf } from '#shared/domain/customer/kinds.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { BureauAnswer, PrepareContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { answeringFor } from '../customer/company-family.ts'
import { monthlyOfCase } from './monthly-of-case.ts'
import { evidenceOnRecord } from '../identity/evidence-on-record.ts'

/** What the bureau said before the transaction began; undefined when there was nobody to ask about. */
export interface CreditAnswer {
  readonly bureau: BureauAnswer | undefined
}

/**
 * Asks the bureau outside of the transaction, then decides a class with its reasons. A silent bureau gives the class of
 * the policy and leaves the decision to a person (`referred`).
 */
export const requestDecision = defineHandler<'credit.requestDecision', CreditAnswer>('credit.requestDecision', {
  prepare: async (context, body) => ({ bureau: await askBureau(context, body.customerId) }),
  run: async (context, body, { bureau }) => {
    const customer = await context.get('customer', body.customerId)
    if (!customer || customer.scope !== context.scope) return rejected('CUSTOMER_UNKNOWN')
    if (!bureau || !(await evidenceOnRecord(context.tx, body.customerId))) return rejected('IDENTITY_MISSING')
    if (await context.get('credit_decision', body.decisionId)) return rejected('BODY_INVALID', { field: 'decisionId' })
    const policy = context.policies.credit
    const facts: CreditFacts = {
      bureau,
      own: {
        paidOnTime: await paymentsOf(context.tx, body.customerId),
        arrearsMinor: Math.max(0, customer.balance_minor),
      },
      incomeMinor: body.incomeMinor,
      // the desk's own sum counts only while no finished offer is on record to be counted by
      monthlyMinor: (await monthlyOfCase(context, body.caseId, customer)) ?? body.monthlyMinor,
    }
    const decided = decideClass(facts, policy)
    const terms = termsOf(decided.class, policy)
    await context.insert('credit_decision', {
      id: body.decisionId,
      scope: context.scope,
      customer_id: body.customerId,
      case_id: body.caseId,
      class: decided.class,
      state: bureau.kind === 'silent' ? 'referred' : 'final',
      reasons: JSON.stringify(decided.reasons),
      deposit_months: terms.depositMonths,
      spending_limit_minor: terms.spendingLimitMinor,
      lines: terms.lines,
      currency: context.policies.market.currency,
      decided_at: context.now,
      valid_until: addDays(context.businessDate, policy.validDays),
      ...notOverridden,
    })
    return applied
  },
})

async function askBureau({ db, services }: PrepareContext, customerId: string): Promise<BureauAnswer | undefined> {
  const evidence = await evidenceOnRecord(db, customerId)
  // of a branch the company is asked about
  const answering = (await answeringFor(db, customerId)).at(-1) ?? customerId
  const customer = await db
    .selectFrom('customer')
    .select(['person_hash', 'kind', 'family_name'])
    .where('id', '=', answering)
    .executeTakeFirst()
  if (!evidence || !customer?.person_hash) return undefined
  return services.bureau.ask({
    personHash: customer.person_hash,
    surname: kindOf(customer) === 'company' ? customer.family_name : evidence.surname,
    givenNames: evidence.given_names,
    birthDate: evidence.birth_date,
  })
}

/** Payments taken from a customer so far; each was due when it was taken. */
async function paymentsOf(db: PrepareContext['db'], customerId: string): Promise<number> {
  const counted = await db
    .selectFrom('payment')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('customer_id', '=', customerId)
    .where('method', 'in', ['cash', 'terminal'])
    .executeTakeFirstOrThrow()
  return Number(counted.count)
}
