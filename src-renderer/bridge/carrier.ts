import type { Reply } from '#shared/contract/procedures.ts'

/** What carries calls to the desk and its events back: Electron's preload, or a socket to the web host. */
export interface Carrier {
  readonly call: (name: string, input: unknown) => Promise<Reply>
  readonly onEvent: (listener: (event: CarriedEvent) => void) => () => void
  /** Tells whether the desk's host can be reached, now and at each change. In Electron it always can. */
  readonly onConnection?: (listener: (isConnected: boolean) => void) => () => void
}

export interface CarriedEvent {
  readonly name: string
  readonly payload: unknown
}

declare global {
  interface Window {
    /** Set by the preload script; absent in a browser. */
    readonly linedesk?: Carrier
  }
}
