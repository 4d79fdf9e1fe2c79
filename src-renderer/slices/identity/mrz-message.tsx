import type { Text } from '#renderer/app/text.tsx'
import { useSpoken, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { type MrzProblem, type MrzReading, swapIn } from '#shared/domain/identity/mrz.ts'
import classes from './mrz.module.css'
import { placeOf } from './mrz-lines.tsx'

/** What is wrong with the lines, where, and the ways on: the one look-alike that explains it, or the line again. */
export function MrzMessage({ id, reading, problem, onLines, onAgain }: MrzMessageProps) {
  const text = useText()
  const { t } = text
  const spoken = useSpoken()
  const place = placeOf(problem)
  const swap = problem.kind === 'checkDigit' ? problem.swap : undefined
  const { lead, why } = saidOf(problem, reading, text)
  return (
    <div id={id} className={classes.message}>
      {problem.kind !== 'length' && (
        <span className={classes.pointer} style={{ left: 12 + (place.position - 1) * 14 + 6 }} />
      )}
      <Message
        tone="stuck"
        isUrgent
        cause={
          <>
            <b>{lead}</b> {why}
          </>
        }
        say={spoken.t('identity.say.again')}
        sayLang={spoken.reader.language}
      >
        {swap && (
          <ActionButton
            label={t('identity.use', { what: characterName(swap.shouldBe, text) })}
            keys="Enter"
            onClick={() => onLines(swapIn(reading.lines, swap))}
          />
        )}
        <ActionButton label={t('identity.typeAgain')} keys="F2" onClick={() => onAgain(place.line, place.position)} />
      </Message>
    </div>
  )
}

export interface MrzMessageProps {
  readonly id: string
  readonly reading: MrzReading
  readonly problem: MrzProblem
  readonly onLines: (lines: readonly string[]) => void
  readonly onAgain: (line: number, position: number) => void
}

function saidOf(problem: MrzProblem, reading: MrzReading, text: Text): { readonly lead: string; readonly why: string } {
  const { t, key } = text
  switch (problem.kind) {
    case 'length': {
      const kind = problem.has < problem.shouldBe ? 'short' : 'long'
      return {
        lead: t(`identity.problem.length.${kind}`, problem),
        why: t(`identity.problem.length.${kind}.why`),
      }
    }
    case 'character':
      return {
        lead: t('identity.problem.at', { ...problem, what: characterName(problem.character, text) }),
        why: t(
          /[0-9]/.test(problem.character)
            ? 'identity.problem.character.letterOnly'
            : 'identity.problem.character.never',
        ),
      }
    case 'checkDigit': {
      const { digit, swap, field } = problem
      const value = reading.fields.find((each) => each.name === field)?.value ?? ''
      if (swap)
        return {
          lead: t('identity.problem.at', { ...swap, what: characterName(swap.was, text) }),
          why: t('identity.problem.swap', { digit, value, what: characterName(swap.shouldBe, text) }),
        }
      if (field === 'composite')
        return { lead: t('identity.problem.composite', { digit }), why: t('identity.problem.check.why') }
      return {
        lead: t('identity.problem.check', { digit, value, field: key(`identity.cap.${field}`) }),
        why: t('identity.problem.check.why'),
      }
    }
  }
}

function characterName(character: string, { t }: Text): string {
  if (/[0-9]/.test(character)) return t('identity.problem.figure', { character })
  return t(/[A-Z]/.test(character) ? 'identity.problem.letter' : 'identity.problem.other', { character })
}
