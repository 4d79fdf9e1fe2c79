import { isProcedure, procedures } from '#shared/contract/procedures.ts'
import type { Reply } from '#shared/contract/procedures.ts'
import type { CarriedEvent, Carrier } from './carrier.ts'

interface Call {
  readonly name: string
  readonly input: unknown
  readonly answer: (reply: Reply) => void
  isSent: boolean
}

type Incoming =
  | { readonly ticket: string }
  | { readonly id: number; readonly reply: Reply }
  | { readonly event: CarriedEvent }

/** What of a browser's tab the socket needs. */
export interface Tab {
  readonly openSocket: (path: string) => WebSocket
  readonly tickets: Pick<Storage, 'getItem' | 'setItem'>
  /** The one-time token, taken out of the address so that it stays out of the history. */
  readonly takeToken: () => string | null
  /** Goes to the host's page that says how to get a new link. */
  readonly leave: () => void
}

/** The host closes with it when neither token nor ticket is good. */
const refusedCode = 4401
const ticketKey = 'linedesk.ticket'
const waitsMs = [250, 500, 1000, 2000, 4000] as const
const failed: Reply = { ok: false, error: { code: 'INTERNAL' } }

/**
 * Carries calls over a WebSocket to the web host. The token in the address's hash works once; the ticket that the host
 * gives for it is kept for this tab, so that a reload or a lost connection finds its way back.
 * While the host is away calls wait; a query under way is asked again, a command under way is answered INTERNAL,
 * because nobody knows whether it was done.
 */
export function socketCarrier(tab: Tab = thisTab()): Carrier {
  const calls = new Map<number, Call>()
  const eventListeners = new Set<(event: CarriedEvent) => void>()
  const connectionListeners = new Set<(isConnected: boolean) => void>()
  let socket: WebSocket | undefined
  let isOpen = false
  let last = 0
  let tries = 0
  connect()
  return {
    call: (name, input) =>
      new Promise((answer) => {
        last += 1
        calls.set(last, { name, input, answer, isSent: false })
        flush()
      }),
    onEvent: (listener) => listen(eventListeners, listener),
    onConnection: (listener) => {
      listener(isOpen)
      return listen(connectionListeners, listener)
    },
  }

  function connect(): void {
    const token = tab.takeToken()
    const next = tab.openSocket('/bridge')
    socket = next
    next.onopen = () => next.send(JSON.stringify(token ? { token } : { ticket: tab.tickets.getItem(ticketKey) ?? '' }))
    // as: the host is our own program, started together with this page
    next.onmessage = (message) => receive(JSON.parse(String(message.data)) as Incoming)
    next.onclose = ({ code }) => {
      if (code === refusedCode) return tab.leave()
      setOpen(false)
      for (const [id, call] of calls) lose(id, call)
      setTimeout(connect, waitsMs[Math.min(tries, waitsMs.length - 1)])
      tries += 1
    }
  }

  function receive(message: Incoming): void {
    if ('ticket' in message) {
      tab.tickets.setItem(ticketKey, message.ticket)
      tries = 0
      setOpen(true)
      flush()
    } else if ('event' in message) {
      for (const listener of eventListeners) listener(message.event)
    } else {
      calls.get(message.id)?.answer(message.reply)
      calls.delete(message.id)
    }
  }

  function flush(): void {
    if (!isOpen) return
    for (const [id, call] of calls) {
      if (call.isSent) continue
      call.isSent = true
      socket?.send(JSON.stringify({ id, name: call.name, input: call.input }))
    }
  }

  function lose(id: number, call: Call): void {
    if (!call.isSent) return
    if (isProcedure(call.name) && procedures[call.name].kind === 'query') call.isSent = false
    else {
      calls.delete(id)
      call.answer(failed)
    }
  }

  function setOpen(next: boolean): void {
    if (isOpen === next) return
    isOpen = next
    for (const listener of connectionListeners) listener(isOpen)
  }
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function thisTab(): Tab {
  return {
    openSocket: (path) => new WebSocket(`ws://${location.host}${path}`),
    tickets: sessionStorage,
    takeToken: () => {
      const token = new URLSearchParams(location.hash.slice(1)).get('token')
      if (token) history.replaceState(null, '', location.pathname)
      return token
    },
    leave: () => location.replace('/link-used'),
  }
}
