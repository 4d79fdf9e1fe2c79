import { palette } from '#renderer/ui/palette-shell.tsx'
import { finishBeforeLeaving } from './before-leaving.ts'
import { useDeskCommand } from './queries.ts'

/** Leaves the desk with everything typed saved: locked, to come back to, or signed out. */
export function useLeave(): { readonly lock: () => void; readonly signOut: () => void } {
  const lock = useDeskCommand('staff.lock')
  const signOut = useDeskCommand('staff.signOut')
  return {
    lock: () => leave(() => lock.run({})),
    signOut: () => leave(() => signOut.run({})),
  }
}

function leave(run: () => Promise<unknown>): void {
  palette.close()
  void finishBeforeLeaving().then(run)
}
