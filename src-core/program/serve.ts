import type { FastifyInstance } from 'fastify'
import { createManualClock, systemClock, systemTimers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { failureCode } from '../db/failure.ts'
import { clockRoutes } from '../http/routes-clock.ts'
import type { Log } from '../log.ts'
import { createLog } from '../log.ts'
import type { Core } from '../server.ts'
import { builtInBureau } from '../slices/credit/built-in-bureau.ts'
import { handlers } from '../slices/index.ts'
import { prepareStories } from '../stories/prepare-stories.ts'
import { beginRun } from '../sync/begin-run.ts'
import { firstScope, policiesOf } from '../sync/market.ts'
import type { Settings } from './arguments.ts'
import { billedInTime, makeDemoBills } from './demo-bills.ts'
import { setDemoPassword } from './demo-password.ts'
import { coreOver, openStore, systemIds } from './open-core.ts'
import { hasParent, tellParent } from './parent.ts'
import { problemError, say } from './problem.ts'
import { fillWhenEmpty } from './seed-market.ts'

/** Serves the core until the process is told to end or its starter is gone. Throws what keeps it from starting. */
export async function serve(settings: Settings): Promise<void> {
  const store = await openStore(settings.db, settings.key)
  try {
    if (settings.isDemo) await fillWhenEmpty(store, settings)
    if (settings.demoPassword !== undefined && (await isDemonstration(store)))
      await setDemoPassword(store, settings.demoPassword)
    const manual = settings.isClockManual ? createManualClock(systemClock.now()) : undefined
    const { clock, timers } = manual ?? { clock: systemClock, timers: systemTimers }
    const log = createLog(systemClock.now)
    if (settings.hasStories) await tellStories(store, log)
    const core = coreOver(store, { clock, timers, bureauUrl: settings.bureauUrl, usageToken: settings.usageToken, log })
    if (manual) clockRoutes(core.app, manual)
    await beginRun(store)
    const port = await listen(core.app, settings)
    core.startJobs()
    endWithTheProcess(core)
    if (settings.isDemo) makeBills(store, log)
    log('info', 'core.listening', { port })
    if (!hasParent()) process.stdout.write(`${say('core.listening', { address: `http://${settings.host}:${port}` })}\n`)
    tellParent({ type: 'listening', port })
  } catch (error) {
    await store.close()
    throw error
  }
}

/** The guide's cases; a demonstration without them is one all the same. */
async function tellStories(store: CoreStore, log: Log): Promise<void> {
  const clock = systemClock
  const services = { bureau: builtInBureau(store.db) }
  try {
    await prepareStories({ store, clock, ids: systemIds(clock), services, handlers, log, reached: () => undefined })
  } catch (error) {
    log('error', 'stories.failed', { reason: error instanceof Error ? error.message : 'unknown' })
  }
}

/** The bills of a demonstration, once its desks can come: nobody waits for them, and what is broken off goes on next time. */
function makeBills(store: CoreStore, log: Log): void {
  makeDemoBills(store, billedInTime, true).catch((error: unknown) => {
    log('info', 'bills.brokenOff', { reason: error instanceof Error ? error.name : 'unknown' })
  })
}

async function isDemonstration(store: CoreStore): Promise<boolean> {
  const scope = await firstScope(store.db)
  const policies = scope === undefined ? undefined : await policiesOf(store.db, scope)
  return policies?.market.isDemonstration ?? false
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<number> {
  try {
    const address = new URL(await app.listen({ host, port }))
    return Number(address.port)
  } catch (error) {
    const code = failureCode(error)
    // a port below 1024 may be somebody else's too: another one is the way on in both cases
    if (code === 'EADDRINUSE' || code === 'EACCES') throw problemError('PORT_TAKEN', { port })
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw problemError('ARGUMENT_WRONG', { argument: `--host ${host}` })
    throw error
  }
}

function endWithTheProcess(core: Core): void {
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    core.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  process.on('disconnect', end)
}
