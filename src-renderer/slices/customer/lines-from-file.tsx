import { useState } from 'react'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import type { JudgedLines } from '#shared/domain/order/contract.ts'
import classes from './lines-from-file.module.css'

/** Many lines at once for a company: a file is chosen, each line says what is wrong, and all of them are ordered or none. */
export function LinesFromFile({ caseId, purchaseOrder }: LinesFromFileProps) {
  const { t, refusal: sentenceOf, money } = useText()
  const [file, setFile] = useState<{ readonly name: string; readonly text: string }>()
  const text = file?.text ?? ''
  const input = { caseId, text, purchaseOrder }
  const judged = useDesk('order.judgeLines', input, { isOff: file === undefined })
  const ordering = useDeskCommand('order.orderLines')
  const choose = async (chosen: File | undefined): Promise<void> => {
    ordering.clear()
    setFile(chosen && { name: chosen.name, text: await textOf(chosen) })
  }
  const order = async (): Promise<void> => {
    const answer = await ordering.run(input)
    if (answer.ok) setFile(undefined)
  }
  const lines = judged.data
  return (
    <section className={classes.file}>
      <SectionHead title={t('lines.title')}>
        <span className={classes.quiet}>{t('lines.hint')}</span>
      </SectionHead>
      <Progress caseId={caseId} />
      <div className={classes.choose}>
        <label>
          <Icon name="file-text" />
          {t('lines.choose')}
          <input
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </label>
        {file && <span className={classes.quiet}>{file.name}</span>}
      </div>
      {ordering.refusal && <Message tone="stuck" cause={sentenceOf(ordering.refusal)} isUrgent />}
      {judged.refusal && <Message tone="stuck" cause={sentenceOf(judged.refusal)} isUrgent />}
      {file && lines && <Judged lines={lines} />}
      {file && lines && lines.lines.length > 0 && (
        <ActionButton
          kind="other"
          label={t('lines.order', { count: lines.lines.length, monthly: money(lines.monthlyMinor) })}
          reasonOff={reasonOff(lines, t)}
          {...(ordering.isBusy && { busy: t('lines.ordering') })}
          onClick={() => void order()}
        />
      )}
    </section>
  )
}

export interface LinesFromFileProps {
  readonly caseId: string
  readonly purchaseOrder: string
}

type Text = ReturnType<typeof useText>

function reasonOff(lines: JudgedLines, t: Text['t']): string | undefined {
  if (lines.wrong > 0) return t('lines.wrong', { count: lines.wrong })
  return lines.missing.length > 0 ? t('lines.missing') : undefined
}

/** Wrong lines first, then the others, as they stand in the file. */
function Judged({ lines: { problem, lines, missing } }: { readonly lines: JudgedLines }) {
  const { t, say, key, reader } = useText()
  if (problem) return <Message tone="stuck" cause={say(problem)} isUrgent />
  const sorted = [
    ...lines.filter(({ problems }) => problems.length > 0),
    ...lines.filter(({ problems }) => problems.length === 0),
  ]
  return (
    <>
      {missing.map((sentence) => (
        <Message key={sentence.key} tone="late" cause={say(sentence)} />
      ))}
      {/* eslint: a region that scrolls is reached by keyboard */}
      <section className={classes.list} aria-label={t('lines.list')} tabIndex={0}>
        <RowTable
          label={t('lines.list')}
          showHead
          columns={[
            { key: 'line', head: t('lines.line'), width: 48, look: 'time' },
            { key: 'name', head: t('company.lineUser'), look: 'name', width: 150 },
            { key: 'plan', head: t('lines.plan'), width: 120, look: 'second' },
            { key: 'number', head: t('lines.number'), width: 140, look: 'time' },
            { key: 'state', head: t('lines.state') },
          ]}
          rows={sorted.map((line) => ({
            id: String(line.line),
            isChosen: false,
            cells: {
              line: line.line,
              name: line.userName,
              plan: nameIn(line.plan, reader.language),
              number: line.msisdn === null ? t('lines.anyNumber') : formatMsisdn(line.msisdn),
              state:
                line.problems.length === 0 ? (
                  <span className={classes.good}>{key(`number.sim.${line.sim}`)}</span>
                ) : (
                  <span className={classes.wrong} data-wrong>
                    {line.problems.map((sentence) => say(sentence)).join(' ')}
                  </span>
                ),
            },
          }))}
        />
      </section>
    </>
  )
}

function Progress({ caseId }: { readonly caseId: string }) {
  const { t } = useText()
  const progress = useDesk('order.lineProgress', { caseId }).data?.progress
  if (!progress) return null
  return (
    <div className={classes.progress} role="status">
      <progress value={progress.active} max={progress.of} aria-label={t('lines.progress.label')} />
      <span>{t('lines.progress', { ...progress })}</span>
    </div>
  )
}

/** UTF-8, else what spreadsheets on older machines save. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
