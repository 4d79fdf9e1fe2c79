import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { systemClock } from '../clock.ts'
import { atTerminal, putOnRecord } from '../db/put-on-record.ts'
import { settingsFrom } from './arguments.ts'
import { checkAudit } from './audit.ts'
import { openStore, systemIds } from './open-core.ts'

const folder = mkdtempSync(join(tmpdir(), 'linedesk-audit-'))
const before = process.exitCode

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = before
  rmSync(folder, { recursive: true, force: true })
})

test('audit verify says that the chain is whole, or names the first broken row and leaves exit code 1', async () => {
  const settings = settingsFrom(['audit', 'verify', '--db', `sqlite:${join(folder, 'core.db')}`], {})
  const said: string[] = []
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const store = await openStore(settings.db, null)
  const core = { store, clock: systemClock, ids: systemIds(systemClock) }
  for (const touches of [['device:1'], ['device:2'], ['device:3']])
    await putOnRecord(core, { ...atTerminal, type: 'core.revokeDevice', touches, bodyHash: '' })
  await checkAudit(settings)
  expect(said.pop()).toMatch(/^The audit is whole: 3 rows, each on the one before. The head is [0-9a-f]{64}\.\n$/)
  expect(process.exitCode).toBe(before)
  await sql`drop trigger audit_no_update`.execute(store.db)
  await sql`update audit set subject = 'device:9' where sequence = 2`.execute(store.db)
  await store.close()
  await checkAudit(settings)
  expect(said.pop()).toContain('The audit is broken at row 2')
  expect(process.exitCode).toBe(1)
})
