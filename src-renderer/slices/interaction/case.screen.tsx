import { type ReactNode, useEffect, useRef } from 'react'
import { StepPanel } from '#renderer/app/case-steps.tsx'
import { wrongField } from '#renderer/app/case-step.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { useScans } from '#renderer/app/scanner.ts'
import { SpokenProvider, useText } from '#renderer/app/text.tsx'
import { CaseFrame } from '#renderer/ui/case-frame.tsx'
import { FrameMain } from '#renderer/ui/app-frame.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { isOfBill } from '#shared/domain/interaction/recipes.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import { saleSteps } from '#shared/domain/interaction/steps.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { CaseActions } from './case-actions.tsx'
import { CaseContext } from './case-context.panel.tsx'
import { CaseTrail } from './case-trail.tsx'
import { CaseWriter, OnlyHere } from './case-writer.tsx'
import { HandedOver, HandOver } from './hand-over.tsx'
import { CaseNotices } from './case-notices.tsx'
import { CasePrice } from './case-price.panel.tsx'
import { caseDates, CaseRail } from './case-rail.tsx'
import classes from './case.module.css'
import { mainActionOf, stepAfter } from './main-action.ts'
import { useCaseFields } from './use-case-fields.ts'
import { useFinishStep } from './use-finish-step.ts'

/** One case: head, steps, the open step's work, context with the price, action bar. Inside AppFrame. */
export function CaseScreen({ caseId, billQuestion }: CaseScreenProps) {
  const { t, refusal: sentenceOf } = useText()
  const { data: view, refusal } = useDesk('interaction.caseView', { caseId })
  if (view && isOfBill(view.recipe)) return billQuestion(view, partsOf(view))
  if (view) return <OpenCase key={caseId} caseId={caseId} view={view} />
  return (
    <FrameMain label={t('case.loading')}>
      <div className={classes.waits}>
        {refusal ? (
          <Empty icon="alert" title={t('case.gone')} hint={sentenceOf(refusal)}>
            <LinkButton label={t('case.main.activation')} onClick={() => useDeskStore.getState().show('home')} />
          </Empty>
        ) : (
          <Empty icon="hourglass" title={t('case.loading')} />
        )}
      </div>
    </FrameMain>
  )
}

interface CaseScreenProps {
  readonly caseId: Id
  /** A bill question, which another slice shows. */
  readonly billQuestion: (view: CaseView, parts: CaseParts) => ReactNode
}

/** What every case has, whatever its work: handing it over, and above the work who has it and what concerns the whole. */
export interface CaseParts {
  readonly tool: ReactNode
  readonly above: ReactNode
}

/** Of a case without steps: its note is saved at each key, so nothing waits to be saved before it is handed over. */
function partsOf(view: CaseView): CaseParts {
  return {
    tool: (
      <>
        <CaseTrail caseId={view.caseId} />
        <HandOver view={view} flush={() => Promise.resolve(true)} />
      </>
    ),
    above: <CaseAbove view={view} isSealed={false} />,
  }
}

/** Empty where there is nothing to say: it takes no room then. */
function CaseAbove({ view, isSealed }: { readonly view: CaseView; readonly isSealed: boolean }) {
  return (
    <div className={classes.above}>
      <HandedOver view={view} />
      <CaseWriter view={view} />
      <OnlyHere view={view} />
      <CaseNotices view={view} isSealed={isSealed} />
    </div>
  )
}

function OpenCase({ caseId, view }: { readonly caseId: Id; readonly view: CaseView }) {
  const { t, say, key, date } = useText()
  const chosen = useDeskStore((state) => state.steps[caseId])
  const setStep = useDeskStore((state) => state.setStep)
  const isOnline = useDesk('desk.status', {}).data?.isOnline ?? true
  const fields = useCaseFields(caseId, view)
  const finishing = useFinishStep(caseId, fields)
  const step = chosen ?? firstOpen(view)
  const work = useRef<HTMLElement>(null)
  const note = useRef<HTMLInputElement>(null)
  const main = mainActionOf(step, view, fields.isChanged(step))
  const refusal = finishing.refusalOf(step)

  const openStep = (to: SaleStep): void => {
    if (view.steps.find((each) => each.step === to)?.state !== 'locked') setStep(caseId, to)
  }
  const finish = async (): Promise<void> => {
    const isFinished = await finishing.finish(step)
    // whoever has opened another step meanwhile is not taken away from it
    const hasMoved = (useDeskStore.getState().steps[caseId] ?? step) !== step
    // the class is read before one goes on; every other step leads to the next
    if (isFinished && !hasMoved && step !== 'credit') setStep(caseId, stepAfter(step, view))
  }
  const run = (): void => {
    if (main.does === 'leave') useDeskStore.getState().show('home')
    else if (main.does === 'go') setStep(caseId, stepAfter(step, view))
    else void finish()
  }

  useEffect(() => focusWrong(work.current, wrongField(refusal)?.field), [refusal])
  useEffect(() => focusFirst(work.current), [step])
  useScans((scan) => {
    if (scan.kind !== 'mrz' || view.evidence !== null || !view.writer.isHere || view.agreement !== null) return false
    const [line1 = '', line2 = '', line3 = ''] = scan.lines
    const documentKind = scan.lines.length === 2 && line1.startsWith('P') ? 'passport' : 'idCard'
    fields.change('identity', { documentKind, line1, line2, line3 })
    openStep('identity')
    return true
  })
  useActions([
    { id: 'main', label: say(main.label), icon: 'check', keys: 'Ctrl Enter', run },
    ...saleSteps.map((each, index) => ({
      id: `step.${each}`,
      label: t('case.step.go', { step: key(`step.${each}`) }),
      icon: 'chevron-right' as const,
      keys: `Alt ${index + 1}`,
      reasonOff: lockedReason(view, each, say),
      run: () => openStep(each),
    })),
    { id: 'note', label: t('case.note.go'), icon: 'note', keys: 'F4', run: () => note.current?.focus() },
    {
      id: 'wrong',
      label: t('case.firstWrong'),
      icon: 'alert',
      keys: 'F2',
      isSilent: true,
      run: () => focusWrong(work.current),
    },
    {
      id: 'back',
      label: t('case.back'),
      icon: 'arrow-left',
      keys: 'Esc',
      isSilent: true,
      run: () => useDeskStore.getState().show('home'),
    },
  ])

  const isSealed = view.agreement !== null && ['reason', 'offer', 'identity', 'credit'].includes(step)
  // a limit that is met after the signature is opened by asking a supervisor, in the step that is sealed otherwise
  const isOff = isSealed && !(step === 'credit' && view.override.may !== 'no')
  return (
    <SpokenProvider language={view.customer?.language ?? fields.all.reason.language}>
      <CaseFrame
        title={t(fields.all.offer.segment === 'fixed' ? 'case.title.fixed' : 'case.title.mobile')}
        second={t('case.reference', { reference: view.reference })}
        tool={
          <>
            <CaseTrail caseId={caseId} />
            <HandOver view={view} flush={fields.flush} />
          </>
        }
        dates={caseDates(view, t, date)}
        rail={<CaseRail view={view} current={step} onOpen={openStep} />}
        workLabel={t('case.work', { step: key(`step.${step}`) })}
        contextLabel={t('case.customer')}
        context={<CaseContext view={view} fields={fields.all} step={step} isOnline={isOnline} />}
        price={
          <CasePrice
            quote={view.quote}
            priceListAt={view.priceListAt}
            isOnline={isOnline}
            customer={view.customer}
            payment={view.payment}
          />
        }
        actions={
          <CaseActions
            view={view}
            step={step}
            main={main}
            isBusy={finishing.busy !== undefined}
            isOnline={isOnline}
            refusal={refusal}
            notSaved={fields.notSaved}
            note={fields.note}
            onNote={fields.changeNote}
            onRun={run}
            noteRef={note}
          />
        }
      >
        <section ref={work} className={classes.work}>
          <CaseAbove view={view} isSealed={isSealed} />
          <fieldset
            className={classes.plain}
            disabled={isOff || view.state === 'abandoned' || (!view.writer.isHere && view.state !== 'done')}
          >
            <StepPanel
              step={step}
              key={step}
              view={view}
              all={fields.all}
              fields={fields.all[step]}
              change={(patch: object) => {
                fields.change(step, patch)
                finishing.forget(step, Object.keys(patch))
              }}
              changeStep={fields.change}
              save={() => fields.save(step)}
              finish={() => void finish()}
              isBusy={finishing.busy === step}
              refusal={refusal}
              openStep={openStep}
              isOnline={isOnline}
            />
          </fieldset>
        </section>
      </CaseFrame>
    </SpokenProvider>
  )
}

/** Where work stands: the first step that is neither finished nor locked. */
function firstOpen(view: CaseView): SaleStep {
  const isDone = (state: string): boolean => state === 'confirmed' || state === 'desk' || state === 'locked'
  if (view.order !== null || view.marks.order.state !== 'none') return 'activation'
  return view.steps.find(({ state }) => !isDone(state))?.step ?? 'reason'
}

function lockedReason(view: CaseView, step: SaleStep, say: ReturnType<typeof useText>['say']): string | undefined {
  const found = view.steps.find((each) => each.step === step)
  return found?.state === 'locked' ? say(found.summary) : undefined
}

/** The field that was refused, else the first one marked wrong. */
function focusWrong(work: HTMLElement | null, field?: string): void {
  if (work === null) return
  const named = field === undefined ? null : work.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)
  const wrong = named ?? work.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')
  if (field !== undefined || wrong !== null) wrong?.focus()
}

/** A step opens with its first field ready, so that nobody needs the mouse. */
function focusFirst(work: HTMLElement | null): void {
  const field =
    work?.querySelector<HTMLElement>('[data-autofocus]') ??
    work?.querySelector<HTMLElement>(
      'input:not([disabled]):not([type=radio]):not([type=search]), input[type=radio]:checked',
    )
  field?.focus({ preventScroll: true })
}
