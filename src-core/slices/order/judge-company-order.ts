import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import { companySumOf } from '#shared/domain/order/judge-order.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { answeringFor } from '../customer/company-family.ts'
import { evidenceOnRecord } from '../identity/evidence-on-record.ts'
import { rejected } from '../kit/answers.ts'
import { companyLimit, decisionInForce } from './order-facts.ts'

/**
 * Whether a company may order lines for a sum a month: its signatory seen, a class that gives post-paid without a
 * deposit, and all its branches together within the limit; and whether the payer answers for it.
 */
export async function judgeCompanyOrder(
  context: HandlerContext,
  { customerId, payerId }: { readonly customerId: string; readonly payerId: string | null },
  monthlyMinor: number,
) {
  if (payerId !== null && !(await answeringFor(context.tx, customerId)).includes(payerId))
    return rejected('PAYER_UNKNOWN')
  const evidence = await evidenceOnRecord(context.tx, customerId)
  if (evidence?.state !== 'valid') return rejected('IDENTITY_MISSING')
  const decision = await decisionInForce(context, customerId)
  if (!decision) return rejected('CREDIT_MISSING')
  const creditClass = creditClassSchema.parse(decision.class)
  const allowed = context.policies.credit.classes[creditClass]
  if (!allowed.postPaid || allowed.depositMonths > 0) return rejected('CREDIT_CLASS_TOO_LOW', { class: creditClass })
  const limit = await companyLimit(context, customerId)
  const limitMinor = companySumOf(decision, limit?.limitMinor ?? null)
  const usedMinor = limit?.usedMinor ?? 0
  return usedMinor + monthlyMinor > limitMinor
    ? rejected('COMPANY_LIMIT_EXCEEDED', { limitMinor, usedMinor })
    : undefined
}
