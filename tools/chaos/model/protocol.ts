/**
 * CSR-Sync without its machinery: outbox, ledger, feed and cursor as plain values, and the steps between them. What
 * costs a database elsewhere is a map here, so that thousands of histories a second can be tried.
 */
export interface ModelCommand {
  readonly id: string
  readonly desk: number
  readonly aggregate: number
  /** What it adds to the aggregate's sum; refused when the sum would fall below nothing. */
  readonly add: number
}

export type Outcome = 'applied' | 'refused'

interface Change {
  readonly at: number
  /** The command decided by this change: a decision and what it wrote bear one number. */
  readonly id: string
  readonly outcome: Outcome
}

export interface ModelCore {
  readonly epoch: number
  readonly ledger: ReadonlyMap<string, Outcome>
  readonly sums: ReadonlyMap<number, number>
  readonly changes: readonly Change[]
}

export interface ModelDesk {
  readonly outbox: readonly { readonly command: ModelCommand; readonly state: 'captured' | Outcome }[]
  readonly mirror: {
    readonly epoch: number
    readonly cursor: number
    readonly sums: ReadonlyMap<number, number>
    readonly outcomes: ReadonlyMap<string, Outcome>
  }
  /** The push whose answer it still waits for. */
  readonly waitsFor: number | undefined
}

/** A push on its way: it may arrive late, twice, or never. */
export interface Push {
  readonly number: number
  readonly desk: number
  readonly epoch: number
  readonly commands: readonly ModelCommand[]
}

/** A bug put in on purpose. */
export type Bug = 'cursorFirst' | 'noLedgerLookup' | 'outcomeLater' | 'forgetsResend' | 'none'

export const emptyCore: ModelCore = { epoch: 1, ledger: new Map(), sums: new Map(), changes: [] }
export const emptyDesk: ModelDesk = {
  outbox: [],
  mirror: { epoch: 1, cursor: 0, sums: new Map(), outcomes: new Map() },
  waitsFor: undefined,
}

/** The core takes a push: each command once, in its order; another epoch's push is refused whole. */
export function decide(core: ModelCore, push: Push, bug: Bug): { core: ModelCore; isTaken: boolean } {
  if (push.epoch !== core.epoch) return { core, isTaken: false }
  const ledger = new Map(core.ledger)
  const sums = new Map(core.sums)
  const changes = [...core.changes]
  for (const { id, aggregate, add } of push.commands) {
    if (ledger.has(id) && bug !== 'noLedgerLookup') continue
    const sum = (sums.get(aggregate) ?? 0) + add
    const outcome = sum < 0 ? 'refused' : 'applied'
    if (outcome === 'applied') sums.set(aggregate, sum)
    ledger.set(id, outcome)
    changes.push({ at: changes.length + 1, id, outcome })
  }
  return { core: { ...core, ledger, sums, changes }, isTaken: true }
}

/** The answer to a push, as the desk keeps it. */
export function hear(desk: ModelDesk, core: ModelCore, push: Push): ModelDesk {
  if (desk.waitsFor !== push.number) return desk
  return { ...settled(desk, core.ledger, new Set(push.commands.map(({ id }) => id))), waitsFor: undefined }
}

function settled(desk: ModelDesk, outcomes: ReadonlyMap<string, Outcome>, ids?: ReadonlySet<string>): ModelDesk {
  const outbox = desk.outbox.map((kept) => {
    const outcome = ids && !ids.has(kept.command.id) ? undefined : outcomes.get(kept.command.id)
    return outcome === undefined ? kept : { ...kept, state: outcome }
  })
  return { ...desk, outbox }
}

/**
 * The desk reads the feed up to the core's counter and keeps rows, outcomes and cursor in one step. Of another epoch it
 * loads everything anew and sends again what it kept.
 */
export function pull(desk: ModelDesk, place: number, core: ModelCore, bug: Bug, diesBetween: boolean): ModelDesk {
  const isAnew = desk.mirror.epoch !== core.epoch
  const base = isAnew ? { ...emptyDesk.mirror, epoch: core.epoch } : desk.mirror
  const fresh = core.changes.filter((change) => change.at > base.cursor)
  const cursor = core.changes.length
  const own = new Set(desk.outbox.map(({ command }) => command.id))
  const told = bug === 'outcomeLater' ? fresh.slice(0, -1) : fresh
  const outcomes = new Map([
    ...base.outcomes,
    ...told.filter(({ id }) => own.has(id)).map(({ id, outcome }) => [id, outcome] as const),
  ])
  // a death in the middle leaves all of it or nothing, unless the cursor was made to go first
  if (diesBetween)
    return bug === 'cursorFirst' ? { ...desk, mirror: { ...base, cursor } } : { ...desk, waitsFor: undefined }
  const mirror = { epoch: core.epoch, cursor, sums: core.sums, outcomes }
  const again = isAnew && bug !== 'forgetsResend' ? sentAgain(desk) : desk
  return settled({ ...again, mirror }, outcomes)
}

function sentAgain(desk: ModelDesk): ModelDesk {
  return { ...desk, waitsFor: undefined, outbox: desk.outbox.map((kept) => ({ ...kept, state: 'captured' })) }
}

/** Ids that the screen counts: what the mirror holds, and what of the outbox is folded over it. */
export function seenOn(desk: ModelDesk): { readonly folded: readonly ModelCommand[] } {
  const folded = desk.outbox
    .filter(({ command, state }) => state !== 'refused' && !desk.mirror.outcomes.has(command.id))
    .map(({ command }) => command)
  return { folded }
}
