import { sql } from 'kysely'
import type { Play } from './play.ts'
import { broken } from './model.ts'

/** Compares the rows with the model after a step; throws a sentence on what does not hold. */
export async function checkStep(play: Play): Promise<void> {
  await checkCredits(play)
  await checkHolds(play)
}

async function checkCredits(play: Play): Promise<void> {
  const { unit, stage, given, waited } = play
  const { tx } = unit
  const rows = await tx.selectFrom('adjustment').selectAll().execute()
  const role = (userId: string) => Object.values(stage.people).find(({ id }) => id === userId)?.role ?? ''
  const kin = await tx.selectFrom('staff_kin').select(['user_id', 'customer_id']).execute()
  const isKin = (userId: string, customerId: string) =>
    kin.some((one) => one.user_id === userId && one.customer_id === customerId)
  for (const row of rows) {
    if (row.state === 'pendingApproval') waited.add(row.id)
    const known = given.find(({ id }) => id === row.id)
    if (row.state !== 'applied') {
      if (known) throw new Error(`a credit that was given is ${row.state}`)
      continue
    }
    if (known) {
      if (known.amountMinor !== row.amount_minor) throw new Error('a credit that was given has another sum')
      continue
    }
    const grant = row.grant_id === null ? undefined : await grantOf(play, row.grant_id)
    const one = {
      ...{ id: row.id, amountMinor: row.amount_minor, customerId: row.customer_id, billId: row.bill_id },
      ...{ reason: row.reason, by: row.decided_by, of: row.authority_of, decidedOn: row.decided_on },
      ...{ day: grant?.day ?? row.decided_on, asked: row.asked_by, signedBy: row.proposed_by },
      hadWaited: row.dispute_id !== null || waited.has(row.id),
    }
    const what = broken(one, given, role, isKin)
    if (what !== '') throw new Error(what)
    if (grant && grant.spent_minor > grant.amount_minor) throw new Error('more than a grant was spent')
    given.push(one)
  }
}

async function grantOf({ unit: { tx } }: Play, id: string) {
  return tx.selectFrom('money_grant').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Open sums, holds and ledger say the same; no line is given back beyond its amount. */
async function checkHolds({ unit: { tx }, stage }: Play): Promise<void> {
  for (const customerId of new Set(stage.bills.map((bill) => bill.customer_id))) {
    const { rows } = await sql<{ id: string; open_minor: number; state: string; claimed: number; held: number }>`
      select id, open_minor, state,
        coalesce((select sum(claimed_minor) from dispute where bill_id = bill.id
          and state in ('submitted', 'underReview', 'waitingForCustomer', 'pendingApproval')), 0) as claimed,
        coalesce((select sum(amount_minor) from gl_entry where customer_id = ${customerId} and account = '1110'
          and source_id like bill.id || ':hold:%'), 0) as held
      from bill where customer_id = ${customerId} and kind = 'bill'`.execute(tx)
    for (const bill of rows) {
      const held = Math.min(bill.open_minor, bill.claimed)
      if (bill.held !== held) throw new Error(`held ${bill.held}, should be ${held}`)
      const isAll = bill.open_minor > 0 && held === bill.open_minor
      if (isAll !== (bill.state === 'onHold')) throw new Error(`a bill is ${bill.state} with ${held} held`)
    }
    const books = await sql<{ receivables: number; off: number }>`
      select coalesce(sum(case when account in ('1100', '1110') then amount_minor end), 0) as receivables,
        coalesce(sum(amount_minor), 0) as off from gl_entry where customer_id = ${customerId}`.execute(tx)
    const open = rows.reduce((sum, { open_minor }) => sum + open_minor, 0)
    const [book] = books.rows
    if (book?.receivables !== open || book.off !== 0)
      throw new Error(`the ledger says ${book?.receivables}, open is ${open}`)
  }
  const ids = sql.join(stage.bills.map(({ id }) => id))
  const over = await sql<{ id: string }>`select line.id from bill_line line
    where line.bill_id in (${ids}) and line.amount_minor > 0 and line.amount_minor < (select sum(given.amount_minor)
      from bill note join bill_line given on given.bill_id = note.id
      where note.about_id = line.bill_id and note.kind = 'creditNote' and given.position = line.position
        and note.customer_id in (select customer_id from bill where id = line.bill_id))`.execute(tx)
  if (over.rows.length > 0) throw new Error('a line was given back beyond its amount')
}
