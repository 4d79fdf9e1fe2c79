import { randomBytes } from 'node:crypto'
import { Migrator } from 'kysely/migration'
import { createDeviceKeys, createSealingKeys } from '#shared/node/crypto.ts'
import { coreKeysSetting } from './core-keys.ts'
import { migrationOf } from './ddl.ts'
import { chainEarlyAudit } from './chain-early-audit.ts'
import { freshenRowHashes } from './freshen-row-hashes.ts'
import { ledger } from './migrations/010-ledger.ts'
import { people } from './migrations/020-people.ts'
import { catalogue } from './migrations/030-catalogue.ts'
import { customers } from './migrations/040-customers.ts'
import { numbers } from './migrations/050-numbers.ts'
import { sales } from './migrations/060-sales.ts'
import { outside } from './migrations/070-outside.ts'
import { feed } from './migrations/080-feed.ts'
import { leases } from './migrations/090-leases.ts'
import { inbox } from './migrations/100-inbox.ts'
import { proof } from './migrations/110-proof.ts'
import { wholeCatalogue } from './migrations/120-catalogue.ts'
import { companies } from './migrations/140-companies.ts'
import { desk } from './migrations/150-desk.ts'
import { portIns } from './migrations/160-port-ins.ts'
import { messages } from './migrations/170-messages.ts'
import { signing } from './migrations/172-signing.ts'
import { pukReveals } from './migrations/176-puk.ts'
import { eSims } from './migrations/174-esim.ts'
import { callers } from './migrations/180-callers.ts'
import { creditOverrides } from './migrations/181-credit-overrides.ts'
import { placesOfBusiness } from './migrations/182-places-of-business.ts'
import { auditChain } from './migrations/183-audit.ts'
import { epochWhy } from './migrations/185-epoch-why.ts'
import { counter } from './migrations/190-counter.ts'
import { billing } from './migrations/200-billing.ts'
import { billOpening } from './migrations/201-bill-opening.ts'
import { billsOnDesks } from './migrations/202-bills-on-desks.ts'
import { linesByNumber } from './migrations/203-lines-by-number.ts'
import { creditReasons } from './migrations/204-credit-reasons.ts'
import { billingCycles } from './migrations/205-billing-cycles.ts'
import { shiftPayments } from './migrations/206-shift-payments.ts'
import { disputes } from './migrations/210-disputes.ts'
import { reversals } from './migrations/211-reversals.ts'
import { creditsAskedBack } from './migrations/212-credits-asked-back.ts'
import { moneyGrants } from './migrations/215-money-grants.ts'
import { usageColumnsKept } from './migrations/216-usage-columns.ts'
import type { CoreStore } from './open-core-database.ts'

const migrations = {
  '010-ledger': ledger,
  '020-people': people,
  '030-catalogue': catalogue,
  '040-customers': customers,
  '050-numbers': numbers,
  '060-sales': sales,
  '070-outside': outside,
  '080-feed': feed,
  '090-leases': leases,
  '100-inbox': inbox,
  '110-proof': proof,
  '120-catalogue': wholeCatalogue,
  '140-companies': companies,
  '150-desk': desk,
  '160-port-ins': portIns,
  '170-messages': messages,
  '172-signing': signing,
  '174-esim': eSims,
  '176-puk': pukReveals,
  '180-callers': callers,
  '181-credit-overrides': creditOverrides,
  '182-places-of-business': placesOfBusiness,
  '183-audit': auditChain,
  '184-audit-early': chainEarlyAudit,
  '185-epoch-why': epochWhy,
  '190-counter': counter,
  '200-billing': billing,
  '201-bill-opening': billOpening,
  '202-bills-on-desks': billsOnDesks,
  '203-lines-by-number': linesByNumber,
  '204-credit-reasons': creditReasons,
  '205-billing-cycles': billingCycles,
  '206-shift-payments': shiftPayments,
  '210-disputes': disputes,
  '211-reversals': reversals,
  '212-credits-asked-back': creditsAskedBack,
  '215-money-grants': moneyGrants,
  '216-usage-columns': usageColumnsKept,
} as const

/**
 * Brings the database to this program's schema, and gives a new one its epoch, its secret for keyed hashes and its own keys.
 * `random` gives bytes. Throws the first failure; a database of a newer program is a failure too.
 */
export async function migrate(store: CoreStore, random: (size: number) => Uint8Array = randomBytes): Promise<void> {
  const migrator = new Migrator({
    db: store.db,
    provider: {
      getMigrations: () =>
        Promise.resolve(
          Object.fromEntries(
            Object.entries(migrations).map(([name, made]) => [
              name,
              typeof made === 'function' ? made(store.dialect) : migrationOf(made, store.dialect),
            ]),
          ),
        ),
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  await freshenRowHashes(store)
  const text = (size: number): string => Buffer.from(random(size)).toString('base64url')
  await store.db
    .insertInto('feed_counter')
    .values({ id: 1, value: 0, epoch: text(12) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await store.db
    .insertInto('setting')
    .values([
      { name: 'hash_secret', value: text(32) },
      { name: coreKeysSetting, value: JSON.stringify({ signing: createDeviceKeys(), sealing: createSealingKeys() }) },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
