import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { InputOf, OutputOf, ServiceProcedureName } from '#shared/contract/procedures.ts'
import { makePaper } from '#shared/node/make-paper.ts'
import type { Workstation, WorkstationOptions } from './workstation.ts'
import { createWorkstation } from './create-workstation.ts'
import { deskHandlers } from './slices/index.ts'
import { cacheWriterInline } from './sync/spawn-cache-writer.ts'
import { systemClock, systemTimers } from './system.ts'
import { testKey } from './test-desk.ts'

export interface TestWorkstation extends Workstation {
  /** Calls and gives the value; throws the code of a refusal. */
  readonly ask: <N extends ServiceProcedureName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>
  /** Waits until something is so; throws after fifteen seconds with what was last seen. */
  readonly until: <T>(look: () => Promise<T> | T, isSo: (seen: T) => boolean) => Promise<T>
  readonly signIn: (role: string) => Promise<void>
}

/** For tests: a workstation on real files, its cache writer on the same thread unless told otherwise. */
export function openTestWorkstation(folder: string, overrides: Partial<WorkstationOptions> = {}): TestWorkstation {
  const log: WorkstationOptions['log'] = (event, facts) => {
    if (process.env['LINEDESK_LOG'] === '1') process.stderr.write(`${event} ${JSON.stringify(facts)}\n`)
  }
  const outside = { fetch: globalThis.fetch, clock: systemClock, timers: systemTimers, random: randomBytes, log }
  const workstation = createWorkstation({
    folder,
    key: testKey,
    version: '0.0.0',
    ...outside,
    spawnCacheWriter: cacheWriterInline({ ...outside, ...(overrides.fetch ? { fetch: overrides.fetch } : {}) }),
    makePdf: (facts) => makePaper(facts, resolve(import.meta.dirname, '../../resources/fonts')),
    handlers: deskHandlers,
    ...overrides,
  })
  const ask: TestWorkstation['ask'] = async (name, input) => {
    const reply = await workstation.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value as OutputOf<typeof name> // the door has parsed it by this very procedure
  }
  const until: TestWorkstation['until'] = async (look, isSo) => {
    const end = performance.now() + 15_000
    for (;;) {
      const seen = await look()
      if (isSo(seen)) return seen
      if (performance.now() > end) throw new Error(`not so after 15 s: ${JSON.stringify(seen)}`)
      await new Promise((next) => setTimeout(next, 20))
    }
  }
  return {
    ...workstation,
    ask,
    until,
    signIn: async (role) => {
      const { people } = await until(
        () => ask('staff.people', {}),
        (seen) => seen.people.length > 0,
      )
      const tile = people.find((person) => person.role === role)
      await ask('staff.signIn', { tile: tile?.userId ?? '' })
    },
  }
}
