import type { Command } from '#shared/contract/wire.ts'
import type { CoreTrail, TrailFact } from '#shared/domain/interaction/trail.ts'
import { toldOf } from '#shared/domain/interaction/trail.ts'
import { detailsSchema } from '#shared/kernel/result.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { AuditRow } from '#core/db/audit-row.ts'

type Reader = Pick<CoreStore, 'reader'>

/** Links of one case told at most: more than anybody reads. */
const toldAtMost = 500

/** What is on record of a case and of what came of it, oldest first; undefined for no case of this market. */
export async function caseTrail(store: Reader, scope: string, caseId: string): Promise<CoreTrail | undefined> {
  const { reader } = store
  const row = await reader.selectFrom('service_case').select('scope').where('id', '=', caseId).executeTakeFirst()
  if (row?.scope !== scope) return undefined
  const found = await linksOf(store, caseId)
  const facts: TrailFact[] = []
  for (const link of found) facts.push(await factOf(store, link))
  return { entries: facts.sort((a, b) => a.at - b.at) }
}

/** Links of the case itself, of its orders, tickets and disputes, and the decisions about any of them. */
async function linksOf({ reader }: Reader, caseId: string): Promise<readonly AuditRow[]> {
  const subjects: string[] = []
  for (const [table, kind] of [
    ['product_order', 'order'],
    ['ticket', 'ticket'],
    ['dispute', 'dispute'],
    ['adjustment', 'adjustment'],
  ] as const) {
    const rows = await reader.selectFrom(table).select('id').where('case_id', '=', caseId).execute()
    subjects.push(...rows.map(({ id }) => `${kind}:${id}`))
  }
  const own = await reader
    .selectFrom('audit')
    .selectAll()
    .where((where) => where.or([where('case_id', '=', caseId), where('subject', 'in', ['-', ...subjects])]))
    .orderBy('sequence')
    .limit(toldAtMost)
    .execute()
  const ids = own.map((link) => link.command_id).filter((id) => id !== '')
  const decided = await reader
    .selectFrom('audit')
    .selectAll()
    .where('resolves', 'in', ['-', ...ids])
    .execute()
  const all = new Map([...own, ...decided].map((link) => [link.sequence, link]))
  const sorted = [...all.values()].sort((a, b) => a.sequence - b.sequence)
  // a held command that was carried out has a second link: its approval tells it
  const seen = new Set<string>()
  return sorted.filter(({ command_id: id, type }) => {
    const key = `${type}:${id}`
    if (id !== '' && type !== 'number.pukShown' && seen.has(key)) return false
    seen.add(key)
    return true
  })
}

async function factOf({ reader }: Reader, link: AuditRow): Promise<TrailFact> {
  const user = await reader
    .selectFrom('app_user')
    .select(['name', 'seat'])
    .where('id', '=', link.user_id)
    .executeTakeFirst()
  const entry = await ledgerOf(reader, link.command_id)
  const of = link.resolves === '' ? undefined : await ledgerOf(reader, link.resolves)
  const body = entry && toldOf(link.type, entry.command.body)
  return {
    ...{ id: link.id, type: link.type, result: link.result, code: link.code },
    at: link.type === 'number.pukShown' ? link.at : Math.min(link.at, entry?.command.capturedAt ?? link.at),
    details: link.code === '' || !entry ? {} : detailsSchema.parse(JSON.parse(entry.details)),
    name: user?.name ?? '',
    place: user?.seat ?? '',
    told: body?.told ?? {},
    words: body?.words ?? '',
    of: of ? { type: of.command.type, words: toldOf(of.command.type, of.command.body).words } : null,
  }
}

async function ledgerOf(reader: CoreStore['reader'], id: string) {
  const row = await reader.selectFrom('ledger').select(['command', 'details']).where('id', '=', id).executeTakeFirst()
  // a stored command was parsed when it came in
  return row && { command: JSON.parse(row.command) as Command, details: row.details }
}
