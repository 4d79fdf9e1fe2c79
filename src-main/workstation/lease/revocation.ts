import { z } from 'zod'
import type { SignedText } from '#shared/domain/staff/lease.ts'
import { signedTextSchema } from '#shared/domain/staff/lease.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { isTextSigned } from '#shared/node/crypto.ts'
import { bugPlace } from '../bug-place.ts'
import type { Meta } from '../db/meta.ts'
import type { Log, Timers } from '../outside.ts'
import { startLoop } from '../sync/backoff.ts'
import type { Next } from '../sync/backoff.ts'
import type { CoreLine } from '../sync/core-client.ts'
import { askChallenge } from './device-session.ts'

export interface RevocationParts {
  readonly line: CoreLine
  readonly timers: Timers
  readonly log: Log
  readonly meta: Meta
  readonly deviceId: Id
  /** Writes the sealed file and gives its path; throws when the disk cannot take it. */
  readonly seal: () => string
  /** The file is safe: the keys of this desk go, and nothing here can be read any more. */
  readonly dropKeys: (file: string) => void
  readonly onChange: () => void
}

export interface Revocation {
  /** Somebody says that this desk is revoked: the core is asked, and must prove it. */
  readonly suspected: () => void
  /** The core has proved it: nothing is captured or sent any more. */
  readonly isRevoked: () => boolean
  /** Where what was not sent lies sealed, once it does. */
  readonly sealedFile: () => string | undefined
  readonly stop: () => Promise<void>
}

const againMs = 5_000
const saidSchema = z.object({ deviceId: z.string(), revokedAt: z.number() })

/**
 * The end of a revoked desk, in an order that a crash at any point may break off: the proof is kept, what was not sent is
 * sealed and on disk, and only then the keys go. A start begins again where it was left.
 */
export function createRevocation(parts: RevocationParts): Revocation {
  const { meta, log } = parts
  let file: string | undefined

  function isProof({ text, signature }: SignedText): boolean {
    const pinned = meta.get('core')
    if (!pinned || !isTextSigned(pinned.key, 'revocation', text, signature)) return false
    const said = saidSchema.safeParse(JSON.parse(text))
    return said.success && said.data.deviceId === parts.deviceId
  }

  const kept = meta.get('revoked')
  let isRevoked = kept !== undefined && isProof(kept)

  async function look(): Promise<Next> {
    if (file !== undefined) return { kind: 'idle' }
    if (!isRevoked) {
      const answer = await askChallenge(parts.line, { id: parts.deviceId })
      if (answer.kind === 'unreachable') return { kind: 'wait', ms: againMs }
      if (answer.kind === 'ok' || answer.code !== 'DEVICE_REVOKED') return { kind: 'idle' }
      const proof = signedTextSchema.safeParse(answer.details)
      if (!proof.success || !isProof(proof.data)) {
        log('revocation without proof')
        return { kind: 'idle' }
      }
      meta.set('revoked', proof.data)
      isRevoked = true
      log('desk revoked')
      parts.onChange()
    }
    try {
      file = parts.seal()
    } catch (error) {
      log('outbox not sealed', { error: bugPlace(error) })
      return { kind: 'wait', ms: againMs }
    }
    log('outbox sealed')
    parts.dropKeys(file)
    parts.onChange()
    return { kind: 'idle' }
  }

  const loop = startLoop(parts.timers, look, (error) => log('revocation bug', { error: bugPlace(error) }))
  if (isRevoked) loop.wake()
  return { suspected: loop.wake, isRevoked: () => isRevoked, sealedFile: () => file, stop: loop.stop }
}
