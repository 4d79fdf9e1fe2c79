import type { Refusal, Result } from '#shared/kernel/result.ts'

/** What an autosave needs: what is unsaved now, how to save it, and whom to tell. `Fields` are compared by identity. */
export interface AutosavePorts<Fields> {
  /** What is typed and not yet saved, or undefined. */
  readonly unsaved: (key: string) => Fields | undefined
  readonly keys: () => readonly string[]
  readonly save: (key: string, fields: Fields) => Promise<Result<{ readonly savedAt: number }>>
  readonly onSaved: (key: string, fields: Fields, savedAt: number) => void
  readonly onRefused: (key: string, refusal: Refusal) => void
  readonly delayMs: number
  /** When a refused save is tried again by itself; undefined for what will be refused again. */
  readonly retryMs: (refusal: Refusal) => number | undefined
}

export interface Autosave {
  /** Something was typed: saved at the latest after the delay; further keys do not put it off. */
  readonly touch: (key: string) => void
  /** Saves now; true when all of it is saved, false when the desk refused. */
  readonly flush: (key: string) => Promise<boolean>
  /** Sends everything unsaved at once, without waiting: the page goes away. */
  readonly flushAll: () => void
}

/** Saves each key's fields in order, one save at a time, until the newest is saved. A refusal is tried again later. */
export function createAutosave<Fields>(ports: AutosavePorts<Fields>): Autosave {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const running = new Map<string, Promise<boolean>>()

  function stopTimer(key: string): void {
    clearTimeout(timers.get(key))
    timers.delete(key)
  }

  function later(key: string, ms: number): void {
    stopTimer(key)
    timers.set(
      key,
      setTimeout(() => void flush(key), ms),
    )
  }

  async function saveOnce(key: string, fields: Fields): Promise<boolean> {
    const result = await ports.save(key, fields)
    if (result.ok) {
      ports.onSaved(key, fields, result.value.savedAt)
      return true
    }
    ports.onRefused(key, result.error)
    const retryMs = ports.retryMs(result.error)
    if (retryMs !== undefined) later(key, retryMs)
    return false
  }

  async function saveAll(key: string): Promise<boolean> {
    for (let fields = ports.unsaved(key); fields !== undefined; fields = ports.unsaved(key)) {
      if (!(await saveOnce(key, fields))) return false
    }
    return true
  }

  function flush(key: string): Promise<boolean> {
    stopTimer(key)
    const now = running.get(key)
    if (now) return now
    const run = saveAll(key).finally(() => running.delete(key))
    running.set(key, run)
    return run
  }

  return {
    touch: (key) => {
      if (!timers.has(key)) later(key, ports.delayMs)
    },
    flush,
    flushAll: () => {
      for (const key of ports.keys()) {
        stopTimer(key)
        const fields = ports.unsaved(key)
        if (fields !== undefined) void saveOnce(key, fields)
      }
    },
  }
}
