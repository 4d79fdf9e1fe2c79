import type { Reply } from '#shared/contract/procedures.ts'
import { serviceProcedures } from '#shared/contract/procedures.ts'
import type { DeskEvent } from './changes.ts'
import type { CorePlace, Workstation } from './workstation.ts'
import type { Log, Timers } from './outside.ts'
import type { LaunchStep } from './startup.ts'
import type { StorageProblem } from './storage-problem.ts'
import { storageProblemOf } from './storage-problem.ts'

const againMs = 2_000

/** What can pass by itself: another program ends, room is made, a backup lets go. A key does not come back by waiting. */
const passing: readonly StorageProblem[] = ['IN_USE', 'FILE_LOCKED', 'DISK_FULL', 'FOLDER_READ_ONLY', 'STORAGE_FAILED']

/**
 * Opens the desk, or stands in for it while its files cannot be opened: the start page says why, everything else is
 * refused, nothing is deleted or made anew. What can pass is tried again every two seconds; an outbox that breaks while
 * it is open is opened anew, which mends it. Throws bugs only.
 */
export function openPatiently(
  open: (onDamaged: () => void) => Workstation,
  outside: { readonly folder: string; readonly timers: Timers; readonly log: Log },
): Workstation {
  const listeners = new Set<(event: DeskEvent) => void>()
  const steps = new Map<LaunchStep['step'], LaunchStep>()
  let place: CorePlace | undefined
  let desk: Workstation | undefined
  let problem: StorageProblem | undefined
  let cancel = (): void => undefined
  tryOpen()

  function tryOpen(): void {
    try {
      const opened = open(openAnew)
      desk = opened
      opened.onEvent(tell)
      for (const step of steps.values()) opened.setStartup(step)
      if (place) opened.setCore(place)
      if (problem) tell({ name: 'changed', payload: { topics: allTopics } })
    } catch (error) {
      const found = storageProblemOf(error)
      if (found === undefined) throw error
      if (found !== problem) outside.log('files cannot be opened', { problem: found })
      problem = found
      if (passing.includes(found)) cancel = outside.timers.after(againMs, tryOpen)
    }
  }

  /** A page of the outbox broke under the running desk: a start looks at every page and mends it. */
  function openAnew(): void {
    const damaged = desk
    if (!damaged) return
    desk = undefined
    problem = 'STORAGE_FAILED'
    outside.log('outbox damaged', {})
    void damaged
      .close()
      .catch(() => undefined)
      .then(tryOpen)
  }

  function tell(event: DeskEvent): void {
    for (const listener of listeners) listener(event)
  }

  function whileClosed(name: string): Reply {
    const key = `startup.problem.${problem === 'KEY_WRONG' ? 'KEY_LOST' : (problem ?? 'STORAGE_FAILED')}`
    const said = { key, params: { folder: outside.folder } }
    if (name === 'desk.startup') return { ok: true, value: { steps: [], isReady: false, problem: said } }
    return { ok: false, error: { code: 'STORAGE_FAILED' } }
  }

  return {
    call: (name, input) => desk?.call(name, input) ?? Promise.resolve(whileClosed(name)),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setCore: (next) => {
      place = next
      desk?.setCore(next)
    },
    setStartup: (step) => {
      steps.set(step.step, step)
      desk?.setStartup(step)
    },
    close: async () => {
      cancel()
      await desk?.close()
    },
  }
}

const allTopics = [...new Set(Object.keys(serviceProcedures).map((name) => name.split('.')[0] ?? ''))]
