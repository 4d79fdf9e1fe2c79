import { readFile } from 'node:fs/promises'
import { systemClock } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { atTerminal, putOnRecord } from '../db/put-on-record.ts'
import { importOutbox } from '../lease/import-outbox.ts'
import { revokeDevice, revokeUser } from '../lease/revoke.ts'
import { createLog } from '../log.ts'
import type { Settings } from './arguments.ts'
import { coreOver, openStore, systemIds } from './open-core.ts'
import { problemError, say } from './problem.ts'

/** `core revoke --device ID` or `--user LOGIN`: the next contact says so. Throws the problem REVOKE_UNKNOWN. */
export async function revoke(settings: Settings): Promise<void> {
  const { device, user } = settings
  if ((device === undefined) === (user === undefined)) throw problemError('ARGUMENT_WRONG', { argument: 'revoke' })
  const store = await openStore(settings.db, settings.key)
  try {
    const core = { store, clock: systemClock }
    const isDone = device === undefined ? await revokeUser(core, user ?? '') : await revokeDevice(core, device)
    if (!isDone) throw problemError('REVOKE_UNKNOWN', { who: device ?? user ?? '' })
    await putOnRecord(
      { ...core, ids: systemIds(systemClock) },
      {
        ...atTerminal,
        type: device === undefined ? 'core.revokeUser' : 'core.revokeDevice',
        touches: [device === undefined ? `user:${user}` : `device:${device}`],
        bodyHash: '',
      },
    )
    process.stdout.write(`${say(device === undefined ? 'core.userRevoked' : 'core.deviceRevoked')}\n`)
  } finally {
    await store.close()
  }
}

/** `core import-outbox FILE`: takes in what a revoked desk had not sent. Throws IMPORT_UNREADABLE or IMPORT_REFUSED. */
export async function importFile(settings: Settings): Promise<void> {
  const file = settings.file ?? ''
  const bytes = await readFile(file).catch(() => {
    throw problemError('IMPORT_UNREADABLE', { file })
  })
  const store: CoreStore = await openStore(settings.db, settings.key)
  try {
    const core = coreOver(store, { log: createLog(systemClock.now) })
    const imported = await importOutbox(core.runtime, bytes)
    if (!imported.ok) throw problemError('IMPORT_REFUSED', { file, reason: imported.error.code })
    const { held, known, wrong } = imported.value
    process.stdout.write(`${say('core.imported', { held, known, wrong })}\n`)
  } finally {
    await store.close()
  }
}
