import { lazy, Suspense, useState } from 'react'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { useActions } from './hot-keys.ts'
import { useText } from './text.tsx'

/** Writing to the customer, for screens of other slices: a button beside the number, and a row of the palette. */
export function WriteToCustomer({ customer, caseId }: { readonly customer: CustomerRow; readonly caseId: Id | null }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  useActions([{ id: 'write', label: t('write.title'), icon: 'mail', run: () => setOpen(true) }])
  return (
    <>
      <IconButton label={t('write.title')} icon="mail" onClick={() => setOpen(true)} />
      <Suspense>{isOpen && <Dialog customer={customer} caseId={caseId} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

const Dialog = lazy(() =>
  import('#renderer/slices/message/write-message.tsx').then((file) => ({ default: file.WriteMessage })),
)
