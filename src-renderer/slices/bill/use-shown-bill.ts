import { useState } from 'react'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { askDesk, useDesk } from '#renderer/app/queries.ts'
import type { ErrorOf, OutputOf } from '#shared/contract/procedures.ts'
import type { BillsView, BillView } from '#shared/domain/bill/contract.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { runningMonth } from './bill-rail.tsx'

/** The bill in front of a customer's, what it is compared with, and what the core adds while it can be asked. */
export function useShownBill(customerId: Id): ShownBill {
  const bills = useDesk('bill.bills', { customerId })
  const isOnline = useDesk('desk.status', {}).data?.isOnline ?? false
  const hasBills = (bills.data?.bills.length ?? 0) > 0
  const running = useDesk('bill.today', { customerId }, { isOff: !isOnline || !hasBills }).data
  const [older, setOlder] = useState<readonly BillRow[]>([])
  const [olderRefusal, setOlderRefusal] = useState<Refusal<ErrorOf<'bill.older'>>>()
  const wished = useDeskStore((state) => state.bills[customerId])
  const [compared, setCompared] = useState<{ readonly billId: string; readonly otherId: string }>()
  const isRunning = wished === runningMonth && running !== undefined
  const all = [...(bills.data?.bills ?? []), ...older]
  const billId = all.find(({ id }) => id === wished)?.id ?? all[0]?.id ?? ''
  const otherId = compared?.billId === billId ? compared.otherId : null
  const inFront = older.find(({ id }) => id === billId)
  const kept = inFront && { kept: { customerId, billDate: inFront.bill_date } }
  const shown = useDesk('bill.bill', { billId, otherId, ...kept }, { isOff: billId === '' || isRunning, keeps: true })
  const oldest = all.at(-1)?.bill_date
  return {
    bills: bills.data,
    older,
    running,
    isRunning,
    view: isRunning ? running.view : shown.data,
    refusal: bills.refusal,
    olderRefusal,
    isElsewhere: shown.refusal !== undefined,
    compare: (other) => setCompared({ billId, otherId: other }),
    fetchOlder:
      isOnline && oldest !== undefined
        ? () =>
            // a day may have several documents, of which only some are here
            void askDesk('bill.older', { customerId, before: addDays(oldest, 1) }).then((found) => {
              setOlderRefusal(found.ok ? undefined : found.error)
              if (!found.ok) return
              const known = new Set(all.map(({ id }) => id))
              const fresh = found.value.bills.filter(({ id }) => !known.has(id)).toSorted(byDay)
              setOlder((before) => [...before, ...fresh.filter(({ id }) => before.every((each) => each.id !== id))])
            })
        : undefined,
  }
}

export interface ShownBill {
  readonly bills: BillsView | undefined
  readonly older: readonly BillRow[]
  readonly running: OutputOf<'bill.today'> | undefined
  readonly isRunning: boolean
  readonly view: BillView | undefined
  readonly refusal: Refusal<ErrorOf<'bill.bills'>> | undefined
  /** Why older bills did not come when they were asked for. */
  readonly olderRefusal: Refusal<ErrorOf<'bill.older'>> | undefined
  /** The bill in front is with the core, which cannot be asked now. */
  readonly isElsewhere: boolean
  readonly compare: (otherId: string) => void
  /** Undefined while the core cannot be asked. */
  readonly fetchOlder: (() => void) | undefined
}

function byDay(a: BillRow, b: BillRow): number {
  return a.bill_date < b.bill_date ? 1 : -1
}
