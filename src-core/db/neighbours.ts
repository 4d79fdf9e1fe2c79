import { randomBytes } from 'node:crypto'
import type { Client, Pool } from 'pg'

/** The other core processes on one PostgreSQL: they tell one another of what they wrote, by NOTIFY after the commit. */
export interface Neighbours {
  readonly tell: () => void
  /** Listens on a connection of its own, made again when it breaks; gives a function that ends it. */
  readonly hear: (onTold: () => void) => () => Promise<void>
}

const channel = 'linedesk_feed'
const againMs = 1_000

/** `connect` gives a new connection for listening. What is lost here is found by `watchCounter`. */
export function createNeighbours(pool: Pool, connect: () => Client): Neighbours {
  const own = randomBytes(8).toString('hex')
  let isTelling = false
  let isMore = false

  /** Many commits at once are told once: one NOTIFY under way, and one after it. */
  async function tellAll(): Promise<void> {
    isTelling = true
    do {
      isMore = false
      await pool.query('select pg_notify($1, $2)', [channel, own]).catch(() => undefined)
    } while (isMore)
    isTelling = false
  }

  return {
    tell: () => {
      isMore = true
      if (!isTelling) void tellAll()
    },
    hear: (onTold) => {
      let client: Client | undefined
      let timer: ReturnType<typeof setTimeout> | undefined
      let isStopped = false

      async function listen(): Promise<void> {
        const made = connect()
        client = made
        made.on('notification', ({ payload }) => {
          if (payload !== own) onTold()
        })
        made.on('error', () => undefined)
        made.once('end', () => {
          if (isStopped) return
          timer = setTimeout(() => void listen(), againMs)
          timer.unref()
        })
        try {
          await made.connect()
          await made.query(`listen ${channel}`)
          onTold() // what was told while nobody listened
        } catch {
          await made.end().catch(() => undefined)
        }
      }
      void listen()
      return async () => {
        isStopped = true
        clearTimeout(timer)
        await client?.end().catch(() => undefined)
      }
    },
  }
}
