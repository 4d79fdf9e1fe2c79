import { z } from 'zod'
import { serviceProcedures } from '#shared/contract/procedures.ts'
import type { Reply } from '#shared/contract/procedures.ts'
import { closedDesk } from './closed-desk.ts'
import type { LaunchStep } from './embedded-core.ts'
import { keepAlive } from './keep-alive.ts'
import type { Child, Timers } from './keep-alive.ts'

/** The first message to the workstation service: all it needs to know of the outside. */
export interface ServiceConfig {
  readonly folder: string
  readonly keyHex: string
  readonly version: string
  readonly resources: string
}

/** Where the core is; told again whenever it moves. */
export interface CorePlace {
  readonly address: string
  readonly embedded: boolean
  readonly demoPassword?: string
}

export interface ServiceClient {
  readonly call: (name: string, input: unknown) => Promise<Reply>
  readonly setCore: (place: CorePlace) => void
  readonly setStartup: (step: LaunchStep) => void
  /** Lets it end its work and close its files, at most `graceMs`; resolves when it is gone. No call is left without an answer. */
  readonly stop: () => Promise<void>
}

/** A command is a few milliseconds of disk: what takes longer is stuck, and safe in the journal or not begun. */
const graceMs = 2000

const replySchema = z.object({
  id: z.int(),
  reply: z.union([
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({
      ok: z.literal(false),
      error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
    }),
  ]),
})
const eventSchema = z.object({ event: z.string(), payload: z.unknown() })
const dropKeysSchema = z.object({ dropKeys: z.string() })

/**
 * Speaks with the workstation service in its own process: numbers the calls, matches the replies, starts the service
 * again when it dies. A call that was under way then is answered with INTERNAL; what was captured is safe on disk.
 */
export function startService(options: {
  readonly spawn: () => Child
  readonly config: ServiceConfig
  readonly timers: Timers
  readonly onEvent: (name: string, payload: unknown) => void
  /** This desk was revoked and what it had not sent is sealed: its key goes. */
  readonly onDropKeys: (file: string) => void
  readonly onDeath: (code: number | null, lastWords: string) => void
}): ServiceClient {
  const waiting = new Map<number, { readonly name: string; readonly answer: (reply: Reply) => void }>()
  const startup = new Map<LaunchStep['step'], LaunchStep>()
  let place: CorePlace | undefined
  let child: Child | undefined
  let last = 0
  let isAgain = false
  const kept = keepAlive({
    spawn: options.spawn,
    timers: options.timers,
    onStart: (started) => {
      child = started
      started.onMessage(receive)
      started.send(options.config)
      for (const step of startup.values()) started.send({ setStartup: step })
      if (place) started.send({ setCore: place })
      if (isAgain) options.onEvent('changed', { topics: allTopics })
      isAgain = true
    },
    onDeath: (code, lastWords) => {
      child = undefined
      answerWaiting()
      options.onDeath(code, lastWords)
      options.onEvent('changed', { topics: allTopics })
    },
  })
  return {
    call: (name, input) => {
      if (!child) return Promise.resolve(whileStopped(name))
      const id = (last += 1)
      child.send({ id, name, input })
      return new Promise((answer) => waiting.set(id, { name, answer }))
    },
    setCore: (next) => {
      place = next
      child?.send({ setCore: next })
    },
    setStartup: (step) => {
      startup.set(step.step, step)
      child?.send({ setStartup: step })
    },
    stop: async () => {
      child?.send({ close: true }) // after every call that came before
      child = undefined
      await kept.stop(graceMs)
      answerWaiting()
    },
  }

  function answerWaiting(): void {
    for (const { name, answer } of waiting.values()) answer(whileStopped(name))
    waiting.clear()
  }

  function receive(message: unknown): void {
    const reply = replySchema.safeParse(message)
    if (reply.success) {
      waiting.get(reply.data.id)?.answer(reply.data.reply as Reply) // as: the schema above is a Reply with optional details
      waiting.delete(reply.data.id)
      return
    }
    const dropped = dropKeysSchema.safeParse(message)
    if (dropped.success) return options.onDropKeys(dropped.data.dropKeys)
    const event = eventSchema.safeParse(message)
    if (event.success) options.onEvent(event.data.event, event.data.payload)
  }
}

const whileStopped = closedDesk({ code: 'SERVICE_STOPPED' }, 'INTERNAL')
/** First parts of all of the service's procedures: everything it told the page may have changed. */
export const allTopics = [...new Set(Object.keys(serviceProcedures).map((name) => name.split('.')[0]))]
