import type { CommandBody, CommandRefusal, CommandType } from '#shared/contract/commands.ts'
import type { Answer, HandlerContext, PrepareContext } from './handler.ts'

/**
 * One handler for every type of command: the compiler refuses a missing one. `slices/index.ts` fills it. What a handler
 * prepares is its own matter (`never` accepts any type of it): the machinery only carries it from prepare() to run().
 */
export type HandlerMap = {
  readonly [T in CommandType]: {
    readonly prepare?: (context: PrepareContext, body: CommandBody<T>) => Promise<unknown>
    readonly run: (context: HandlerContext, body: CommandBody<T>, prepared: never) => Promise<Answer<CommandRefusal<T>>>
  }
}

/** A handler as the machinery sees it: a body that was parsed with the same type's schema goes in. */
export interface AnyHandler {
  readonly prepare?: (context: PrepareContext, body: unknown) => Promise<unknown>
  readonly run: (context: HandlerContext, body: unknown, prepared: unknown) => Promise<Answer<string>>
}

/** The handler of a type, with its types forgotten. */
export function handlerOf(handlers: HandlerMap, type: CommandType): AnyHandler {
  // the body is parsed by the definition of this very type, and `prepared` comes from the same handler's prepare()
  return handlers[type] as unknown as AnyHandler
}
