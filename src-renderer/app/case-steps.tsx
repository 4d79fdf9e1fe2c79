import type { ComponentType } from 'react'
import { CreditPanel } from '#renderer/slices/credit/credit.panel.tsx'
import { OfferPanel } from '#renderer/slices/catalogue/offer.panel.tsx'
import { SignPanel } from '#renderer/slices/contract/sign.panel.tsx'
import { ReasonPanel } from '#renderer/slices/customer/reason.panel.tsx'
import { IdentityPanel } from '#renderer/slices/identity/identity.panel.tsx'
import { MessageList } from '#renderer/slices/message/message-list.tsx'
import { ESimCode } from '#renderer/slices/number/esim-code.tsx'
import { NumberChoice } from '#renderer/slices/number/number-choice.panel.tsx'
import { PortInFields } from '#renderer/slices/number/port-in-fields.tsx'
import { PortInStatus } from '#renderer/slices/number/port-in-status.tsx'
import { PayNowPanel } from '#renderer/slices/payment/pay-now.panel.tsx'
import { ActivationPanel } from '#renderer/slices/provisioning/activation.panel.tsx'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import type { StepPanelProps } from './case-step.ts'

/** The panel of each step of the sale. Slices do not know each other: here they come together. */
export function StepPanel<S extends SaleStep>({ step, ...props }: StepPanelProps<S> & { readonly step: S }) {
  // as: the panel of a step takes that step's fields; a union of steps cannot say so
  const Panel = panels[step] as unknown as ComponentType<StepPanelProps<S>>
  return <Panel {...(props as unknown as StepPanelProps<S>)} />
}

const panels: { readonly [S in SaleStep]: ComponentType<StepPanelProps<S>> } = {
  reason: ReasonPanel,
  offer: OfferStep,
  identity: IdentityPanel,
  credit: CreditPanel,
  sign: SignStep,
  payNow: PayNowPanel,
  activation: ActivationStep,
}

function OfferStep(props: StepPanelProps<'offer'>) {
  return (
    <OfferPanel {...props}>
      <NumberChoice {...props} />
      <PortInFields {...props} />
    </OfferPanel>
  )
}

function SignStep(props: StepPanelProps<'sign'>) {
  return (
    <>
      <SignPanel {...props} />
      <MessageList messages={props.view.messages} />
    </>
  )
}

function ActivationStep(props: StepPanelProps<'activation'>) {
  return (
    <>
      <ActivationPanel {...props} />
      <PortInStatus caseId={props.view.caseId} />
      <ESimCode sim={props.view.sim} caseId={props.view.caseId} />
      <MessageList messages={props.view.messages} />
    </>
  )
}
