import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { forgetDemonstration } from './demonstration.ts'

test('a demonstration begun anew keeps key, preferences and what is not ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-forget-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const gone = ['core.db', 'core.db-wal', 'outbox.db', 'outbox.db-shm', 'cache-1.db', 'cache-12.db-wal']
  const kept = ['config.json', 'key.bin', 'my-core.db', 'outbox.db.damaged', 'phone.json']
  for (const name of [...gone, ...kept]) writeFileSync(join(folder, name), 'x')
  for (const name of ['journal', 'blobs', 'mine']) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'one'), 'x')
  }
  forgetDemonstration(folder)
  expect(readdirSync(folder).toSorted()).toEqual([...kept, 'mine'].toSorted())
})
