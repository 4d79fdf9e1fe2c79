import { create } from 'zustand'
import type { Story } from '#shared/domain/interaction/guide.ts'

/** Whether the guide stands open, and which of its stories. */
interface GuideState {
  readonly isOpen: boolean
  readonly story: Story | null
  readonly toggle: () => void
  readonly setOpen: (isOpen: boolean) => void
  readonly show: (story: Story | null) => void
}

export const useGuideStore = create<GuideState>()((set) => ({
  isOpen: false,
  story: null,
  toggle: () => set((state) => ({ isOpen: !state.isOpen })),
  setOpen: (isOpen) => set({ isOpen }),
  show: (story) => set({ story }),
}))
