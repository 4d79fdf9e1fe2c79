import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { beforeLeaving } from '#renderer/app/before-leaving.ts'
import { invalidateTopics } from '#renderer/app/queries.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { sameFields } from '#renderer/app/case-step.ts'
import { call } from '#renderer/bridge/client.ts'
import type { InputOf } from '#shared/contract/procedures.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { SaleStep, StepFields } from '#shared/domain/interaction/steps.ts'
import { saleStepSchema, saleSteps } from '#shared/domain/interaction/steps.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { type Refusal, type Result, refuse } from '#shared/kernel/result.ts'
import { createAutosave } from './autosave.ts'
import { type Typed, useTypingStore } from './typing.store.ts'

/** The fields of a case as the screen shows them, and how they are changed and saved. */
export interface CaseFields {
  readonly all: StepFields
  readonly note: string
  readonly change: <S extends SaleStep>(step: S, patch: Partial<StepFields[S]>) => void
  readonly changeNote: (note: string) => void
  readonly save: (part: SaleStep | 'note') => void
  /** Saves every part of the case; false when the desk refused one. */
  readonly flush: () => Promise<boolean>
  /** A step was finished: what stood here for it is the desk's now. */
  readonly settle: (step: SaleStep) => void
  readonly isChanged: (step: SaleStep) => boolean
  readonly notSaved: Refusal | undefined
}

/** What the desk has of a case, under what is being typed: kept until the desk has shown it back. */
export function useCaseFields(caseId: Id, view: CaseView): CaseFields {
  const typed = useTypingStore((state) => state.typed)
  const changed = useTypingStore((state) => state.changed)
  const notSaved = useTypingStore((state) => state.notSaved)
  // while another desk writes, the fields are those on record: what was typed here stands beside them
  const all = useMemo(() => (view.writer.isHere ? overlaid(caseId, view, typed) : view.fields), [caseId, view, typed])
  const typedNote = typed[keyOf(caseId, 'note')]?.fields['note']
  // what a panel does after waiting for the desk builds on what the desk holds by then, not on the render it began in
  const newest = useRef(view)
  useLayoutEffect(() => {
    newest.current = view
  })

  useEffect(() => dropSeen(caseId, view), [caseId, view, typed])
  useEffect(
    () => () => {
      autosave.flushAll()
      parkIfClosed(caseId)
    },
    [caseId],
  )

  const put = useCallback(
    (part: SaleStep | 'note', fields: Typed['fields']) => {
      useTypingStore.getState().put(keyOf(caseId, part), fields)
      autosave.touch(keyOf(caseId, part))
    },
    [caseId],
  )
  return {
    all,
    note: typeof typedNote === 'string' && view.writer.isHere ? typedNote : view.note,
    // the newest text, not the one of the last render: two changes in one event both count
    change: (step, patch) =>
      put(step, {
        ...overlaid(caseId, newest.current, useTypingStore.getState().typed)[step],
        ...patch,
      } as Typed['fields']), // as: fields of a step are plain JSON
    changeNote: (note) => put('note', { note }),
    save: (part) => void autosave.flush(keyOf(caseId, part)),
    flush: async () => {
      const keys = parts.map((part) => keyOf(caseId, part))
      return (await Promise.all(keys.map(autosave.flush))).every((isSaved) => isSaved)
    },
    settle: (step) => {
      const { drop, finished } = useTypingStore.getState()
      drop(keyOf(caseId, step))
      finished(keyOf(caseId, step))
    },
    isChanged: (step) => changed[keyOf(caseId, step)] === true,
    notSaved: parts.map((part) => notSaved[keyOf(caseId, part)]).find((refusal) => refusal !== undefined),
  }
}

const parts = [...saleSteps, 'note'] as const

function keyOf(caseId: Id, part: SaleStep | 'note'): string {
  return `${caseId}:${part}`
}

function overlaid(caseId: Id, view: CaseView, typed: Readonly<Record<string, Typed>>): StepFields {
  const over = saleSteps.flatMap((step) => {
    const fields = typed[keyOf(caseId, step)]?.fields
    return fields ? [[step, fields] as const] : []
  })
  return { ...view.fields, ...Object.fromEntries(over) }
}

/** Lets go of what the desk holds: the same text, or something newer than what was saved from here. */
function dropSeen(caseId: Id, view: CaseView): void {
  const { typed, drop } = useTypingStore.getState()
  for (const part of parts) {
    const mine = typed[keyOf(caseId, part)]
    if (!mine || mine.savedAt === null) continue
    const held = part === 'note' ? { note: view.note } : view.fields[part]
    if (!view.writer.isHere || sameFields(held, mine.fields) || (view.fieldsSavedAt ?? 0) > mine.savedAt)
      drop(keyOf(caseId, part))
  }
}

/** A case whose tab was closed is parked: what is typed in it travels. One that is merely behind another stays as it is. */
function parkIfClosed(caseId: Id): void {
  const { tabs, userId } = useDeskStore.getState()
  if (userId === null || tabs.some((tab) => tab.kind === 'case' && tab.caseId === caseId)) return
  void call('interaction.parkCase', { caseId }).catch(() => undefined)
}

const autosave = createAutosave<Typed['fields']>({
  unsaved: (key) => {
    const mine = useTypingStore.getState().typed[key]
    return mine && mine.savedAt === null ? mine.fields : undefined
  },
  keys: () => Object.keys(useTypingStore.getState().typed),
  save: saveThere,
  onSaved: (key, fields, savedAt) => {
    useTypingStore.getState().saved(key, fields, savedAt)
    void invalidateTopics(['interaction'])
  },
  onRefused: (key, refusal) => useTypingStore.getState().refused(key, refusal),
  delayMs: 300,
  retryMs: ({ code }) => (code === 'CASE_CLOSED' || code === 'CASE_UNKNOWN' ? undefined : 2_000),
})

window.addEventListener('pagehide', () => autosave.flushAll())
beforeLeaving(() => Promise.all(Object.keys(useTypingStore.getState().typed).map(autosave.flush)))

async function saveThere(key: string, fields: Typed['fields']): Promise<Result<{ readonly savedAt: number }>> {
  const [caseId = '', part = ''] = key.split(':')
  try {
    if (part === 'note') return await call('interaction.saveNote', { caseId, note: String(fields['note'] ?? '') })
    // as: nobody writes into it on the way; the schema's type only lacks readonly
    const plain = fields as InputOf<'interaction.saveDraft'>['fields']
    return await call('interaction.saveDraft', { caseId, step: saleStepSchema.parse(part), fields: plain })
  } catch {
    return refuse('INTERNAL')
  }
}
