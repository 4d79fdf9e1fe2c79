import { type ClipboardEvent, type Ref, useRef } from 'react'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import { type MrzProblem, mrzLayouts, type MrzReading } from '#shared/domain/identity/mrz.ts'
import type { MrzFieldLayout } from '#shared/domain/identity/mrz-layout.ts'
import { shapeOf, typedLines, typeLine } from './mrz-input.ts'
import classes from './mrz.module.css'

/**
 * The machine-readable lines to type or scan: one input a line, 14 px a character, above each field its name and below
 * it a line; what does not fit is red, the wrong character filled.
 */
export function MrzLines({ fields, reading, problem, onChange, onBlur, onEnter, messageId, ref }: MrzLinesProps) {
  const { t } = useText()
  const box = useRef<HTMLDivElement>(null)
  const { format, lines } = shapeOf(fields, reading)
  const { lineLength } = mrzLayouts[format]
  const typed = typedLines(fields)

  const type = (index: number, text: string): void => {
    const patch = typeLine(fields, index, text)
    onChange(patch)
    // a full line leads to the next one, so that hands stay on the keys and a scanner's text flows on
    const isFull = ([patch.line1, patch.line2, patch.line3][index] ?? '').length === lineLength
    const wasShorter = (typed[index] ?? '').length < lineLength
    if (isFull && wasShorter) inputs(box.current)[index + 1]?.focus()
  }
  const paste = (index: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    if (!/[\r\n]/.test(text.trim())) return
    event.preventDefault()
    type(index, text)
  }
  return (
    <div ref={box} role="group" aria-label={t('identity.lines')} className={classes.mrz}>
      {Array.from({ length: lines }, (_, index) => {
        const line = index + 1
        const isWrong = problem !== undefined && placeOf(problem).line === line
        return (
          <div
            key={line}
            className={classes.line}
            style={{ width: Math.max(lineLength, (typed[index] ?? '').length) * 14 }}
          >
            <Captions layoutFields={mrzLayouts[format].fields} line={line} problem={problem} />
            <input
              {...(index === 0 && { ref: ref ?? null, 'data-autofocus': true })}
              name={`line${line}`}
              className={classes.input}
              aria-label={t('identity.line', { line })}
              aria-invalid={isWrong}
              {...(isWrong && { 'aria-describedby': messageId })}
              value={typed[index] ?? ''}
              maxLength={index === 0 ? 140 : 60}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              onChange={(event) => type(index, event.currentTarget.value)}
              onPaste={paste(index)}
              onBlur={onBlur}
              onKeyDown={(event) => event.key === 'Enter' && onEnter()}
            />
            <Grounds layoutFields={mrzLayouts[format].fields} line={line} problem={problem} />
            <WrongCharacter line={line} text={typed[index] ?? ''} problem={problem} />
          </div>
        )
      })}
    </div>
  )
}

export interface MrzLinesProps {
  readonly fields: StepFields['identity']
  readonly reading: MrzReading
  readonly problem: MrzProblem | undefined
  readonly onChange: (patch: Partial<StepFields['identity']>) => void
  readonly onBlur: () => void
  /** Enter in a line: takes the one change proposed, if there is one. */
  readonly onEnter: () => void
  readonly messageId: string
  readonly ref?: Ref<HTMLInputElement>
}

/** Where a problem points at: the character to change, the check digit, or the end of a line of the wrong length. */
export function placeOf(problem: MrzProblem): { readonly line: number; readonly position: number } {
  switch (problem.kind) {
    case 'length':
      return { line: problem.line, position: Math.max(1, Math.min(problem.has, problem.shouldBe)) }
    case 'character':
      return problem
    case 'checkDigit':
      return problem.swap ?? problem.at
  }
}

type PartProps = {
  readonly layoutFields: readonly MrzFieldLayout[]
  readonly line: number
  readonly problem: MrzProblem | undefined
}

/** Names of the fields, those too narrow for theirs left out: the figures below say it. */
function Captions({ layoutFields, line, problem }: PartProps) {
  const { key } = useText()
  const shown = layoutFields.filter((field) => field.line === line && !/documentCode|sex|composite/.test(field.name))
  return (
    <div className={classes.captions} aria-hidden>
      {shown.map((field) => (
        <span
          key={`${field.name} ${field.start}`}
          className={cx(classes.caption, isWrong(field, problem) && classes.bad)}
          style={{ insetInlineStart: (field.start - 1) * 14 }}
        >
          {key(`identity.cap.${field.name}`)}
        </span>
      ))}
    </div>
  )
}

/** A line under each field and under each check digit. */
function Grounds({ layoutFields, line, problem }: PartProps) {
  const spans = layoutFields
    .filter((field) => field.line === line)
    .flatMap((field) => {
      const isBad = isWrong(field, problem)
      const own = { id: `${field.name} ${field.start}`, start: field.start, end: field.end, isBad }
      const check = field.check
      if (!check || check.position === field.start) return [own]
      return [own, { id: `${own.id} check`, start: check.position, end: check.position, isBad }]
    })
  return (
    <div className={classes.grounds} aria-hidden>
      {spans.map(({ id, start, end, isBad }) => (
        <i
          key={id}
          className={cx(classes.ground, isBad && classes.badGround)}
          style={{ insetInlineStart: (start - 1) * 14 + 1, width: (end - start + 1) * 14 - 2 }}
        />
      ))}
    </div>
  )
}

function WrongCharacter({
  line,
  text,
  problem,
}: {
  readonly line: number
  readonly text: string
  readonly problem: MrzProblem | undefined
}) {
  if (!problem || problem.kind === 'length') return null
  const place = placeOf(problem)
  // without a character to blame only the field and its check digit are marked
  if (place.line !== line || (problem.kind === 'checkDigit' && !problem.swap)) return null
  return (
    <span className={classes.wrong} aria-hidden style={{ insetInlineStart: (place.position - 1) * 14 }}>
      {text.charAt(place.position - 1)}
    </span>
  )
}

/** The field a problem lies in; with one wrong field the check over the whole line fails too. */
function isWrong(field: MrzFieldLayout, problem: MrzProblem | undefined): boolean {
  if (!problem || problem.kind === 'length') return false
  if (problem.kind === 'checkDigit') return field.name === problem.field || field.name === 'composite'
  return field.line === problem.line && problem.position >= field.start && problem.position <= field.end
}

function inputs(box: HTMLElement | null): readonly HTMLInputElement[] {
  return [...(box?.querySelectorAll('input') ?? [])]
}
