import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { useText } from '#renderer/app/text.tsx'
import { StepTitle } from '#renderer/ui/case-frame.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { wayOf } from '#shared/domain/contract/acceptance.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { completeLanguages } from '#shared/text/translate.ts'
import { AfterSigning } from './after-signing.tsx'
import { ContractSummary } from './contract-summary.tsx'
import { CustomerSlip } from './customer-slip.tsx'
import { PhoneAcceptance } from './phone-acceptance.tsx'
import { ProofList } from './proof-list.tsx'
import { SealedContract } from './sealed-contract.tsx'
import classes from './sign.module.css'
import { SignaturePad } from './signature-pad.tsx'

/** The first page of the contract, the signature, and what of it is confirmed; then sealed. */
export function SignPanel(props: StepPanelProps<'sign'>) {
  const { view, fields, change, openStep, isOnline } = props
  const { t, say, key } = useText()
  const missing = (view.steps.find(({ step }) => step === 'sign')?.missing ?? []).filter(({ step }) => step !== 'sign')
  const name = view.customer ? customerName(view.customer) : ''
  const conditional = isConditional(props, missing.length > 0)
  return (
    <>
      {missing.length > 0 && (
        <div className={classes.missing}>
          <Message tone="neutral" cause={t('sign.missing', { count: missing.length })}>
            <ul>
              {missing.map(({ step, sentence }) => (
                <li key={sentence.key}>
                  <LinkButton label={say(sentence)} onClick={() => openStep(step)} />
                </li>
              ))}
            </ul>
          </Message>
        </div>
      )}
      <div className={classes.sign}>
        <section>
          <StepTitle title={t('sign.title')}>
            {completeLanguages.length > 1 && (
              <Choice
                label={t('sign.language')}
                value={fields.language}
                onChange={(language) => change({ language })}
                options={completeLanguages.map((value) => ({ value, label: key(`language.${value}`), lang: value }))}
              />
            )}
          </StepTitle>
          <ContractSummary view={view} fields={fields} isConditional={conditional} isOnline={isOnline} />
        </section>
        <section>
          <AcceptanceHead {...props} />
          {view.agreement ? (
            <>
              <SealedContract view={view} agreement={view.agreement} />
              <AfterSigning agreement={view.agreement} today={view.businessDate} />
            </>
          ) : wayOf(view.channel, fields.way) === 'here' ? (
            <SignaturePad value={fields.signature} acceptance={fields.acceptance} name={name} onChange={change} />
          ) : (
            <PhoneAcceptance {...props} />
          )}
          <ProofList view={view} />
          {conditional && <CustomerSlip view={view} />}
        </section>
      </div>
    </>
  )
}

/** At the counter a signature; at a distance one of three ways, until the contract is sealed. */
function AcceptanceHead({ view, fields, change }: StepPanelProps<'sign'>) {
  const { t, key } = useText()
  if (view.channel === 'walkIn' || view.agreement)
    return <h3 className={classes.sideHead}>{t(view.signing.way === 'here' ? 'sign.signature' : 'sign.way')}</h3>
  return (
    <div className={classes.sideHead}>
      <Choice
        label={t('sign.way')}
        value={wayOf(view.channel, fields.way)}
        onChange={(way) => change({ way })}
        options={(['code', 'script', 'here'] as const).map((value) => ({ value, label: key(`sign.way.${value}`) }))}
      />
    </div>
  )
}

/** What was signed says so itself; before that, whatever the core has not confirmed makes the contract conditional. */
function isConditional({ view, isOnline }: StepPanelProps<'sign'>, isMissingSomething: boolean): boolean {
  if (isMissingSomething && isOnline) return false
  const { offer, number, identity, credit } = view.marks
  const parts = view.fields.offer.billing === 'prePaid' ? [offer, number, identity] : [offer, number, identity, credit]
  const isOpen = parts.some(({ state }) => state !== 'confirmed') || view.decision?.state === 'provisional'
  // what was signed without the core is its word only once it has the contract
  return view.agreement ? isOpen || view.marks.agreement.state === 'desk' : !isOnline || isOpen
}
