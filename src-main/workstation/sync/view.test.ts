import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import type { Cell } from '#shared/kernel/table.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import { cacheFile } from '../db/cache-files.ts'
import type { CacheFile } from '../db/open-cache.ts'
import { openCacheForWriting } from '../db/open-cache.ts'
import { openTestStore, temporaryFolder, testKey } from '../test-desk.ts'
import { decideFromFeed } from './outcomes.ts'
import type { ViewMachine } from './view.ts'
import { createView } from './view.ts'

let place: ReturnType<typeof temporaryFolder>
let store: ReturnType<typeof openTestStore>
let cache: CacheFile
let machine: ViewMachine
const newId = () => uuidV7(1_800_000_000_000, randomBytes(10))

beforeEach(() => {
  place = temporaryFolder()
  store = openTestStore(place.folder)
  cache = openCacheForWriting(place.folder, 1, testKey, 'fr')
  cache.settle(() => undefined)
  machine = createView(store.commands)
})
afterEach(() => {
  machine.close()
  cache.close()
  store.close()
  place.remove()
})

const readMirror = () => machine.readFrom(openDatabase(cacheFile(place.folder, 1), { key: testKey, readonly: true }))

/** Puts rows into the mirror in one transaction; what is not given is empty. */
function pull(...rows: readonly (readonly [MirrorTableName, Readonly<Record<string, Cell>>])[]): void {
  cache.begin()
  for (const [table, row] of rows) {
    const columns = Object.keys(mirrorTables[table].columns)
    const kinds: Readonly<Record<string, string>> = mirrorTables[table].columns
    const empty = (name: string) => (kinds[name]?.endsWith('?') ? null : kinds[name] === 'int' ? 0 : '')
    cache.put(table, columns, [columns.map((name) => row[name] ?? empty(name))])
  }
  cache.commit()
}

const number = { id: '+33639980001', scope: 'fr', version: 3, state: 'free' }

function reserve(caseId = newId(), resolves?: string): string {
  const result = store.capture({
    type: 'number.reserveNumber',
    body: { msisdn: number.id, caseId },
    ...(resolves ? { resolves } : {}),
  })
  const id = result.ok ? result.value : ''
  const kept = store.commands.kept(id)
  if (kept) machine.add(kept)
  return id
}

function openCase(): { id: string; caseId: string } {
  const caseId = newId()
  const result = store.capture({
    type: 'interaction.openCase',
    body: { caseId, contactId: newId(), reference: '26-20001', recipe: 'sale', channel: 'walkIn', customerId: null },
  })
  const id = result.ok ? result.value : ''
  const kept = store.commands.kept(id)
  if (kept) machine.add(kept)
  return { id, caseId }
}

const outcome = (id: string, result: string, code = '') =>
  [
    'command_outcome',
    {
      id,
      scope: 'device:x',
      version: 1,
      result,
      code,
      details: '{}',
      snapshot: '{}',
      choices: '[]',
      resolved_by: null,
      receipt: '',
      decided_at: 5,
    },
  ] as const
const refusal = (id: string, state: 'applied' | 'rejected' | 'conflict') =>
  store.commands.decide({
    id,
    state,
    code: 'X',
    details: '{}',
    snapshot: '{}',
    choices: '[]',
    decidedAt: 5,
    isSettled: false,
  })

describe('view', () => {
  test('is the fold alone before the first load', () => {
    const { caseId } = openCase()
    expect(machine.view.get('service_case', caseId)).toMatchObject({
      row: { id: caseId, state: 'open' },
      mark: { state: 'desk' },
    })
    expect(machine.view.pendingRows('service_case')).toHaveLength(1)
    expect(machine.view.where('contact', 'case_id', caseId)).toHaveLength(1)
    expect(machine.view.sql('select 1')).toEqual([])
  })

  test('lays a pending command over the mirror row and marks it', () => {
    pull(['phone_number', number])
    readMirror()
    expect(machine.view.get('phone_number', number.id)?.mark).toEqual({ state: 'confirmed', at: null })
    reserve()
    expect(machine.view.get('phone_number', number.id)).toMatchObject({
      row: { state: 'reserved', version: 3 },
      mark: { state: 'desk' },
    })
    expect(machine.view.where('phone_number', 'state', 'free')).toEqual([])
    expect(machine.view.where('phone_number', 'state', 'reserved')).toHaveLength(1)
  })

  test('says nothing of a row it knows only one change of', () => {
    readMirror()
    reserve()
    expect(machine.view.get('phone_number', number.id)).toBeUndefined()
  })

  test('folds what a push confirmed until the feed brings it, then shows the mirror, in the very same read', () => {
    pull(['phone_number', number])
    readMirror()
    const id = reserve()
    refusal(id, 'applied')
    machine.reload()
    expect(machine.view.get('phone_number', number.id)?.row.state).toBe('reserved')
    pull(['phone_number', { ...number, version: 4, state: 'assigned' }], outcome(id, 'applied'))
    expect(machine.view.get('phone_number', number.id)).toMatchObject({
      row: { state: 'assigned', version: 4 },
      mark: { state: 'confirmed' },
    })
  })

  test('fault 7: a feed that comes before the lost answer shows it once as well', () => {
    readMirror()
    const { id, caseId } = openCase()
    pull(['service_case', { id: caseId, scope: 'fr', version: 1, state: 'open' }], outcome(id, 'applied'))
    expect(machine.view.where('service_case', 'id', caseId)).toHaveLength(1)
    refusal(id, 'rejected')
    // a read has settled it already, and the page still showed it
    expect(machine.reload()).toContain('service_case')
    expect(machine.view.pendingRows('service_case')).toEqual([])
  })

  test('does not fold what was refused', () => {
    pull(['phone_number', number])
    readMirror()
    refusal(reserve(), 'conflict')
    expect(machine.reload()).toContain('phone_number')
    expect(machine.reload()).toEqual([])
    expect(machine.view.get('phone_number', number.id)).toMatchObject({
      row: { state: 'free' },
      mark: { state: 'confirmed' },
    })
  })

  test('folds a refused command again under the decision that mends it, until that decision is in the mirror', () => {
    pull(['phone_number', number])
    readMirror()
    const { id, caseId } = openCase()
    refusal(id, 'conflict')
    machine.reload()
    expect(machine.view.get('service_case', caseId)).toBeUndefined()
    const decision = reserve(caseId, id)
    expect(machine.view.get('service_case', caseId)?.row.state).toBe('open')
    expect(store.commands.needsYou()).toEqual([])
    pull(outcome(decision, 'applied'))
    expect(machine.view.get('service_case', caseId)).toBeUndefined()
  })

  test('a decision that is refused itself leaves the first command waiting for a person again', () => {
    const { id, caseId } = openCase()
    refusal(id, 'conflict')
    const decision = reserve(caseId, id)
    decideFromFeed(store.commands, [
      {
        id: decision,
        scope: '',
        version: 1,
        result: 'conflict',
        code: 'NUMBER_TAKEN',
        details: '{}',
        snapshot: '{}',
        choices: '[]',
        decided_at: 9,
        resolved_by: null,
        receipt: '',
      },
    ])
    expect(store.commands.needsYou().map((item) => item.id)).toEqual([id])
  })

  test('a decision made at another desk settles it by the feed, whichever way an own one ends', () => {
    const { id, caseId } = openCase()
    refusal(id, 'conflict')
    const own = reserve(caseId, id)
    const elsewhere = newId()
    const row = { id, scope: '', version: 2, code: '', details: '{}', snapshot: '{}', choices: '[]', decided_at: 9 }
    decideFromFeed(store.commands, [{ ...row, result: 'conflict', resolved_by: elsewhere, receipt: '' }])
    refusal(own, 'rejected')
    expect(store.commands.needsYou()).toEqual([])
    expect(store.commands.get(id)?.resolvedBy).toBe(elsewhere)
  })

  test('reads one moment within a snapshot, whatever is pulled meanwhile', () => {
    pull(['phone_number', number])
    readMirror()
    machine.inSnapshot(() => {
      expect(machine.view.get('phone_number', number.id)?.row.state).toBe('free')
      pull(['phone_number', { ...number, state: 'assigned' }])
      expect(machine.view.get('phone_number', number.id)?.row.state).toBe('free')
    })
    expect(machine.view.get('phone_number', number.id)?.row.state).toBe('assigned')
  })
})

describe('search index', () => {
  const customer = {
    id: 'c1',
    scope: 'fr',
    version: 1,
    given_names: 'Zoé',
    family_name: 'Příliš',
    town: 'Nancy',
    contact_number: '+33612345678',
  }
  const found = (text: string, table = 'customer_words') =>
    machine.view.sql<{ id: string }>(
      `select c.id from ${table} join customer c on c.rowid = ${table}.rowid where ${table} match ?`,
      `"${text}"*`,
    )

  test('finds folded names and towns and figures of numbers, and follows changes in the same transaction', () => {
    pull(
      ['customer', customer],
      ['product', { id: 'p1', customer_id: 'c1', msisdn: '+33639981234', iccid: '8933001234567890123' }],
    )
    for (const _step of cache.index());
    readMirror()
    for (const text of ['zoe', 'pri', 'nan']) expect(found(text)).toHaveLength(1)
    for (const text of ['3361', '9981', '234']) expect(found(text, 'customer_figures')).toHaveLength(1)
    cache.begin()
    cache.put('customer', ['id', 'family_name', 'scope', 'version'], [['c1', 'Dvořák', 'fr', 2]])
    cache.commit()
    expect(found('dvorak')).toHaveLength(1)
    expect(found('dvo', 'customer_names')).toHaveLength(1)
    expect(found('prilis')).toEqual([])
    pull(['product', { id: 'p1', customer_id: 'c1', msisdn: '+33700007777' }])
    expect(found('7777', 'customer_figures')).toHaveLength(1)
    expect(found('1234', 'customer_figures')).toEqual([])
    cache.begin()
    cache.remove('customer', ['c1'])
    cache.commit()
    expect(found('dvorak')).toEqual([])
  })
})
