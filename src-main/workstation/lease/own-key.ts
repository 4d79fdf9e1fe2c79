import type { Log } from '../outside.ts'
import type { CoreLine } from '../sync/core-client.ts'
import type { DeviceIdentity } from './device-session.ts'
import { askDeviceToken } from './device-session.ts'

/** The desk's own sign-in, for what waits when nobody's is good: each command is judged by its own actor all the same. */
export interface OwnKey {
  readonly token: () => string | undefined
  /** Asks the core for a token unless there is one; false when it cannot be had now. */
  readonly ask: () => Promise<boolean>
  readonly drop: () => void
}

/** Over a line to the core. `onRevoked`: the core says that this desk is revoked; it has still to prove it. */
export function createOwnKey(parts: {
  readonly line: CoreLine
  readonly device: DeviceIdentity
  readonly log: Log
  readonly onRevoked: () => void
}): OwnKey {
  let token: string | undefined
  return {
    token: () => token,
    ask: async () => {
      if (token !== undefined) return true
      const answer = await askDeviceToken(parts.line, parts.device)
      if (answer.kind === 'ok') token = answer.value
      if (answer.kind === 'refused') {
        parts.log('desk’s own sign-in refused', { code: answer.code })
        if (answer.code === 'DEVICE_REVOKED') parts.onRevoked()
      }
      return token !== undefined
    },
    drop: () => {
      token = undefined
    },
  }
}
