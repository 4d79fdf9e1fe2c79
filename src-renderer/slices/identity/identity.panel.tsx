import { useEffect, useId, useRef, useState } from 'react'
import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepReceipt } from '#renderer/app/mark-receipt.tsx'
import { useText } from '#renderer/app/text.tsx'
import { StepTitle, WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Tick } from '#renderer/ui/tick.tsx'
import type { MrzProblem, MrzReading } from '#shared/domain/identity/mrz.ts'
import { mrzLayouts, swapIn } from '#shared/domain/identity/mrz.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { DocumentRecord } from './document-record.tsx'
import { IdentityChecks } from './identity-checks.tsx'
import { IdentityRefused, isTurnedDown, refusedDocument, TurnedDown } from './identity-refused.tsx'
import { readTyped } from './mrz-input.ts'
import { MrzLines } from './mrz-lines.tsx'
import { MrzMessage } from './mrz-message.tsx'
import classes from './mrz.module.css'
import { SeenDocument } from './seen-document.tsx'

/** A passport or ID card by its machine-readable lines, each check digit looked at as it is typed; proof of address. */
export function IdentityPanel(props: StepPanelProps<'identity'>) {
  const { view, fields, change } = props
  const { t, key } = useText()
  const [isAgain, setAgain] = useState(false)
  const isSeen = view.evidence !== null && view.evidence.state !== 'refused' && !isAgain
  const reading = readTyped(fields)
  const problem = reading.problems[0]
  const refused = problem === undefined ? refusedDocument(view, props.refusal, reading) : undefined
  // what is wrong with the document comes first: what would only matter after it stands back until it is put right
  const isDocumentWrong =
    !isSeen && (problem !== undefined || (refused !== undefined && refused.code !== 'ADDRESS_PROOF_OLD'))
  return (
    <>
      <StepTitle title={t('identity.title')} {...(!isSeen && { hint: t('identity.hint') })}>
        {!isSeen && (
          <Choice
            label={t('identity.kind')}
            value={fields.documentKind}
            onChange={(documentKind) => change({ documentKind })}
            options={[
              { value: 'passport', label: key('identity.kind.passport'), icon: 'passport' },
              { value: 'idCard', label: key('identity.kind.idCard'), icon: 'id' },
            ]}
          />
        )}
      </StepTitle>
      {isSeen && view.evidence ? (
        <WorkColumns receipt={<StepReceipt view={view} step="identity" mark={view.marks.identity} typed={fields} />}>
          <SeenDocument caseId={view.caseId} evidence={view.evidence} onAgain={() => setAgain(true)} />
        </WorkColumns>
      ) : (
        <ReadDocument {...props} reading={reading} problem={problem} refused={refused} isWrong={isDocumentWrong} />
      )}
      <WorkColumns>
        <IdentityChecks {...props} reading={reading} isSeen={isSeen} isDocumentWrong={isDocumentWrong} />
      </WorkColumns>
    </>
  )
}

interface ReadDocumentProps extends StepPanelProps<'identity'> {
  readonly reading: MrzReading
  readonly problem: MrzProblem | undefined
  readonly refused: Refusal | undefined
  readonly isWrong: boolean
}

function ReadDocument(props: ReadDocumentProps) {
  const { view, fields, change, reading, problem, refused, isWrong } = props
  const { t } = useText()
  const messageId = useId()
  const first = useRef<HTMLInputElement>(null)
  const same = useRef<HTMLDivElement>(null)
  const isWhole = !isWrong && reading.progress === undefined && reading.layout !== undefined
  useEffect(() => {
    // read to its last character: what is asked next has the focus, unless one is typing somewhere else
    if (isWhole && first.current?.closest('[role=group]')?.contains(document.activeElement) === true)
      same.current?.querySelector('input')?.focus()
  }, [isWhole])
  const swap = problem?.kind === 'checkDigit' ? problem.swap : undefined

  const takeLines = (lines: readonly string[]): void =>
    change({ line1: lines[0] ?? '', line2: lines[1] ?? '', line3: lines[2] ?? '' })
  const again = (line: number): void => {
    const field = first.current?.closest('[role=group]')?.querySelector<HTMLInputElement>(`[name=line${line}]`)
    field?.focus()
    field?.select()
  }
  return (
    <>
      <WorkColumns receipt={<StepReceipt view={view} step="identity" mark={view.marks.identity} typed={fields} />}>
        <MrzLines
          ref={first}
          fields={fields}
          reading={reading}
          problem={problem}
          messageId={messageId}
          onChange={change}
          onBlur={props.save}
          onEnter={() => swap && takeLines(swapIn(reading.lines, swap))}
        />
        {reading.progress && problem === undefined && reading.layout && (
          <p className={classes.progress} role="status">
            {t('identity.lineTyped', { ...reading.progress, of: mrzLayouts[reading.layout].lineLength })}
          </p>
        )}
        {problem && (
          <MrzMessage id={messageId} reading={reading} problem={problem} onLines={takeLines} onAgain={again} />
        )}
        {isTurnedDown(view, reading) && <TurnedDown />}
        {refused && <IdentityRefused refused={refused} channel={view.channel} />}
      </WorkColumns>
      {reading.lines.length > 0 && (
        <WorkColumns>
          <DocumentRecord reading={reading} today={view.businessDate} />
          {!isWrong && (
            <div className={classes.same} ref={same}>
              <Tick
                label={t('identity.nameConfirmed')}
                checked={fields.nameConfirmed}
                onChange={(nameConfirmed) => change({ nameConfirmed })}
              />
            </div>
          )}
        </WorkColumns>
      )}
    </>
  )
}
