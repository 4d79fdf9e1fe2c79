import { defineDeskHandler } from '#main/workstation/desk.ts'
import { namesOf } from '#shared/domain/catalogue/names.ts'
import type { KnowledgeRow } from '#shared/domain/catalogue/rows.ts'
import { ok } from '#shared/kernel/result.ts'

/** Scripts and answers of the market, in the order in which they are to be read. */
export const knowledge = defineDeskHandler('catalogue.knowledge', (desk) => {
  const rows = desk.view.sql<KnowledgeRow>('select * from knowledge order by position, id')
  const of = (kind: string): readonly KnowledgeRow[] => rows.filter((row) => row.kind === kind)
  return ok({
    says: Object.fromEntries(of('say').map(({ id, body }) => [id, { ...namesOf(body) }])),
    answers: of('answer').map(({ id, recipe, step, title, body }) => ({
      id,
      recipe,
      step,
      title: { ...namesOf(title) },
      body: { ...namesOf(body) },
    })),
  })
})
