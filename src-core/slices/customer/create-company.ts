import type { CompanyBody } from '#shared/domain/customer/company-commands.ts'
import { companyCustomerRow, companyRow } from '#shared/domain/customer/company-commands.ts'
import { judgeCompanyNumbers } from '#shared/domain/customer/judge-company.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, conflict, rejected } from '../kit/answers.ts'

/**
 * A company that asks, or a branch of one: its numbers judged again, once on record for each market. A branch may have
 * its parent's register number. Consents stay in the ledger, with the wording they were given under.
 */
export const createCompany = defineHandler('customer.createCompany', {
  run: async (context, body) => {
    if (await context.get('customer', body.customerId)) return rejected('CUSTOMER_EXISTS')
    const numbers = judgeCompanyNumbers(body.country, body)
    if (!numbers.ok) return rejected(numbers.error.code, numbers.error.details)
    if (body.parentId !== null && !(await isParent(context, body.parentId))) return rejected('PARENT_UNKNOWN')
    const known = await sameNumber(context, body.parentId, numbers.value.registerNumber)
    if (known) {
      const snapshot = { customerId: known.id, name: known.family_name, town: known.town ?? '' }
      return conflict('COMPANY_KNOWN', snapshot, [{ kind: 'openCustomer', value: known.id }])
    }
    await write(context, { ...body, ...numbers.value })
    return applied
  },
})

async function write(context: HandlerContext, body: CompanyBody): Promise<void> {
  const meta = { scope: context.scope, capturedAt: context.command.capturedAt }
  await context.insert('customer', {
    ...companyCustomerRow(body, meta),
    person_hash: companyHash(context.hashKey, body.country, body.registerNumber),
  })
  await context.insert('company', companyRow(body, meta))
}

/** What the bureau and duplicates go by: a keyed hash of the register number, as a person's is of name and birth date. */
export function companyHash(hashKey: Uint8Array, country: string, registerNumber: string): string {
  return keyedHash(hashKey, `company:${country}:${registerNumber}`)
}

/** A company of this market that is no branch itself: one level is what bills and limits know. */
async function isParent(context: HandlerContext, id: string): Promise<boolean> {
  const row = await context.get('company', id)
  return row?.scope === context.scope && row.parent_id === null
}

async function sameNumber(context: HandlerContext, parentId: string | null, registerNumber: string) {
  const found = await context.tx
    .selectFrom('company')
    .innerJoin('customer', 'customer.id', 'company.id')
    .select(['customer.id', 'customer.family_name', 'customer.town', 'company.parent_id'])
    .where('company.register_number', '=', registerNumber)
    .where('company.scope', '=', context.scope)
    .orderBy('customer.id')
    .execute()
  // a branch shares the number of its parent, and of its parent's other branches
  return found.find((row) => parentId === null || (row.id !== parentId && row.parent_id !== parentId))
}
