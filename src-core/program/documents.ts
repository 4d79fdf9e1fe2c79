import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brokenRules } from '#shared/domain/bill/en16931.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { billToUbl } from '#shared/domain/bill/ubl.ts'
import type { MarketPolicy, Seller } from '#shared/domain/catalogue/policies.ts'
import { makeBillPdf } from '#shared/node/bill-pdf.ts'
import { ublWords } from '#shared/node/bill-words.ts'
import type { Language } from '#shared/text/translate.ts'
import { completeLanguages } from '#shared/text/translate.ts'
import { systemClock } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { atTerminal, putOnRecord } from '../db/put-on-record.ts'
import { documentsAtOnce, readBillDocuments } from '../slices/bill/read-bill-documents.ts'
import { resourcesFolder } from '../slices/kit/resource.ts'
import { firstScope, policiesOf } from '../sync/market.ts'
import type { Settings } from './arguments.ts'
import { placeOf } from './arguments.ts'
import { openStore, systemIds } from './open-core.ts'
import { problemError, say } from './problem.ts'

/**
 * `core ubl-export --out DIR [--bill N]`: every bill and credit note (or the one) as UBL, a file each by its number; each is
 * judged by the rules of EN 16931 before it is written. Throws RULES_BROKEN, NUMBER_UNKNOWN, SELLER_MISSING or OUT_UNWRITABLE.
 */
export async function exportUbl(settings: Settings): Promise<void> {
  const out = settings.out ?? ''
  await withSeller(settings, async (store, market, seller) => {
    orUnwritable(out, () => mkdirSync(out, { recursive: true }))
    const counts = { bill: 0, creditNote: 0 }
    for await (const bills of billsOf(store, settings.bill)) {
      const some = await readBillDocuments(store.db, bills, { seller, market, withUsage: false })
      for (const { document, language } of some) {
        const { kind, number } = document.bill
        const xml = billToUbl(document, ublWords(document, languageOf(language), market.zone))
        const broken = brokenRules(xml)
        if (broken.length > 0) throw problemError('RULES_BROKEN', { number, rules: broken.join(', ') })
        orUnwritable(out, () => writeFileSync(join(out, `${number.replace(/[^A-Za-z0-9.-]/g, '_')}.xml`), xml))
        counts[kind === 'creditNote' ? 'creditNote' : 'bill'] += 1
      }
    }
    await exported(
      store,
      'core.exportUbl',
      settings.bill === undefined ? [`market:${market.country}`] : [`bill:${settings.bill}`],
    )
    write('core.ublExported', { out, bills: counts.bill, notes: counts.creditNote })
  })
}

/** `core bill-pdf --bill N --out F [--language L]`: a bill or credit note on paper, its single records with it. Throws as above. */
export async function writeBillPdf(settings: Settings): Promise<void> {
  const { out = '', bill: number = '' } = settings
  await withSeller(settings, async (store, market, seller) => {
    for await (const bills of billsOf(store, number)) {
      const [found] = await readBillDocuments(store.db, bills, { seller, market, withUsage: true })
      if (!found) continue
      const { zone, operator } = market
      const language = languageOf(settings.language ?? found.language)
      const paper = { billPaper: found.document, reference: number, language, operator, zone, explained: null }
      const bytes = await makeBillPdf(paper, join(resourcesFolder('fonts'), 'fonts'))
      orUnwritable(out, () => writeFileSync(out, bytes))
      await exported(store, 'core.exportBill', [`bill:${number}`])
      write('core.billPdf', { out, number, bytes: bytes.length })
    }
  })
}

/** Documents that left the core are on record. */
function exported(store: CoreStore, type: string, touches: readonly string[]): Promise<void> {
  const core = { store, clock: systemClock, ids: systemIds(systemClock) }
  return putOnRecord(core, { ...atTerminal, type, touches, bodyHash: '' })
}

async function withSeller(
  settings: Settings,
  work: (store: CoreStore, market: MarketPolicy, seller: Seller) => Promise<void>,
): Promise<void> {
  const store = await openStore(settings.db, settings.key)
  try {
    const scope = await firstScope(store.db)
    const market = scope === undefined ? undefined : (await policiesOf(store.db, scope))?.market
    if (!market) throw problemError('MARKET_MISSING', { place: placeOf(settings.db) })
    if (!market.seller) throw problemError('SELLER_MISSING', {})
    await work(store, market, market.seller)
  } finally {
    await store.close()
  }
}

/** All documents in the order of their ids, some at once; or the one of a number. */
async function* billsOf({ db }: CoreStore, number: string | undefined): AsyncGenerator<readonly BillRow[]> {
  if (number !== undefined) {
    const found = await db.selectFrom('bill').selectAll().where('number', '=', number).execute()
    if (found.length === 0) throw problemError('NUMBER_UNKNOWN', { number })
    return yield found
  }
  for (let after = ''; ; ) {
    const some = await db
      .selectFrom('bill')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(documentsAtOnce)
      .execute()
    const last = some.at(-1)
    if (!last) return
    yield some
    after = last.id
  }
}

function languageOf(language: string): Language {
  return completeLanguages.find((one) => one === language) ?? 'en'
}

/** What the system says about a place it cannot write, as a sentence. */
function orUnwritable(out: string, work: () => void): void {
  try {
    work()
  } catch {
    throw problemError('OUT_UNWRITABLE', { out })
  }
}

function write(key: string, params: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`${say(key, params)}\n`)
}
