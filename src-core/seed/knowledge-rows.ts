import { recipes } from '#shared/domain/interaction/recipes.ts'
import { completeLanguages, messages } from '#shared/text/translate.ts'
import type { Stored } from '../db/schema.ts'
import type { MarketFacts } from './market-rows.ts'

/** What is said at each step, as it is written in text/ to begin with, and the short answers beside it. */
export function knowledgeRows({ data, changeSeq }: MarketFacts): readonly Stored<'knowledge'>[] {
  const common = { scope: data.market.scope, version: 1, change_seq: changeSeq }
  const scripts = Object.keys(messages.en).filter((key) => key.startsWith('script.'))
  return [
    ...scripts.map((id, position) => ({
      ...common,
      id,
      kind: 'say',
      recipe: 'sale',
      step: id.split('.')[1] ?? '',
      title: '{}',
      body: JSON.stringify(spoken(id)),
      position,
    })),
    ...data.knowledge
      .filter(({ recipe }) => recipe in recipes)
      .map(({ id, recipe, step, title, body }, position) => ({
        ...common,
        id,
        kind: 'answer',
        recipe,
        step,
        title: JSON.stringify(title),
        body: JSON.stringify(body),
        position,
      })),
  ]
}

function spoken(key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    completeLanguages.map((language) => {
      const all: Readonly<Record<string, unknown>> = messages[language]
      return [language, String(all[key])]
    }),
  )
}
