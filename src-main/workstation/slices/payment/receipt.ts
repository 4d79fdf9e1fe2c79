import { defineDeskHandler } from '#main/workstation/desk.ts'
import { takenOut } from '#main/workstation/sale/taken-out.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { currencySchema, money, share } from '#shared/kernel/money.ts'
import { refuse } from '#shared/kernel/result.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'

/** The receipt of what was paid in a case, as PDF in the language of its contract. NOT_PAID before. */
export const receipt = defineDeskHandler('payment.receipt', async (desk, { caseId }) => {
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('CASE_UNKNOWN')
  const { payment, agreement, customer, terms, priceList, fields } = facts
  const policies = desk.policies()
  if (!policies) return refuse('CORE_UNREACHABLE')
  if (!payment || !agreement || !customer || !terms) return refuse('NOT_PAID')
  const { operator, place, zone } = policies.market
  const reference = `R-${facts.row.reference}`
  const basisPoints = priceList?.tax_basis_points ?? 0
  const taxed = money(payment.row.amount_minor - terms.depositMinor, currencySchema.parse(payment.row.currency))
  const pdf = await desk.paper({
    receipt: payment.row,
    reference,
    language: fields.sign.language,
    operator,
    place,
    zone,
    customerName: customerName(customer),
    agreementReference: agreement.row.reference,
    taxMinor: share(taxed, basisPoints, 10_000 + basisPoints).amountMinor,
  })
  if (!pdf.ok) return pdf
  return takenOut(desk, { kind: 'receipt', aboutId: payment.row.id, fileName: `${reference}.pdf` }, pdf.value)
})
