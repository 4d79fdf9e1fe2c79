import type { Startup } from '#shared/contract/desk.ts'
import type { CacheReport } from './sync/cache-protocol.ts'

type Step = Startup['steps'][number]
export type LaunchStep = Pick<Step, 'step' | 'state' | 'done' | 'of' | 'tookMs'>

export interface StartupMachine {
  readonly startup: () => Startup
  readonly set: (step: LaunchStep) => void
  readonly progress: (report: Extract<CacheReport, { kind: 'progress' }>) => void
  /** The core answers, whoever started it. */
  readonly coreAnswers: () => void
  /** A whole cache is there. */
  readonly ready: () => void
}

/** The four steps of a first start; `isReady` when this machine holds a mirror, from an earlier start or this one. */
export function createStartup(isReady: boolean, onChange: () => void): StartupMachine {
  const begin = isReady ? 'done' : 'waits'
  const steps = new Map<Step['step'], Step>([
    ['build', { step: 'build', state: 'done', done: 1, of: 1, tookMs: null }],
    ['core', { step: 'core', state: 'waits', done: 0, of: 0, tookMs: null }],
    ['sync', { step: 'sync', state: begin, done: 0, of: 0, tookMs: null }],
    ['index', { step: 'index', state: begin, done: 0, of: 0, tookMs: null }],
  ])
  let ready = isReady

  function set(step: LaunchStep): void {
    steps.set(step.step, step)
    onChange()
  }
  return {
    startup: () => ({
      steps: [...steps.values()],
      isReady: ready,
      problem: steps.get('core')?.state === 'failed' ? { key: 'startup.problem.CORE_FAILED', params: {} } : null,
    }),
    set,
    progress: ({ step, done, of, tookMs, isDone }) => {
      if (ready) return
      set({ step, state: isDone ? 'done' : 'runs', done, of, tookMs: isDone ? tookMs : null })
    },
    coreAnswers: () => {
      if (steps.get('core')?.state !== 'done') set({ step: 'core', state: 'done', done: 1, of: 1, tookMs: null })
    },
    ready: () => {
      if (ready) return
      ready = true
      for (const step of ['sync', 'index'] as const) {
        const at = steps.get(step)
        if (at) steps.set(step, { ...at, state: 'done' })
      }
      onChange()
    },
  }
}
