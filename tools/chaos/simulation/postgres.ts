import pg from 'pg'

/** As `watchDisk`, for a database of PostgreSQL: each statement that writes is told before it is sent. */
export function watchPostgres(address: string, onWrite: () => void): () => void {
  install()
  const database = new URL(address).pathname.slice(1)
  const one = { onWrite, clients: new Set<pg.Client>() }
  watched.set(database, one)
  return () => {
    if (watched.get(database) === one) watched.delete(database)
    // the server takes back what they had begun, as when their process dies
    for (const client of one.clients) streamOf(client)?.destroy()
  }
}

interface Watched {
  readonly onWrite: () => void
  readonly clients: Set<pg.Client>
}

const watched = new Map<string, Watched>()
let isInstalled = false

function install(): void {
  if (isInstalled) return
  isInstalled = true
  // one object behind all clients; its overloads are passed through as they came
  const prototype = pg.Client.prototype as unknown as Record<string, (...given: readonly unknown[]) => unknown>
  const real = prototype['query']
  if (!real) return
  prototype['query'] = function (this: pg.Client, ...given: readonly unknown[]) {
    const one = watched.get(this.database ?? '')
    if (one) {
      one.clients.add(this)
      if (!/^\s*(select|begin|rollback|savepoint|release|start)/i.test(textOf(given[0]))) one.onWrite()
    }
    return real.apply(this, [...given])
  }
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : ''
}

/** The socket of a client: pg keeps it in a place its types do not name. */
function streamOf(client: pg.Client): { readonly destroy: () => void } | undefined {
  const { connection } = client as unknown as { readonly connection?: { readonly stream?: { destroy: () => void } } }
  return connection?.stream
}
