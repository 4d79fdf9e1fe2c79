import { create } from 'zustand'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { useMatterStore } from './matter.store.ts'

/** A piece of open work in the top bar. */
export type DeskTab =
  | { readonly kind: 'home' }
  | { readonly kind: 'case'; readonly caseId: Id }
  | { readonly kind: 'customer'; readonly customerId: Id }
  /** The bills of a customer, looked at outside of a case. */
  | { readonly kind: 'bill'; readonly customerId: Id }
  | { readonly kind: 'needsYou' }
  | { readonly kind: 'toSend' }
  | { readonly kind: 'stuck' }
  /** Money that others asked for. */
  | { readonly kind: 'toDecide' }
  /** What was given away, by whom and why. */
  | { readonly kind: 'insight' }

/** State of the screen only: which work is open, which is shown, and the open step of each case. */
export interface DeskState {
  readonly tabs: readonly DeskTab[]
  readonly activeTab: string
  readonly steps: Readonly<Record<Id, SaleStep>>
  /** The bill in front of each customer's, where it is not the newest. */
  readonly bills: Readonly<Record<Id, string>>
  /** Whose work is open. */
  readonly userId: Id | null
  /** The item of Needs you that is looked at. */
  readonly needsYouItem: Id | null
  /** Opens work, or shows it when it is open already. */
  readonly open: (tab: DeskTab) => void
  readonly openCase: (caseId: Id, step?: SaleStep) => void
  readonly openCustomer: (customerId: Id) => void
  readonly openBill: (customerId: Id, billId?: string) => void
  readonly chooseBill: (customerId: Id, billId: string) => void
  readonly openNeedsYou: (commandId?: Id) => void
  readonly show: (tabId: string) => void
  /** Closes work; nothing typed is lost by it. Home stays. */
  readonly close: (tabId: string) => void
  readonly setStep: (caseId: Id, step: SaleStep) => void
  /** Somebody signs in: their own open work stays as it was, another person begins with Home alone. */
  readonly sitDown: (userId: Id) => void
}

/** The name of a tab, one of a kind. */
export function tabId(tab: DeskTab): string {
  if (tab.kind === 'case') return `case:${tab.caseId}`
  return 'customerId' in tab ? `${tab.kind}:${tab.customerId}` : tab.kind
}

const home: DeskTab = { kind: 'home' }
const atStart = { tabs: [home], activeTab: 'home', steps: {}, bills: {}, needsYouItem: null, userId: null } as const

export const useDeskStore = create<DeskState>()((set, get) => ({
  ...atStart,
  open: (tab) => set((state) => ({ tabs: withTab(state.tabs, tab), activeTab: tabId(tab) })),
  openCase: (caseId, step) =>
    set((state) => ({
      tabs: withTab(state.tabs, { kind: 'case', caseId }),
      activeTab: `case:${caseId}`,
      steps: step ? { ...state.steps, [caseId]: step } : state.steps,
    })),
  openCustomer: (customerId) =>
    set((state) => ({
      tabs: withTab(state.tabs, { kind: 'customer', customerId }),
      activeTab: `customer:${customerId}`,
    })),
  openBill: (customerId, billId) =>
    set((state) => ({
      tabs: withTab(state.tabs, { kind: 'bill', customerId }),
      activeTab: `bill:${customerId}`,
      bills: billId === undefined ? state.bills : { ...state.bills, [customerId]: billId },
    })),
  chooseBill: (customerId, billId) => set((state) => ({ bills: { ...state.bills, [customerId]: billId } })),
  openNeedsYou: (commandId) =>
    set((state) => ({
      tabs: withTab(state.tabs, { kind: 'needsYou' }),
      activeTab: 'needsYou',
      needsYouItem: commandId ?? state.needsYouItem,
    })),
  show: (id) => set((state) => (state.tabs.some((tab) => tabId(tab) === id) ? { activeTab: id } : {})),
  close: (id) =>
    set((state) => {
      const at = state.tabs.findIndex((tab) => tabId(tab) === id)
      if (at <= 0) return {}
      const tabs = state.tabs.filter((_tab, index) => index !== at)
      const beside = tabs[Math.min(at, tabs.length - 1)] ?? home
      return { tabs, activeTab: state.activeTab === id ? tabId(beside) : state.activeTab }
    }),
  setStep: (caseId, step) => set((state) => ({ steps: { ...state.steps, [caseId]: step } })),
  sitDown: (userId) => {
    if (get().userId === userId) return
    // a form the former person left open is not the next one's
    useMatterStore.getState().close()
    set({ ...atStart, userId })
  },
}))

function withTab(tabs: readonly DeskTab[], tab: DeskTab): readonly DeskTab[] {
  return tabs.some((each) => tabId(each) === tabId(tab)) ? tabs : [...tabs, tab]
}
