import type { ErrorOf, EventName, EventOf, InputOf, OutputOf, ProcedureName } from '#shared/contract/procedures.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import type { Carrier } from './carrier.ts'

/** Calls a procedure of the desk. Refusals come as values; it waits while the desk's host is away, and never throws. */
export async function call<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
): Promise<Result<OutputOf<N>, Refusal<ErrorOf<N>>>> {
  const reply = await (await carrier()).call(name, input)
  // as: the desk parsed its output with this procedure's own schema before it answered
  return reply as Result<OutputOf<N>, Refusal<ErrorOf<N>>>
}

/** Listens to what the desk tells without being asked; gives how to stop. */
export function subscribe<E extends EventName>(event: E, listener: (payload: EventOf<E>) => void): () => void {
  return attach((source) =>
    source.onEvent(({ name, payload }) => {
      if (name === event) listener(payload as EventOf<E>) // as: parsed by the desk before it was sent
    }),
  )
}

/** Follows whether the desk's host can be reached. In Electron it always can; in a browser it may be gone. */
export function watchConnection(listener: (isConnected: boolean) => void): () => void {
  return attach((source) => source.onConnection?.(listener) ?? nothing)
}

let found: Promise<Carrier> | undefined

/** The preload's bridge, or a socket where there is none; its code is loaded only then. */
function carrier(): Promise<Carrier> {
  found ??= window.linedesk
    ? Promise.resolve(window.linedesk)
    : import('./socket-carrier.ts').then(({ socketCarrier }) => socketCarrier())
  return found
}

function attach(start: (source: Carrier) => () => void): () => void {
  let stop = nothing
  let isStopped = false
  void carrier().then((source) => {
    if (!isStopped) stop = start(source)
  })
  return () => {
    isStopped = true
    stop()
  }
}

function nothing(): void {}
