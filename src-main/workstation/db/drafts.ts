import { z } from 'zod'
import type { Ids } from '#shared/kernel/ids.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { Drafts } from '../desk.ts'
import type { Clock } from '../outside.ts'
import type { DraftIdRow, DraftRow } from './outbox-tables.ts'

const fieldsSchema = z.record(z.string(), z.json())

/** Drafts in outbox.db, and `lastSavedAt` for the status line; `closeCaptured` belongs to the start. */
export interface DraftStore extends Drafts {
  readonly lastSavedAt: () => number | null
  /** Closes drafts whose step was captured just before the program ended; gives how many. */
  readonly closeCaptured: () => number
}

/** Opens the drafts; `clock` stamps them. */
export function draftsOf(database: SqliteDatabase, clock: Clock, ids: Ids): DraftStore {
  const selectCase = database.prepare<[string], DraftRow>('select * from draft where case_id = ?')
  // a case in which somebody else typed too is theirs as well: it stays
  const selectCases = database
    .prepare<[string], string>(`select case_id from draft group by case_id having max(user_id not in (?, '')) = 0`)
    .pluck()
  const upsert = database.prepare<[string, string, string, number]>(
    `insert into draft (case_id, step, fields, saved_at, user_id)
     values (?, ?, ?, ?, coalesce((select user_id from session where is_current = 1), ''))
     on conflict do update set fields = excluded.fields, saved_at = excluded.saved_at, user_id = excluded.user_id`,
  )
  const remove = database.prepare<[string, string]>('delete from draft where case_id = ? and step = ?')
  const selectId = database.prepare<[string, string], DraftIdRow>(
    'select * from draft_id where case_id = ? and purpose = ?',
  )
  const insertId = database.prepare<[string, string, string]>(
    'insert into draft_id (case_id, purpose, id) values (?, ?, ?)',
  )
  const removeIds = database.prepare<[string, string, string]>(
    `delete from draft_id where case_id = ? and purpose > ? || ':' and purpose < ? || ';'`,
  )
  const selectCapturedId = database.prepare<[string, string, string], DraftIdRow>(
    `select * from draft_id where case_id = ? and purpose > ? || ':' and purpose < ? || ';'
     and id in (select id from command) limit 1`,
  )
  const selectCaptured = database.prepare<[], { case_id: string; step: string }>(
    `select draft.case_id, draft.step from draft join draft_id on draft_id.case_id = draft.case_id
     and draft_id.purpose = draft.step || ':saveCaseStep' join command on command.id = draft_id.id`,
  )
  const selectLast = database.prepare<[], { at: number | null }>('select max(saved_at) as at from draft')
  let last = selectLast.get()?.at ?? null

  const save = database.transaction((caseId: string, step: string, fields: string, at: number) => {
    upsert.run(caseId, step, fields, at)
    // typing goes on after something of the step was captured: finishing it again is a new command, and what that
    // creates is new too (after a crash between a step's commands the ids of what the first one created are taken)
    if (selectCapturedId.get(caseId, step, step)) removeIds.run(caseId, step, step)
  })
  const drop = database.transaction((caseId: string, step: string) => {
    remove.run(caseId, step)
    removeIds.run(caseId, step, step)
  })

  return {
    of: (caseId) =>
      selectCase.all(caseId).map((row) => ({
        caseId: row.case_id,
        step: row.step,
        fields: fieldsSchema.parse(JSON.parse(row.fields)),
        savedAt: row.saved_at,
      })),
    cases: (userId) => selectCases.all(userId),
    save: (caseId, step, fields) => {
      const at = clock.now()
      save(caseId, step, JSON.stringify(fields), at)
      last = at
      return at
    },
    drop: (caseId, step) => drop(caseId, step),
    idFor: (caseId, purpose) => {
      const known = selectId.get(caseId, purpose)
      if (known) return known.id
      const id = ids.next()
      insertId.run(caseId, purpose, id)
      return id
    },
    lastSavedAt: () => last,
    closeCaptured: () => {
      const captured = selectCaptured.all()
      for (const one of captured) drop(one.case_id, one.step)
      return captured.length
    },
  }
}
