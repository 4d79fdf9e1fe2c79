import { mkdirSync } from 'node:fs'
import type { Desk } from '#main/workstation/desk.ts'
import { openCacheForReading } from '#main/workstation/db/open-cache.ts'
import { search } from '#main/workstation/slices/customer/search.ts'
import { createView } from '#main/workstation/sync/view.ts'
import { openTestStore, testIds } from '#main/workstation/test-desk.ts'
import type { Hit } from '#shared/domain/customer/contract.ts'
import { keyedHash } from '#shared/node/crypto.ts'

export const benchKey = new Uint8Array(32).fill(7)

/** The product's own search over a cache file, without bridge and door. */
export interface SearchDesk {
  /** Opens cache file 1 for reading. Throws when it cannot be read. */
  readonly open: () => void
  readonly search: (text: string) => readonly Hit[]
  /** New customers this desk alone knows: captured, not sent. */
  readonly addPending: (familyNames: readonly string[]) => void
  readonly sql: <Row>(text: string, ...parameters: readonly (string | number)[]) => readonly Row[]
  readonly close: () => void
}

/** A desk over a folder with a cache file, with an outbox of its own beside it; the cache is still to be opened. */
export function prepareSearchDesk(folder: string): SearchDesk {
  const outbox = `${folder}/outbox-${process.pid}`
  mkdirSync(outbox, { recursive: true })
  const store = openTestStore(outbox)
  const machine = createView(store.commands)
  // as: search asks a desk for nothing else
  const desk = {
    view: machine.view,
    policies: () => undefined,
    hashOf: (text: string) => keyedHash(benchKey, text),
  } as unknown as Desk
  const ids = testIds(Date.now)
  return {
    open: () => {
      const cache = openCacheForReading(folder, 1, benchKey, () => undefined)
      if (!cache) throw new Error(`no cache file in ${folder}`)
      machine.readFrom(cache)
    },
    search: (text) => {
      const found = machine.inSnapshot(() => search(desk, { text, limit: 10 }))
      if (found instanceof Promise || !found.ok) throw new Error('search answers at once, and always')
      return found.value.hits
    },
    addPending: (familyNames) => {
      for (const familyName of familyNames) {
        const prospect = { customerId: ids.next(), caseId: ids.next(), givenNames: 'Pending', familyName, email: null }
        const captured = store.capture({
          type: 'customer.createProspect',
          body: { ...prospect, contactNumber: '+33639986610', language: 'fr', currency: 'EUR', consents },
        })
        if (!captured.ok) throw new Error(captured.error.code)
      }
      machine.reload()
    },
    sql: (text, ...parameters) => machine.view.sql(text, ...parameters),
    close: () => {
      machine.close()
      store.close()
    },
  }
}

const consents = { bureau: true, recording: false, sms: false, email: false, profiling: false, wording: '2026-10' }
