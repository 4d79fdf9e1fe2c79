import { verifyAudit } from '../db/verify-audit.ts'
import type { Settings } from './arguments.ts'
import { openStore } from './open-core.ts'
import { say } from './problem.ts'

/**
 * `core audit verify`: walks the audit's chain to its head and says that it is whole, or names the first link that does
 * not fit and leaves exit code 1.
 */
export async function checkAudit(settings: Settings): Promise<void> {
  const store = await openStore(settings.db, settings.key)
  try {
    const { rows, head, broken } = await verifyAudit(store)
    if (broken) {
      process.exitCode = 1
      const { sequence, id, what } = broken
      process.stderr.write(`${say(`core.auditBroken.${what}`, { sequence, id: id === '' ? '-' : id })}\n`)
    } else process.stdout.write(`${say('core.auditWhole', { rows, head })}\n`)
  } finally {
    await store.close()
  }
}
