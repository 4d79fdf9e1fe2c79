import type { Desk } from '#main/workstation/desk.ts'
import type { BillDocument, BillUse } from '#shared/domain/bill/document.ts'
import type { BillLineRow, BillRow, BillTaxRow } from '#shared/domain/bill/rows.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Language } from '#shared/text/translate.ts'
import { completeLanguages } from '#shared/text/translate.ts'

/** A document with what is on it, this desk's or, of an older one, the core's. */
export interface PaperBill {
  readonly bill: BillRow
  /** In their turn. */
  readonly lines: readonly BillLineRow[]
  readonly taxes: readonly BillTaxRow[]
  readonly about?: BillRow | undefined
}

/** What the desk itself knows of a bill beside its rows. */
export interface BillPaperWishes {
  /** The records behind its lines, as far as they are at hand: the paper says where some are not. */
  readonly usage: readonly BillUse[]
  /** The sentence that says what is different from the bill before, in the customer's language; null for none. */
  readonly explained: string | null
}

/**
 * A bill or credit note as PDF in its customer's language, made at this desk of the rows it has, without the core: the same
 * words and sums as the core's own. SELLER_UNKNOWN when the market does not
 * say who sells; CORE_UNREACHABLE before there is a market; PAPER_FAILED as for every paper.
 */
export async function billPaper(
  desk: Desk,
  { bill, lines, taxes, ...of }: PaperBill,
  { usage, explained }: BillPaperWishes,
): Promise<
  Result<
    { readonly fileName: string; readonly bytes: Uint8Array },
    Refusal<'SELLER_UNKNOWN' | 'CORE_UNREACHABLE' | 'PAPER_FAILED'>
  >
> {
  const market = desk.policies()?.market
  if (!market) return refuse('CORE_UNREACHABLE')
  if (!market.seller) return refuse('SELLER_UNKNOWN')
  const customer = desk.view.get('customer', bill.customer_id)?.row
  const company = desk.view.get('company', bill.customer_id)?.row
  const about = of.about ?? (bill.about_id === null ? undefined : desk.view.get('bill', bill.about_id)?.row)
  const document: BillDocument = {
    bill,
    lines,
    taxes: taxes.toSorted((a, b) => b.basis_points - a.basis_points || (a.category < b.category ? -1 : 1)),
    seller: market.seller,
    buyer: {
      name: customer ? customerName(customer) : '',
      street: customer?.street ?? '',
      postalCode: customer?.postal_code ?? '',
      town: customer?.town ?? '',
      country: company?.country ?? market.country,
      email: customer?.email ?? '',
      registerNumber: company?.register_number ?? null,
      vatNumber: company?.vat_number ?? null,
      purchaseOrder: company?.purchase_order ?? '',
      accountNumber: desk.view.get('bill_account', bill.customer_id)?.row.number ?? '',
    },
    about: about ? { number: about.number, date: about.bill_date } : null,
    users: namesOf(desk, lines),
    phones: phonesOf(desk, lines),
    creditMinor: desk.view.get('payment_allocation', `${bill.id}:credit`)?.row.amount_minor ?? 0,
    usage,
  }
  const { operator, zone } = market
  const language = languageOf(customer?.language)
  const pdf = await desk.paper({ billPaper: document, reference: bill.number, language, operator, zone, explained })
  return pdf.ok ? ok({ fileName: `${bill.number}.pdf`, bytes: pdf.value }) : pdf
}

function namesOf(desk: Desk, lines: BillDocument['lines']): BillDocument['users'] {
  const ids = [...new Set(lines.map(({ user_id }) => user_id))]
  return Object.fromEntries(
    ids.map((id) => {
      const row = desk.view.get('customer', id)?.row
      return [id, row ? customerName(row) : '']
    }),
  )
}

function phonesOf(desk: Desk, lines: BillDocument['lines']): BillDocument['phones'] {
  const ids = [...new Set(lines.flatMap(({ product_id }) => product_id ?? []))]
  return Object.fromEntries(
    ids.flatMap((id) => {
      const msisdn = desk.view.get('product', id)?.row.msisdn
      return msisdn ? [[id, msisdn] as const] : []
    }),
  )
}

/** The language of a customer's papers. */
export function languageOf(language: string | undefined): Language {
  return completeLanguages.find((one) => one === language) ?? 'en'
}
