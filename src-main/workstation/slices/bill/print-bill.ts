import { defineDeskHandler } from '#main/workstation/desk.ts'
import { billPaper, languageOf } from '#main/workstation/paper/bill-paper.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { billSentence } from '#shared/text/bill-sentence.ts'
import { bill as billView, findBill } from './bill.ts'
import { usage } from './usage.ts'

/** A bill as PDF in its customer's language, made of what this desk has: with why it differs, and its records as far as they are here. It is on record. */
export const printBill = defineDeskHandler('bill.print', async (desk, { billId, kept }) => {
  const [shown, whole, used] = await Promise.all([
    billView(desk, { billId, otherId: null, kept }),
    findBill(desk, billId, kept),
    usage(desk, { billId }),
  ])
  if (!shown.ok) return shown
  if (!whole) return refuse('NOT_FOUND')
  const { bill, other, isLast, isFirst, about, explanation } = shown.value
  const customer = desk.view.get('customer', bill.customer_id)?.row
  const language = languageOf(customer?.language)
  const currency = currencySchema.parse(bill.currency)
  const zone = desk.policies()?.market.zone ?? 'UTC'
  const said = billSentence(
    { language, currency, zone, today: desk.businessDate() },
    {
      explanation,
      payableMinor: bill.payable_minor,
      billDate: bill.bill_date,
      other: other && { billDate: other.bill_date, isLast },
      isFirst,
      takesBack: about.takesBack,
      isPart: bill.reason !== 'correction',
    },
  )
  const made = await billPaper(desk, whole, {
    usage: used.ok ? used.value.lines.flatMap(({ lineId, uses }) => uses.map((use) => ({ ...use, lineId }))) : [],
    explained: said.whole,
  })
  if (!made.ok) return made
  // on record before it leaves the desk
  const recorded = desk.capture({ type: 'bill.recordPaper', body: { billId, customerId: bill.customer_id } })
  if (!recorded.ok) return recorded
  const { buffer, byteOffset, byteLength } = made.value.bytes
  return ok({ fileName: made.value.fileName, base64: Buffer.from(buffer, byteOffset, byteLength).toString('base64') })
})
