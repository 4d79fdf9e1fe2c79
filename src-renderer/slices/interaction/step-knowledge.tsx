import { useState } from 'react'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import classes from './step-knowledge.module.css'

/** The market's own words for a moment of a case, in a language; undefined where it has none. */
export function useSaying(moment: string, language: string): string | undefined {
  const words = useDesk('catalogue.knowledge', {}).data?.says[moment]
  return words === undefined ? undefined : nameIn(words, language)
}

/** Short answers to what is asked at this step; one opens in its place. */
export function StepKnowledge({ recipe, step }: { readonly recipe: CaseView['recipe']; readonly step: SaleStep }) {
  const { reader } = useText()
  const answers = useDesk('catalogue.knowledge', {}).data?.answers ?? []
  const [open, setOpen] = useState<string>()
  const here = answers.filter((one) => one.recipe === recipe && one.step === step)
  if (here.length === 0) return null
  return (
    <ul className={classes.answers}>
      {here.map(({ id, title, body }) => (
        <li key={id}>
          <button
            type="button"
            className={classes.title}
            aria-expanded={open === id}
            onClick={() => setOpen(open === id ? undefined : id)}
          >
            <Icon name={open === id ? 'chevron-down' : 'chevron-right'} size={14} />
            {nameIn(title, reader.language)}
          </button>
          {open === id && <p className={classes.body}>{nameIn(body, reader.language)}</p>}
        </li>
      ))}
    </ul>
  )
}
