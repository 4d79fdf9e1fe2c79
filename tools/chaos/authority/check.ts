import { sql } from 'kysely'
import type { Play } from './play.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import type { Given } from './model.ts'
import { broken, limits } from './model.ts'

/** Compares the rows with the model after a step; throws a sentence on what does not hold. */
export async function checkStep(play: Play): Promise<void> {
  await checkCredits(play)
  await checkNextBill(play)
  await checkDisputes(play)
  await checkHolds(play)
}

async function checkCredits(play: Play): Promise<void> {
  const { unit, stage, given, charged, waited, reversed } = play
  const { tx } = unit
  const rows = await tx.selectFrom('adjustment').selectAll().execute()
  const role = (userId: string) => Object.values(stage.people).find(({ id }) => id === userId)?.role ?? ''
  const kin = await tx.selectFrom('staff_kin').select(['user_id', 'customer_id']).execute()
  const isKin = (userId: string, customerId: string) =>
    kin.some((one) => one.user_id === userId && one.customer_id === customerId)
  for (const row of rows) {
    if (row.state === 'pendingApproval') waited.add(row.id)
    const all = row.kind === 'charge' ? charged : given
    const known = all.find(({ id }) => id === row.id)
    if (row.state === 'reversed') {
      if (!known && !reversed.has(row.id)) throw new Error('something was taken back that was not given')
      if (known) await checkReversal(play, row, { known, role, isKin })
      if (known) all.splice(all.indexOf(known), 1)
      reversed.add(row.id)
      continue
    }
    if (reversed.has(row.id)) throw new Error('what was taken back was given again')
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
    const what = broken(one, all, role, isKin)
    if (what !== '') throw new Error(what)
    if (grant && grant.spent_minor > grant.amount_minor) throw new Error('more than a grant was spent')
    all.push(one)
  }
}

interface Known {
  readonly known: Given
  readonly role: (userId: string) => string
  readonly isKin: (userId: string, customerId: string) => boolean
}

/** Somebody could take it back by themselves or by an authority handed to them for today: its limit covers the sum. */
async function checkReversal({ unit: { tx }, today }: Play, row: AdjustmentRow, { known, role, isKin }: Known) {
  const handed = await tx
    .selectFrom('delegation')
    .select('from_id')
    .where('to_id', '=', row.reversed_by)
    .where('first_day', '<=', today())
    .where('last_day', '>=', today())
    .execute()
  const item = (userId: string): number => limits[role(userId)]?.item ?? 0
  const may = [row.reversed_by, ...handed.map((one) => one.from_id)].some(
    (userId) =>
      item(userId) >= known.amountMinor &&
      (userId === known.of || item(userId) >= item(known.of)) &&
      !isKin(userId, known.customerId) &&
      !isKin(row.reversed_by, known.customerId),
  )
  if (!may) throw new Error('taken back above the authority of whoever did')
}

/** The next bill has a line for each charge and for each credit that was taken back, and no other. */
async function checkNextBill({ unit: { tx }, stage }: Play): Promise<void> {
  const payers = [...new Set(stage.bills.map((bill) => bill.customer_id))]
  const charges = await tx
    .selectFrom('charge')
    .select(['id', 'price_minor'])
    .where('account_id', 'in', payers)
    .where('kind', '=', 'oneTime')
    .where(({ or, eb }) => or([eb('id', 'like', '%:charge'), eb('id', 'like', '%:back')]))
    .execute()
  const rows = await tx
    .selectFrom('adjustment')
    .leftJoin('bill as note', 'note.id', 'adjustment.document_id')
    .select(['adjustment.id', 'adjustment.kind', 'adjustment.state', 'asked_minor', 'amount_minor'])
    .select(['note.net_minor', 'note.tax_included'])
    .execute()
  const due = rows.flatMap(
    ({
      id,
      kind,
      state,
      asked_minor: asked,
      amount_minor: amount,
      ...note
    }): readonly (readonly [string, number | null])[] => {
      if (kind === 'charge') return state === 'applied' ? [[`${id}:charge`, asked]] : []
      return state === 'reversed' ? [[`${id}:back`, note.tax_included === 0 ? note.net_minor : amount]] : []
    },
  )
  const wanted = new Map(due)
  const isSame = charges.every(({ id, price_minor: price }) => wanted.get(id) === Number(price))
  if (charges.length !== wanted.size || !isSame)
    throw new Error('the next bill has not what was charged and taken back')
}

/** An appeal is decided by another person; what a decision left to be paid is not disputed afresh. */
async function checkDisputes({ unit: { tx }, filed, decided }: Play): Promise<void> {
  const disputes = await tx.selectFrom('dispute').selectAll().execute()
  const lines = await tx.selectFrom('dispute_line').selectAll().execute()
  const left = (disputeId: string) =>
    lines.filter((line) => line.dispute_id === disputeId && line.granted_minor < line.claimed_minor)
  for (const row of disputes) {
    const first = disputes.find(({ id }) => id === row.about_id)
    if (first && row.decided_by !== '' && [row.decided_by, row.proposed_by].includes(first.decided_by))
      throw new Error('an appeal was decided by whoever decided first')
    if (filed.has(row.id)) continue
    filed.add(row.id)
    const own = lines.filter((line) => line.dispute_id === row.id).map((line) => line.bill_line_id)
    const around = [...decided].some((id) => left(id).some((line) => own.includes(line.bill_line_id)))
    if (row.about_id === null && around) throw new Error('a decided line was disputed afresh')
  }
  for (const row of disputes) if (row.decided_at !== null) decided.add(row.id)
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
