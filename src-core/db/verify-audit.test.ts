import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { TestDesk, TestWorld } from '../test-world.ts'
import { openTestWorld } from '../test-world.ts'
import { auditHash, auditText } from './audit-row.ts'
import { chainEarlyAudit } from './chain-early-audit.ts'
import type { CoreStore } from './open-core-database.ts'
import type { AuditRow } from './audit-row.ts'
import { postgresStores, sqliteStores } from './test-store.ts'
import { verifyAudit } from './verify-audit.ts'

const opened = (world: TestWorld, desk: TestDesk) =>
  desk.command('interaction.openCase', {
    ...{ caseId: world.ids.next(), contactId: world.ids.next(), reference: '01-00001', recipe: 'sale' },
    ...{ channel: 'walkIn', customerId: null },
  })

/** What only somebody with the database's own password can do. */
async function unguard({ db, dialect }: CoreStore): Promise<void> {
  if (dialect === 'postgres') await sql`drop function refuse_audit_change cascade`.execute(db)
  else for (const name of ['update', 'delete']) await sql.raw(`drop trigger audit_no_${name}`).execute(db)
}

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`the audit's chain on ${stores.name}`, () => {
    const worlds: TestWorld[] = []
    afterEach(async () => {
      for (const world of worlds.splice(0)) await world.close()
    })
    afterAll(() => stores.stop())

    const openWorld = async () => {
      const world = await openTestWorld(await stores.open())
      worlds.push(world)
      return world
    }
    /** A world with six commands on record, one of them refused, and a database that lets itself be forged. */
    const forgeable = async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const one = opened(world, desk)
      await desk.push(one, opened(world, desk), opened(world, desk))
      const again = desk.command('interaction.openCase', { ...(one.body as object), channel: 'phone' } as never)
      await desk.push(again, opened(world, desk), opened(world, desk))
      const { db } = world.store
      await unguard(world.store)
      const proof = () => verifyAudit(world.store, 2)
      const rows = () => db.selectFrom('audit').selectAll().orderBy('sequence').execute()
      return { world, db, proof, rows }
    }

    test('a row for each command, refused ones too, proves to the head', async () => {
      const { proof, rows } = await forgeable()
      const all = await rows()
      expect(all.map(({ result }) => result)).toEqual([
        'applied',
        'applied',
        'applied',
        'rejected',
        'applied',
        'applied',
      ])
      expect(all[3]).toMatchObject({ code: 'CASE_EXISTS', case_id: all[0]?.case_id })
      expect(await proof()).toEqual({ rows: 6, head: all[5]?.hash, broken: null })
    })

    test('one changed byte in any column of a row names that row', async () => {
      const { db, proof, rows } = await forgeable()
      const third = (await rows())[2]
      if (!third) throw new Error('no third row')
      for (const [column, was] of Object.entries(third)) {
        const forged =
          typeof was === 'number' ? was + 1_000 : `${was}`.replace(/^.?/, (first) => (first === '0' ? '1' : '0'))
        await sql`update audit set ${sql.ref(column)} = ${forged} where sequence = 3`.execute(db)
        const { broken } = await proof()
        expect([column, broken?.sequence]).toEqual([column, 3])
        expect([column, broken?.what]).toEqual([column, { previous: 'previous', sequence: 'gap' }[column] ?? 'hash'])
        const place = column === 'sequence' ? forged : 3
        await sql`update audit set ${sql.ref(column)} = ${was} where sequence = ${place}`.execute(db)
      }
      expect((await proof()).broken).toBeNull()
    })

    test('a row written anew with its own hash no longer bears the next one', async () => {
      const { db, proof, rows } = await forgeable()
      const [, , third, fourth] = await rows()
      if (!third || !fourth) throw new Error('no rows')
      const hash = auditHash(third.previous, 3, auditText({ ...third, user_id: 'somebody' }))
      await db.updateTable('audit').set({ user_id: 'somebody', hash }).where('sequence', '=', 3).execute()
      expect((await proof()).broken).toEqual({ sequence: 4, id: fourth.id, what: 'previous' })
    })

    test('a row taken out, put in, or cut off at the end is found', async () => {
      const { db, proof, rows } = await forgeable()
      const all = await rows()
      const last = all[5]
      if (!last) throw new Error('no sixth row')
      const next: AuditRow = { ...last, sequence: 7, id: 'put in', previous: last.hash }
      const putIn = { ...next, hash: auditHash(last.hash, 7, auditText(next)) }
      await db.insertInto('audit').values(putIn).execute()
      expect((await proof()).broken).toEqual({ sequence: 7, id: 'put in', what: 'head' })
      await db.updateTable('audit').set({ sequence: 0 }).where('sequence', '=', 7).execute()
      expect((await proof()).broken).toEqual({ sequence: 1, id: 'put in', what: 'gap' })
      await db.deleteFrom('audit').where('sequence', '=', 0).execute()
      await db.deleteFrom('audit').where('sequence', '>', 4).execute()
      expect((await proof()).broken).toEqual({ sequence: 6, id: '', what: 'head' })
      await db.deleteFrom('audit').where('sequence', '=', 2).execute()
      expect((await proof()).broken).toEqual({ sequence: 2, id: all[2]?.id, what: 'gap' })
    })

    test('the database itself refuses to change or to remove a row', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      await desk.push(opened(world, desk))
      const { db } = world.store
      await expect(db.updateTable('audit').set({ result: 'rejected' }).execute()).rejects.toThrow('neither changed')
      await expect(db.deleteFrom('audit').execute()).rejects.toThrow('neither changed')
      expect(await verifyAudit(world.store)).toMatchObject({ rows: 1, broken: null })
    })

    test('rows from before the chain become its beginning, and are guarded from then on', async () => {
      const store = await stores.open()
      await unguard(store)
      const texts = ['user_id', 'device_id', 'type', 'subject', 'result'].map((name) => `${name} text not null`)
      await sql
        .raw(`create table audit_early (id text primary key, at bigint not null, ${texts.join(', ')})`)
        .execute(store.db)
      for (const [id, at] of [
        ['b', 2],
        ['a', 2],
        ['c', 1],
      ] as const)
        await sql`insert into audit_early values (${id}, ${at}, 'u', 'd', 'a.b', 'case:1', 'applied')`.execute(store.db)
      await chainEarlyAudit(store.dialect).up(store.db)
      const ids = await store.db.selectFrom('audit').select('id').orderBy('sequence').execute()
      expect(ids.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
      expect(await verifyAudit(store)).toMatchObject({ rows: 3, broken: null })
      await expect(store.db.deleteFrom('audit').execute()).rejects.toThrow('neither changed')
    })

    test('many desks at once hang onto one chain', async () => {
      const world = await openWorld()
      const desks = await Promise.all([1, 2, 3, 4].map(() => world.desk()))
      await Promise.all(desks.map((desk) => desk.push(...[1, 2, 3, 4, 5].map(() => opened(world, desk)))))
      expect(await verifyAudit(world.store)).toMatchObject({ rows: 20, broken: null })
    })
  })
