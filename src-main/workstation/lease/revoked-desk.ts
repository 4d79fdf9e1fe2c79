import type { Reply } from '#shared/contract/procedures.ts'

/** What a revoked desk may still be asked: what the sign-in page shows. */
const open: ReadonlySet<string> = new Set(['desk.status', 'staff.people'])

/**
 * Answers in place of the service once this desk is revoked: nobody is signed in, the start page says where the file is,
 * and nothing else works. Undefined for what is answered as before.
 */
export function revokedReply(name: string, folder: string, file: string | undefined): Reply | undefined {
  if (open.has(name)) return undefined
  if (name === 'staff.session') return { ok: true, value: { session: null, left: null } }
  if (name !== 'desk.startup') return { ok: false, error: { code: 'DEVICE_REVOKED' } }
  const problem =
    file === undefined
      ? { key: 'startup.problem.DEVICE_REVOKED_OPEN', params: { folder } }
      : { key: 'startup.problem.DEVICE_REVOKED', params: { file } }
  return { ok: true, value: { steps: [], isReady: false, problem } }
}
