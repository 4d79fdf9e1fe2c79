import type { Sentences } from '../sentences.ts'
import type { en } from '../en/index.ts'
import { billPaperText } from './bill-paper.ts'
import { billText } from './bill.ts'
import { billViewText } from './bill-view.ts'
import { billingText } from './billing.ts'
import { callerText } from './caller.ts'
import { caseText } from './case.ts'
import { choicesText } from './choices.ts'
import { companiesText } from './companies.ts'
import { contractText } from './contract.ts'
import { coreText } from './core.ts'
import { dayText } from './day.ts'
import { decisionText } from './decision.ts'
import { deskText } from './desk.ts'
import { disputeErrorText } from './dispute-errors.ts'
import { disputesText } from './disputes.ts'
import { topUpText } from './top-up.ts'
import { letterTexts } from './letters.ts'
import { errorText } from './errors.ts'
import { overrideText } from './override.ts'
import { guideText } from './guide.ts'
import { portInText } from './port-in.ts'
import { portStuckText } from './port-stuck.ts'
import { reasonText } from './reasons.ts'
import { receiptText } from './receipt.ts'
import { shellText } from './shell.ts'
import { activationStepText } from './step-activation.ts'
import { creditStepText } from './step-credit.ts'
import { identityStepText } from './step-identity.ts'
import { linesText } from './lines.ts'
import { offerStepText } from './step-offer.ts'
import { payNowStepText } from './step-pay-now.ts'
import { reasonStepText } from './step-reason.ts'
import { signingText } from './signing.ts'
import { signStepText } from './step-sign.ts'
import { trailText } from './trail.ts'
import { stepsText } from './steps.ts'
import { takeOverText } from './take-over.ts'
import { workText } from './work.ts'

/** Every sentence in Russian, by key. */
export const ru: Sentences<typeof en> = {
  ...deskText,
  ...decisionText,
  ...dayText,
  ...callerText,
  ...caseText,
  ...stepsText,
  ...reasonStepText,
  ...linesText,
  ...offerStepText,
  ...overrideText,
  ...guideText,
  ...portInText,
  ...portStuckText,
  ...identityStepText,
  ...creditStepText,
  ...signStepText,
  ...trailText,
  ...signingText,
  ...payNowStepText,
  ...activationStepText,
  ...choicesText,
  ...companiesText,
  ...contractText,
  ...coreText,
  ...billPaperText,
  ...billText,
  ...billViewText,
  ...billingText,
  ...errorText,
  ...disputeErrorText,
  ...disputesText,
  ...topUpText,
  ...letterTexts,
  ...reasonText,
  ...receiptText,
  ...shellText,
  ...takeOverText,
  ...workText,
}
