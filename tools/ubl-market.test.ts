import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openStore } from '#core/program/open-core.ts'
import { inUnit } from '#core/db/unit.ts'
import { creditBill } from '#core/slices/bill/credit-bill.ts'
import { brokenRules } from '#shared/domain/bill/en16931.ts'
import { all, amountAt, textAt } from '#shared/domain/bill/en16931-reading.ts'
import { readXml } from '#shared/kernel/read-xml.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const folder = mkdtempSync(join(tmpdir(), 'linedesk-ubl-'))
const key = new Uint8Array(32).fill(0x5a)
const db = `sqlite:${join(folder, 'core.db')}`
const out = join(folder, 'ubl')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm run core` with these words; its exit code and what it wrote. */
async function core(...parameters: readonly string[]): Promise<readonly [number | null, string]> {
  const program = resolve(import.meta.dirname, '../src-core/main.ts')
  const child = spawn(process.execPath, [program, ...parameters, '--db', db], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LINEDESK_CORE_KEY: Buffer.from(key).toString('hex') },
  })
  let written = ''
  child.stdout.on('data', (bytes: Buffer) => {
    written += bytes.toString('utf8')
  })
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return [code, written]
}

/** The demonstration market with its year of bills, every seventh of the open ones taken back by a credit note. */
beforeAll(async () => {
  const [code] = await core('seed', '--customers', '300')
  if (code !== 0) throw new Error('the market was not seeded')
  const store = await openStore(db, key)
  const bills = await store.db.selectFrom('bill').select('id').where('credited_by', 'is', null).orderBy('id').execute()
  const notes = await store.db.selectFrom('bill').select('reason').where('kind', '=', 'creditNote').execute()
  if (notes.length < 2) throw new Error('the demonstration has credit notes of parts')
  const today = new Date().toISOString().slice(0, 10)
  for (const { id } of bills.filter((_, index) => index % 7 === 0))
    await inUnit(store, (unit) => creditBill(unit, { id: `${id}:note`, billId: id, on: today }))
  await store.close()
})

test('every bill and credit note of the demonstration market, as UBL, keeps the rules of EN 16931 and says its rows’ totals', async () => {
  const [code, said] = await core('ubl-export', '--out', out)
  expect([code, said]).toEqual([0, expect.stringContaining('keeps the rules of EN 16931')])
  const store = await openStore(db, key)
  const bills = await store.db.selectFrom('bill').selectAll().execute()
  await store.close()
  const kinds = new Set(bills.map(({ kind }) => kind))
  expect([bills.length >= 100 ? 'many' : bills.length, [...kinds].toSorted()]).toEqual(['many', ['bill', 'creditNote']])
  const rows = new Map(bills.map((bill) => [bill.number, bill]))
  const files = readdirSync(out)
  expect(files).toHaveLength(bills.length)
  const wrong: string[] = []
  for (const file of files) {
    const xml = readFileSync(join(out, file), 'utf8')
    wrong.push(...brokenRules(xml).map((rule) => `${file} ${rule}`))
    const root = readXml(xml)
    const bill = root.ok ? rows.get(textAt(root.value, 'cbc:ID') ?? '') : undefined
    if (!root.ok || !bill) {
      wrong.push(`${file} has no row`)
      continue
    }
    const total = (name: string): number => Number(amountAt(root.value, `cac:LegalMonetaryTotal/cbc:${name}`) ?? 0n)
    const own = [total('LineExtensionAmount'), total('TaxInclusiveAmount'), total('PayableRoundingAmount')]
    const theirs = [bill.net_minor, bill.net_minor + bill.tax_minor, bill.rounding_minor]
    const lines = all(root.value, bill.kind === 'bill' ? 'cac:InvoiceLine' : 'cac:CreditNoteLine').length
    const due = total('PayableAmount') + total('PrepaidAmount')
    if (String([...own, due, lines]) !== String([...theirs, bill.payable_minor, bill.lines])) wrong.push(file)
  }
  expect(wrong).toEqual([])
})

test('one of them alone, and one there is not', async () => {
  const store = await openStore(db, key)
  const { number } = await store.db.selectFrom('bill').select('number').orderBy('id').executeTakeFirstOrThrow()
  await store.close()
  const alone = join(folder, 'alone')
  expect((await core('ubl-export', '--out', alone, '--bill', number))[0]).toBe(0)
  expect(readdirSync(alone)).toEqual([`${number}.xml`])
  expect((await core('bill-pdf', '--out', join(folder, 'bill.pdf'), '--bill', number))[0]).toBe(0)
  expect(readFileSync(join(folder, 'bill.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await core('ubl-export', '--out', alone, '--bill', 'none'))[0]).toBe(2)
})
