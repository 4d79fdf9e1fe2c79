import { openCoreDatabase } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { billOf } from '#shared/domain/bill/bill.fixture.ts'
import { billLine, usageLine } from '#shared/domain/bill/bill-lines.fixture.ts'
import { usageRecordsPerRow, writeBillUsage } from '#shared/domain/rating/rows.ts'
import { addDays, addMonths, utcDateOf } from '#shared/kernel/date.ts'
import { coreKey, seedCore } from './sync-core.ts'

/** A customer of ten years: a bill a month, their usage records over all of them, and so many bills in dispute. */
export const tenYears = { bills: 120, records: 50_000, disputes: 40 } as const

const usageLines = 4

/** Fills a core's database with customers, the first of them with ten years of bills; gives the references of their disputes. */
export async function seedTenYears(file: string, customers: number): Promise<readonly string[]> {
  await seedCore(file, customers)
  const store = await openCoreDatabase(`sqlite:${file}`, { key: Buffer.from(coreKey, 'hex') })
  try {
    const { id, scope } = await store.db
      .selectFrom('customer')
      .select(['id', 'scope'])
      .where('kind', '=', 'individual')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const references: string[] = []
    const today = utcDateOf(Date.now())
    for (let at = 0; at < tenYears.bills; at += 1)
      await inUnit(store, async (unit) => {
        const date = addDays(addMonths(today, -at), -7)
        const billId = `${id}:${date}`
        const lines = [
          billLine({}),
          ...Array.from({ length: usageLines }, () => usageLine('data', 'roamingWorld', 4_000, {})),
        ].map((line, place) => ({
          ...{ ...line, id: `${billId}/${place + 1}`, bill_id: billId, scope, user_id: id, position: place + 1 },
          records: place === 0 ? 0 : recordsOf(at * usageLines + place - 1),
        }))
        const { version: _, ...bill } = billOf(lines, {
          id: billId,
          bill_date: date,
          customer_id: id,
          scope,
          number: `9-${at}`,
        })
        await unit.insert('bill', bill)
        for (const { version: _version, ...line } of lines) {
          await unit.insert('bill_line', line)
          for (let part = 0; part * usageRecordsPerRow < line.records; part += 1) {
            const records = Math.min(usageRecordsPerRow, line.records - part * usageRecordsPerRow)
            const uses = Array.from({ length: records }, (_use, place) => useOf(`${line.id}/${part}/${place}`, place))
            const row = { id: `${line.id}/${part}`, scope, bill_id: billId, line_id: line.id, part, records }
            await unit.insert('bill_usage', { ...row, body: writeBillUsage(uses) })
          }
        }
        if (at >= tenYears.disputes) return
        const reference = `D-${String(at).padStart(4, '0')}`
        references.push(reference)
        const disputeId = `0196d000-0000-7000-8000-${String(at).padStart(12, '0')}`
        await unit.insert('dispute', {
          ...{ id: disputeId, scope, reference, state: 'submitted', request: 1, customer_id: id, bill_id: billId },
          ...{
            case_id: null,
            about_id: null,
            reason: 'notUsed',
            currency: 'EUR',
            claimed_minor: 4_000,
            granted_minor: 0,
          },
          ...{ words: 'I was at home', words_language: 'en', evidence: '[]', question: '', filed_by: id },
          ...{ filed_name: 'Luc', filed_at: Date.now() - (tenYears.disputes - at) * 60_000, filed_on: today },
          ...{ answer_by: addDays(today, 14), waiting_since: null, proposed_by: '', proposed_name: '' },
          ...{ proposed_role: '', proposed_minor: null, assigned_to: '', decided_by: '', decided_name: '' },
          ...{ decided_at: null, decision_note: '', due_date: null, payment_id: null },
        })
        await unit.insert('dispute_line', {
          ...{ id: `${disputeId}/1`, scope, dispute_id: disputeId, bill_line_id: `${billId}/2` },
          ...{ claimed_minor: 4_000, granted_minor: 0 },
        })
      })
    return references
  } finally {
    await store.close()
  }
}

/** Shares the records over all usage lines, the first ones a record more. */
function recordsOf(line: number): number {
  const lines = tenYears.bills * usageLines
  return Math.floor(tenYears.records / lines) + (line < tenYears.records % lines ? 1 : 0)
}

function useOf(id: string, place: number) {
  const startedAt = Date.now() - place * 3_600_000
  return {
    ...{ id, startedAt, other: '', visited: '20801', units: 1_000_000, charged: 1_000_000, free: 0 },
    ...{ amountMicro: 400_000, isBeyondFairUse: false },
  }
}
