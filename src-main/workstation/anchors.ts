import type { Anchor, HeldAnchor } from '#shared/contract/anchor.ts'
import { anchorSchema } from '#shared/contract/anchor.ts'
import type { SignedText } from '#shared/domain/staff/lease.ts'
import { isTextSigned } from '#shared/node/crypto.ts'
import type { Meta } from './db/meta.ts'
import type { Notices } from './notices.ts'
import type { Clock, Log } from './outside.ts'

/** How this desk holds the core to the record it once showed: the last heads of the audit's chain, as the core signed them. */
export interface Anchors {
  /** The feed ended with this anchor. */
  readonly heard: (signed: SignedText | undefined) => void
  /** The newest link held on to. */
  readonly newest: () => HeldAnchor | undefined
}

export interface AnchorParts {
  readonly meta: Meta
  readonly clock: Clock
  readonly log: Log
  readonly notices: Pick<Notices, 'say' | 'take'>
  readonly onHeld: (anchor: HeldAnchor) => void
}

/** Why a core is not the one whose record this desk knows. */
export type AnchorProblem = 'unsigned' | 'shorter' | 'other'

const keptAtMost = 32
/** One anchor for each such time is kept beside the newest. */
const spacedMs = 60_000

/** Holds anchors and never forgets one for a core that does not have it. */
export function createAnchors({ meta, clock, log, notices, onHeld }: AnchorParts): Anchors {
  let lastText = ''
  let keptAt = 0
  const newest = (): HeldAnchor | undefined => meta.get('anchors')?.at(-1)

  function heard(signed: SignedText | undefined): void {
    const key = meta.get('core')?.key
    if (!signed || key === undefined || signed.text === lastText) return
    lastText = signed.text
    const anchor = isTextSigned(key, 'audit anchor', signed.text, signed.signature) ? anchorIn(signed.text) : undefined
    const problem = anchor ? problemWith(newest(), anchor) : 'unsigned'
    if (problem !== undefined) return say(problem, anchor?.sequence ?? 0)
    if (!anchor) return
    notices.take(noticeId)
    keep(anchor, signed)
  }

  function keep({ epoch, sequence, hash }: Anchor, signed: SignedText): void {
    const now = clock.now()
    const before = meta.get('anchors') ?? []
    const isSoon = before.length > 1 && now - (before.at(-2)?.heardAt ?? 0) < spacedMs
    const next = [...(isSoon ? before.slice(0, -1) : before), { epoch, sequence, hash, heardAt: now, ...signed }]
    // a commit for each pull would cost every change: a crash may take the anchors of the last seconds
    if (now - keptAt < 10_000) meta.note('anchors', next.slice(-keptAtMost))
    else {
      keptAt = now
      meta.set('anchors', next.slice(-keptAtMost))
    }
    onHeld({ epoch, sequence, hash })
  }

  function say(problem: AnchorProblem, sequence: number): void {
    const held = newest()
    log('core record differs', { problem, sequence, held: held?.sequence ?? 0 })
    notices.say({ id: noticeId, tone: 'stuck', sentence: { key: 'notice.recordDiffers', params: {} } })
  }

  return { heard, newest }
}

const noticeId = 'audit-anchor'

function anchorIn(text: string): Anchor | undefined {
  try {
    return anchorSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/**
 * What is wrong with a core's anchor for a desk that holds one: its chain is shorter, or another one. A restore that
 * was declared begins anew; one that nobody declared has to show the link all the same.
 */
export function problemWith(held: HeldAnchor | undefined, heard: Anchor): AnchorProblem | undefined {
  if (!held || (heard.epoch !== held.epoch && heard.why === 'declared')) return undefined
  if (heard.sequence < held.sequence) return 'shorter'
  const shown = heard.before?.sequence === held.sequence ? heard.before.hash : undefined
  if (shown !== undefined && shown !== held.hash) return 'other'
  return heard.sequence === held.sequence && heard.hash !== held.hash ? 'other' : undefined
}
