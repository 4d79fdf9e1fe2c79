import { lazy, Suspense } from 'react'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Matter } from './matter.store.ts'
import { useMatterStore } from './matter.store.ts'

/** The dispute or credit in front of the work, or its form. */
export function Matters() {
  const { matter, show, close } = useMatterStore()
  return <Suspense>{matter && drawn(matter, show, close)}</Suspense>
}

function drawn(matter: Matter, show: (matter: Matter) => void, close: () => void) {
  switch (matter.kind) {
    case 'file':
      return <FileDispute {...matter} onClose={close} onShow={(disputeId) => show({ kind: 'dispute', disputeId })} />
    case 'give':
      return (
        <GiveCredit {...matter} onClose={close} onGiven={(adjustmentId) => show({ kind: 'credit', adjustmentId })} />
      )
    case 'dispute':
      return (
        <DisputeDialog
          key={matter.disputeId}
          disputeId={matter.disputeId}
          onClose={close}
          onAppeal={(row, chosen) =>
            show({
              ...{ kind: 'file', billId: row.bill_id, caseId: null, chosen },
              about: { id: row.id, reference: row.reference },
            })
          }
        />
      )
    case 'credit':
      return <CreditDialog adjustmentId={matter.adjustmentId} onClose={close} />
    default:
      return assertNever(matter)
  }
}

const FileDispute = lazy(() =>
  import('#renderer/slices/dispute/file-dispute.tsx').then((file) => ({ default: file.FileDispute })),
)
const DisputeDialog = lazy(() =>
  import('#renderer/slices/dispute/dispute-dialog.tsx').then((file) => ({ default: file.DisputeDialog })),
)
const GiveCredit = lazy(() =>
  import('#renderer/slices/adjustment/give-credit.tsx').then((file) => ({ default: file.GiveCredit })),
)
const CreditDialog = lazy(() =>
  import('#renderer/slices/adjustment/credit-dialog.tsx').then((file) => ({ default: file.CreditDialog })),
)
