import { create } from 'zustand'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/** What is typed and not yet seen back from the desk; `savedAt` is when the desk took exactly this. */
export interface Typed {
  readonly fields: Readonly<Record<string, Json>>
  readonly savedAt: number | null
}

/** Screen state of the open cases: no answer of the desk ever writes over what stands here. Keys are `caseId:part`. */
interface TypingState {
  readonly typed: Readonly<Record<string, Typed>>
  /** Parts changed since they were last finished. */
  readonly changed: Readonly<Record<string, boolean>>
  /** Why the last save of a part was refused; the text stays. */
  readonly notSaved: Readonly<Record<string, Refusal>>
  readonly put: (key: string, fields: Typed['fields']) => void
  readonly saved: (key: string, fields: Typed['fields'], savedAt: number) => void
  readonly refused: (key: string, refusal: Refusal) => void
  /** Lets go of what the desk is known to hold. */
  readonly drop: (key: string) => void
  readonly finished: (key: string) => void
}

export const useTypingStore = create<TypingState>()((set) => ({
  typed: {},
  changed: {},
  notSaved: {},
  put: (key, fields) =>
    set((state) => ({
      typed: { ...state.typed, [key]: { fields, savedAt: null } },
      changed: { ...state.changed, [key]: true },
    })),
  saved: (key, fields, savedAt) =>
    set((state) => {
      const notSaved = without(state.notSaved, key)
      if (state.typed[key]?.fields !== fields) return { notSaved }
      return { notSaved, typed: { ...state.typed, [key]: { fields, savedAt } } }
    }),
  refused: (key, refusal) => set((state) => ({ notSaved: { ...state.notSaved, [key]: refusal } })),
  drop: (key) => set((state) => ({ typed: without(state.typed, key) })),
  finished: (key) => set((state) => ({ changed: without(state.changed, key) })),
}))

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = record
  return rest
}
