import { migrate } from '/work/main/src-core/db/migrate.ts'
import { openCoreDatabase } from '/work/main/src-core/db/open-core-database.ts'
import { runSeed } from '/work/main/src-core/seed/run-seed.ts'
import { rmSync, statSync } from 'node:fs'
const n = Number(process.argv[2])
const address = process.argv[3] ?? 'sqlite:/tmp/seedbench1m.db'
for (const x of ['', '-wal', '-shm']) rmSync('/tmp/seedbench1m.db' + x, { force: true })
const store = await openCoreDatabase(address, { key: address.startsWith('sqlite') ? new Uint8Array(32).fill(3) : null })
await migrate(store)
const t = performance.now()
let peak = 0
const r = await runSeed({
  db: store.db,
  dialect: store.dialect,
  sqlite: store.sqlite,
  customers: n,
  seed: 1,
  now: Date.UTC(2026, 9, 22, 12),
  demoPassword: 'x',
  onProgress: ({ done }) => {
    peak = Math.max(peak, process.memoryUsage.rss())
    if (done % 100000 === 0)
      console.log(done, Math.round(performance.now() - t), Math.round(process.memoryUsage.rss() / 1e6))
  },
})
const s = (performance.now() - t) / 1000
console.log(
  JSON.stringify(r),
  'seconds',
  s.toFixed(2),
  'customers/s',
  Math.round(n / s),
  'peak MB',
  Math.round(peak / 1e6),
)
for (const tb of ['customer', 'product', 'phone_number', 'sim_card', 'contact', 'bureau_record'] as const)
  console.log(
    tb,
    (
      await store.db
        .selectFrom(tb)
        .select((e) => e.fn.countAll().as('c'))
        .executeTakeFirst()
    )?.c,
  )
await store.close()
if (address.startsWith('sqlite')) console.log('file MB', Math.round(statSync('/tmp/seedbench1m.db').size / 1e6))
