import type { CoreStore } from '#core/db/open-core-database.ts'
import { createBlocks } from '#core/jobs/blocks.ts'
import { createDecisions } from '#core/jobs/decisions.ts'
import { createHolds } from '#core/jobs/holds.ts'
import { createProvisioning } from '#core/jobs/provisioning.ts'
import { createTombstones } from '#core/jobs/tombstones.ts'
import type { Core, CoreOptions } from '#core/server.ts'
import { createCore } from '#core/server.ts'
import { builtInBureau } from '#core/slices/credit/built-in-bureau.ts'
import { handlers } from '#core/slices/index.ts'
import type { HandlerMap } from '#core/sync/handler-map.ts'
import type { Reached } from '#shared/node/crash-points.ts'

export interface CoreProgramOptions extends Pick<CoreOptions, 'clock' | 'timers' | 'ids' | 'pageRows'> {
  readonly store: CoreStore
  readonly reached: Reached
  /** The word that makes a step's handler fail; '' for none. */
  readonly poison: () => string
  /** The core takes itself for a copy of which nobody told it. */
  readonly onUnsaidRestore: () => void
}

/** The core as its program puts it together, all jobs included, over what the simulation hands in. */
export function coreProgram({ store, clock, timers, ids, reached, poison, ...rest }: CoreProgramOptions): Core {
  // twenty looks a second would be most of a virtual day's work
  const seldom = {
    after: (ms: number, run: () => void | Promise<void>) => timers.after(Math.max(ms, 5_000), run),
  }
  const background = { core: store, clock, timers: seldom, onProblem: () => undefined }
  return createCore({
    db: store,
    clock,
    timers,
    ids,
    services: { bureau: builtInBureau(store.db) },
    handlers: poisoned(poison),
    reached,
    pageRows: rest.pageRows,
    jobs: [
      createProvisioning(background),
      createHolds(background),
      createDecisions(background),
      createBlocks(background),
      createTombstones(background),
    ],
    log: (_level, event) => {
      if (event === 'core.restoredUnsaid') rest.onUnsaidRestore()
    },
  })
}

/** The real handlers; a step whose note holds the poison makes its handler fail, as a bug of ours would. */
function poisoned(word: () => string): HandlerMap {
  const type = 'interaction.saveCaseStep'
  const real = handlers[type]
  return {
    ...handlers,
    [type]: {
      ...real,
      run: (context, body, prepared) => {
        if (word() !== '' && body.note.includes(word())) throw new Error('poisoned')
        return real.run(context, body, prepared)
      },
    } satisfies HandlerMap[typeof type],
  }
}
