import type { ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import type { DisputeView } from '#shared/domain/dispute/contract.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { CallerFirst } from './caller.tsx'
import type { ChosenLine, Matter } from './matter.store.ts'
import { useMatterStore } from './matter.store.ts'
import { useDesk } from './queries.ts'

/** The dispute or credit in front of the work, or its form. */
export function Matters() {
  const { matter, show, close } = useMatterStore()
  return <Suspense>{matter && drawn(matter, show, close)}</Suspense>
}

function drawn(matter: Matter, show: (matter: Matter) => void, close: () => void) {
  switch (matter.kind) {
    case 'file':
      return (
        <Verified matter={matter} act="fileDispute" onClose={close}>
          <FileDispute {...matter} onClose={close} onShow={(disputeId) => show({ kind: 'dispute', disputeId })} />
        </Verified>
      )
    case 'fileTopUp':
      return (
        <CallerFirst customerId={matter.customerId} caseId={matter.caseId} act="fileDispute" onClose={close}>
          <FileTopUp {...matter} onClose={close} onShow={(disputeId) => show({ kind: 'dispute', disputeId })} />
        </CallerFirst>
      )
    case 'give':
      return (
        <Verified matter={matter} act="giveCredit" onClose={close}>
          <GiveCredit {...matter} onClose={close} onGiven={(adjustmentId) => show({ kind: 'credit', adjustmentId })} />
        </Verified>
      )
    case 'charge':
      return (
        <GiveCharge {...matter} onClose={close} onCharged={(adjustmentId) => show({ kind: 'credit', adjustmentId })} />
      )
    case 'dispute':
      return (
        <DisputeDialog
          key={matter.disputeId}
          disputeId={matter.disputeId}
          onClose={close}
          onAppeal={(row, chosen) => show(appealOf(row, chosen))}
        />
      )
    case 'credit':
      return <CreditDialog key={matter.adjustmentId} adjustmentId={matter.adjustmentId} onClose={close} />
    case 'evidence':
      return <EvidencePicture file={matter.file} onClose={() => (matter.from ? show(matter.from) : close())} />
    default:
      return assertNever(matter)
  }
}

/** The form for an appeal: of what was claimed and not granted. */
function appealOf(row: DisputeView['row'], chosen: readonly ChosenLine[]): Matter {
  const about = { id: row.id, reference: row.reference }
  if (row.payment_id === null) return { kind: 'file', billId: row.bill_id, caseId: null, chosen, about }
  const { payment_id: paymentId, customer_id: customerId } = row
  return {
    ...{ kind: 'fileTopUp', paymentId, customerId, caseId: null, about },
    claimedMinor: row.claimed_minor - row.granted_minor,
  }
}

/** Money is asked for by a caller who is verified; the forms find whose bill it is themselves. */
function Verified({ matter: { billId, caseId }, act, onClose, children }: VerifiedProps) {
  const customerId = useDesk('dispute.ofBill', { billId }).data?.customerId
  if (customerId === undefined) return null
  return (
    <CallerFirst customerId={customerId} caseId={caseId} act={act} onClose={onClose}>
      {children}
    </CallerFirst>
  )
}

interface VerifiedProps {
  readonly matter: Extract<Matter, { readonly kind: 'file' | 'give' }>
  readonly act: 'fileDispute' | 'giveCredit'
  readonly onClose: () => void
  readonly children: ReactNode
}

const FileDispute = lazy(() =>
  import('#renderer/slices/dispute/file-dispute.tsx').then((file) => ({ default: file.FileDispute })),
)
const FileTopUp = lazy(() =>
  import('#renderer/slices/dispute/file-top-up.tsx').then((file) => ({ default: file.FileTopUp })),
)
const DisputeDialog = lazy(() =>
  import('#renderer/slices/dispute/dispute-dialog.tsx').then((file) => ({ default: file.DisputeDialog })),
)
const EvidencePicture = lazy(() =>
  import('#renderer/slices/dispute/evidence-picture.tsx').then((file) => ({ default: file.EvidencePicture })),
)
const GiveCredit = lazy(() =>
  import('#renderer/slices/adjustment/give-credit.tsx').then((file) => ({ default: file.GiveCredit })),
)
const GiveCharge = lazy(() =>
  import('#renderer/slices/adjustment/give-charge.tsx').then((file) => ({ default: file.GiveCharge })),
)
const CreditDialog = lazy(() =>
  import('#renderer/slices/adjustment/credit-dialog.tsx').then((file) => ({ default: file.CreditDialog })),
)
