import { useEffect, useState } from 'react'
import type { CallView } from '#shared/domain/phone/contract.ts'
import { type DeskCommand, useDesk, useDeskCommand } from './queries.ts'

/** The call at this desk; undefined when there is none. */
export function useCall(): CallView | undefined {
  return useDesk('phone.currentCall', {}).data?.view ?? undefined
}

/**
 * The note of the call where no case is open, saved at each key: a call may end at any of them. Off while nobody is on the
 * line; in a case the note is the case's own pad.
 */
export function useCallNote(): CallNote {
  const call = useCall()
  const save = useDeskCommand('phone.saveNote')
  const contactId = call?.call.contactId
  const [typed, setTyped] = useState<{ readonly contactId: string; readonly text: string }>()
  const isOff = call === undefined || call.call.state === 'ringing' || call.call.caseId !== null
  const mine = typed !== undefined && typed.contactId === contactId ? typed.text : undefined
  return {
    isOff,
    refusal: isOff ? undefined : save.refusal,
    text: isOff ? '' : (mine ?? call.call.note),
    change: (note) => {
      if (isOff || contactId === undefined) return
      setTyped({ contactId, text: note })
      void save.run({ note })
    },
  }
}

export interface CallNote {
  readonly isOff: boolean
  /** Why the last key was not saved. */
  readonly refusal: DeskCommand<'phone.saveNote'>['refusal']
  readonly text: string
  readonly change: (note: string) => void
}

/** The time now, told again every second while it is asked for. */
export function useSeconds(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const tell = (): void => setNow(Date.now())
    const first = setTimeout(tell)
    const timer = setInterval(tell, 1000)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [isRunning])
  return now
}
