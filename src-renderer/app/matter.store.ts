import { create } from 'zustand'
import type { OutputOf } from '#shared/contract/procedures.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** A line of a bill that was chosen: how much of it, in its own pricing, and the usage that shows why. */
export interface ChosenLine {
  readonly lineId: string
  readonly name: string
  readonly amountMinor: number
  readonly uses: readonly { readonly id: string; readonly text: string }[]
}

interface OfBill {
  readonly billId: string
  readonly caseId: Id | null
  readonly chosen: readonly ChosenLine[]
}

/** What stands in front of the work: a form for lines of a bill, or a dispute or credit on record. */
export type Matter =
  | ({ readonly kind: 'file'; readonly about: { readonly id: Id; readonly reference: string } | null } & OfBill)
  | ({ readonly kind: 'give' } & OfBill)
  | {
      readonly kind: 'fileTopUp'
      readonly paymentId: Id
      readonly customerId: Id
      readonly caseId: Id | null
      /** What is written in at first; null: all that is left. */
      readonly claimedMinor: number | null
      readonly about: { readonly id: Id; readonly reference: string } | null
    }
  | { readonly kind: 'charge'; readonly customerId: Id; readonly billId: string | null; readonly caseId: Id | null }
  | { readonly kind: 'dispute'; readonly disputeId: Id }
  | { readonly kind: 'credit'; readonly adjustmentId: Id }
  /** A picture among the evidence; closed, what it was opened from stands there again. */
  | { readonly kind: 'evidence'; readonly file: OutputOf<'dispute.evidenceFile'>; readonly from: Matter | null }

interface MatterState {
  readonly matter: Matter | null
  readonly show: (matter: Matter) => void
  readonly close: () => void
}

/** Disputes and credits are opened from a bill, a customer, Needs you: the frame shows the one that is asked for. */
export const useMatterStore = create<MatterState>()((set) => ({
  matter: null,
  show: (matter) => set({ matter }),
  close: () => set({ matter: null }),
}))
