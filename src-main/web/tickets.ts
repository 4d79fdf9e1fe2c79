import { timingSafeEqual } from 'node:crypto'

/** Who may use the bridge: the bearer of a token that works once, then the tab that was given a ticket for it. */
export interface Tickets {
  /** The token of the link to print now. */
  readonly token: () => string
  /** A ticket for this tab when the token is the current one or the ticket is known; undefined otherwise. */
  readonly admit: (claim: {
    readonly token?: string | undefined
    readonly ticket?: string | undefined
  }) => string | undefined
}

/** Keeps tokens and tickets in memory; both end with the program. */
export function makeTickets(random: () => string): Tickets {
  let token = random()
  const tickets: string[] = []
  return {
    token: () => token,
    admit: ({ token: given, ticket }) => {
      if (ticket !== undefined && tickets.some((known) => isSame(known, ticket))) return ticket
      if (given === undefined || !isSame(given, token)) return undefined
      token = random()
      const next = random()
      tickets.push(next)
      return next
    },
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
