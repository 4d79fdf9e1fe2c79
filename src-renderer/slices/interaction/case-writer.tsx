import { useState } from 'react'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import text from '#renderer/ui/text.module.css'
import classes from './case-writer.module.css'

/** Who has the case, where it is not this desk, and the way to go on with it here. */
export function CaseWriter({ view }: { readonly view: CaseView }) {
  const { t, refusal } = useText()
  const takeOver = useDeskCommand('interaction.takeOverCase')
  const { writer, caseId } = view
  const isOver = view.state === 'abandoned' || view.state === 'done'
  if (writer.isHere || isOver) return null
  const cause = takeOver.refusal
    ? refusal(takeOver.refusal)
    : t(writer.wasHere ? 'writer.takenOver' : 'writer.elsewhere', writer)
  return (
    <Message tone={takeOver.refusal ? 'stuck' : 'late'} icon="lock" cause={cause} isUrgent={writer.wasHere}>
      <ActionButton
        small
        label={t('writer.takeOver')}
        onClick={() => void takeOver.run({ caseId })}
        {...(takeOver.isBusy && { busy: t('writer.takeOver') })}
      />
    </Message>
  )
}

/** What was typed on this desk and travelled nowhere, step by step, to be copied. */
export function OnlyHere({ view }: { readonly view: CaseView }) {
  const said = useText()
  const { t, key } = said
  if (view.onlyHere.length === 0) return null
  return (
    <section aria-label={t('onlyHere.title')} className={classes.only}>
      <SectionHead title={t('onlyHere.title')} />
      <p className={text.second}>{t('onlyHere.hint')}</p>
      {view.onlyHere.map((part) => (
        <div key={`${part.step}:${part.savedAt}`} className={classes.step}>
          <div className={classes.head}>
            <span>{t('onlyHere.step', { step: key(`step.${part.step}`), at: part.savedAt })}</span>
            <Copy part={part} said={said} />
          </div>
          <dl className={classes.fields}>
            {part.fields.map(({ name, value }) => (
              <div key={name} className={classes.field}>
                <dt className={text.second}>{key(`field.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}

function Copy({ part, said: { t, key } }: { readonly part: CaseView['onlyHere'][number]; readonly said: Text }) {
  const [isCopied, setCopied] = useState<boolean>()
  const copy = () => {
    const lines = part.fields.map(({ name, value }) => `${key(`field.${name}`)}: ${value}`)
    // A host may keep the clipboard from us: the text stands beside the button anyway.
    navigator.clipboard.writeText(lines.join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <>
      {isCopied !== undefined && (
        <span role="status" className={text.second}>
          {t(isCopied ? 'onlyHere.copied' : 'onlyHere.notCopied')}
        </span>
      )}
      <ActionButton small kind="quiet" label={t('onlyHere.copy')} onClick={copy} />
    </>
  )
}
