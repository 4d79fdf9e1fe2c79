import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { testKey } from '#main/workstation/test-desk.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import type { Loss, Op } from './replay.ts'
import { createDisk } from './replay.ts'
import { hasCompiler, record } from './test-power-loss.ts'

describe.runIf(process.platform === 'linux' && hasCompiler())('fault 5: power loss at the core', () => {
  const folder = mkdtempSync(join(tmpdir(), 'power-loss-core-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('fault 5: what the core has answered and what it has told in a pull outlives a power cut', async () => {
    const ops = await shift('honest', {})
    const answered = ops.filter((op) => op.op === 'mark' && op.text.startsWith('answered '))
    expect(answered.length).toBeGreaterThan(10)
    expect(cutAt(ops, 'lost', 2)).toEqual([])
    expect(cutAt(ops, 'torn', 7)).toEqual([])
  }, 120_000)

  test('fault 5: a planted core that skips the sync is found to lose what it answered', async () => {
    const found = cutAt(await shift('planted', { LINEDESK_PLANT: 'noFsync' }), 'lost', 6)
    expect(found.some((sentence) => sentence.includes('lost'))).toBe(true)
  }, 120_000)

  function shift(name: string, env: Readonly<Record<string, string>>): Promise<readonly Op[]> {
    mkdirSync(join(folder, name))
    return record(join(folder, name), 'core', join(import.meta.dirname, 'test-recorded-core.ts'), [], env)
  }

  /** Cuts the power right after something was said, and looks for all that was said before in what is left. */
  function cutAt(ops: readonly Op[], loss: Loss, every: number): readonly string[] {
    const disk = createDisk()
    const said: string[] = []
    const found: string[] = []
    let [chance, marks] = [1, 0]
    for (const [at, op] of ops.entries()) {
      disk.apply(op)
      if (op.op !== 'mark') continue
      said.push(...op.text.trim().split('\n'))
      marks += 1
      if (marks % every !== 0) continue
      disk.write(join(folder, 'left'), loss, () => (chance = (chance * 48_271) % 2_147_483_647) / 2_147_483_647)
      found.push(...look(join(folder, 'left', 'core.db'), said).map((sentence) => `call ${at}: ${sentence}`))
    }
    return found
  }
})

function look(file: string, said: readonly string[]): readonly string[] {
  const database = openDatabase(file, { key: testKey })
  try {
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') return ['the database is damaged']
    if (!database.prepare(`select 1 from sqlite_schema where name = 'ledger'`).get()) return ['lost all there was']
    const inLedger = database.prepare('select 1 from ledger where id = ?').pluck()
    const counter = Number(database.prepare('select value from feed_counter').pluck().get())
    return said.flatMap((line) => {
      const [kind = '', value = ''] = line.split(' ')
      if (kind === 'answered') return inLedger.get(value) === 1 ? [] : [`lost command ${value}`]
      return kind === 'told' && Number(value) > counter ? [`lost change ${value}, the feed stands at ${counter}`] : []
    })
  } finally {
    database.close()
  }
}
