import type { AcceptanceKind } from '#shared/domain/contract/acceptance.ts'
import { isRecordingReference } from '#shared/domain/contract/acceptance.ts'
import { isPathData } from '#shared/domain/contract/path-data.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import type { AcceptedByPhone } from '#shared/node/contract-document.ts'
import type { StepWork } from './finish-step.ts'
import { incomplete } from './finish-step.ts'
import { signingOf } from './signing.ts'

/** How the customer has accepted what stands in the case now. */
export interface Acceptance {
  readonly kind: AcceptanceKind
  /** The masked address a code went to, or the number of the recording. */
  readonly reference: string
  readonly at: Instant
  readonly byPhone: AcceptedByPhone | null
}

/** The acceptance of a case, or what it still wants: a signature, the summary, the code confirmed, the recording. */
export function acceptanceOf(work: StepWork): Result<Acceptance, Refusal<'STEP_INCOMPLETE'>> {
  const { facts, today, policies } = work
  const { sign } = facts.fields
  const signing = signingOf(facts, { businessDate: today, policies })
  if (signing.way === 'here') {
    if (sign.signature.trim() === '') return incomplete('signature', 'missing.signature')
    if (!isPathData(sign.signature)) return incomplete('signature', 'SIGNATURE_WRONG')
    return ok({ kind: sign.acceptance, reference: '', at: lastTyped(work), byPhone: null })
  }
  if (signing.summaryAt === null) return incomplete('summary', 'missing.summary')
  if (signing.way === 'script') {
    const recording = sign.recording.trim()
    if (recording === '') return incomplete('recording', 'missing.recording')
    if (!isRecordingReference(recording)) return incomplete('recording', 'RECORDING_WRONG')
    return ok({
      ...{ kind: 'script', reference: recording, at: lastTyped(work) },
      byPhone: { way: 'script', recording },
    })
  }
  const { code } = signing
  if (code?.state !== 'confirmed') return incomplete('code', 'missing.code')
  const at = code.decided_at ?? lastTyped(work)
  return ok({ kind: 'code', reference: code.recipient, at, byPhone: { way: 'code', recipient: code.recipient } })
}

/** The moment on the paper is that of the last stroke or letter kept, so that a second try seals the very same bytes. */
function lastTyped({ desk, facts }: StepWork): Instant {
  return facts.drafts.find((draft) => draft.step === 'sign')?.savedAt ?? desk.now()
}
