import { create } from 'zustand'

/** The answer that is read beside the work. */
interface KnowledgeState {
  readonly openId: string | null
  readonly show: (id: string | null) => void
}

export const useKnowledgeStore = create<KnowledgeState>()((set) => ({
  openId: null,
  show: (openId) => set({ openId }),
}))
