import { z } from 'zod'
import type { SqliteDatabase } from '#shared/node/open-database.ts'

/** A large load into an SQLite file: what rows in no order would write again and again is made once, at its end. */
export interface SqliteLoad {
  /** Takes the indexes away and keeps their definitions; rows of the bureau go to a table without order. */
  readonly begin: () => void
  /** Sorts the bureau's rows into their table and makes the indexes again. Twice is once; so is a load broken off. */
  readonly end: () => void
  /** The table that rows of a table go to now. */
  readonly placeOf: (table: string) => string
}

/** Its key is a hash: inserted as they come, nearly each row writes, and encrypts, a page of its own. */
const unordered = 'bureau_record'
const waiting = 'seed_bureau_record'

const indexesSchema = z.array(z.object({ name: z.string(), sql: z.string() }))

/** A load over a file; between `begin` and `end` the file itself remembers it. */
export function createLoad(database: SqliteDatabase): SqliteLoad {
  const schema = database.prepare<[string], { readonly name: string }>('select name from sqlite_schema where name = ?')
  const has = (name: string): boolean => schema.get(name) !== undefined
  const kept = database.prepare<[], string>("select value from setting where name = 'seed_indexes'").pluck()

  const begin = database.transaction(() => {
    if (!has(waiting)) database.exec(`create table ${waiting} as select * from ${unordered} where false`)
    if (kept.get() !== undefined) return
    const indexes = database.prepare("select name, sql from sqlite_schema where type = 'index' and sql is not null")
    const found = indexesSchema.parse(indexes.all())
    database.prepare("insert into setting (name, value) values ('seed_indexes', ?)").run(JSON.stringify(found))
    for (const { name } of found) database.exec(`drop index ${name}`)
  })

  const sortIn = database.transaction(() => {
    if (!has(waiting)) return
    database.exec(`insert or ignore into ${unordered} select * from ${waiting} order by person_hash, rowid`)
    database.exec(`drop table ${waiting}`)
  })

  const makeIndexes = database.transaction(() => {
    const text = kept.get()
    if (text === undefined) return
    for (const { sql } of indexesSchema.parse(JSON.parse(text))) database.exec(sql)
    database.exec("delete from setting where name = 'seed_indexes'")
  })

  return {
    begin: () => begin(),
    end: () => {
      sortIn()
      makeIndexes() // in a transaction of their own: pages that the table above left need no journal then
    },
    placeOf: (table) => (table === unordered && has(waiting) ? waiting : table),
  }
}
