import type { Status } from '#shared/contract/desk.ts'
import type { CorePlace } from './workstation.ts'
import type { CommandStore } from './db/commands.ts'
import type { DraftStore } from './db/drafts.ts'
import type { Meta } from './db/meta.ts'
import type { Feed } from './feed.ts'
import type { Market } from './market.ts'
import type { View } from './desk.ts'
import { mattersOf } from './sale/matters.ts'
import { waitingFor } from './sale/waiting.ts'
import type { StaffMachine } from './staff-machine.ts'
import type { Reach } from './sync/reach.ts'

export interface StatusParts {
  readonly meta: Meta
  readonly commands: Pick<CommandStore, 'countUnsent' | 'needsYou' | 'get'>
  readonly drafts: Pick<DraftStore, 'lastSavedAt'>
  readonly reach: Pick<Reach, 'isOnline' | 'offlineSince'>
  readonly market: Pick<Market, 'policies' | 'businessDate'>
  readonly feed: Pick<Feed, 'completeAt'>
  readonly version: string
  readonly place: () => CorePlace | undefined
  readonly isCablePulled: () => boolean
  readonly deskName: () => string
  readonly view: View
  readonly session: StaffMachine['session']
}

/** What the status line says, computed here and nowhere else. */
export function createStatus(parts: StatusParts): () => Status {
  const { meta, commands, drafts, reach, market, feed, view, session } = parts
  return () => {
    const heard = meta.get('feed')
    const policies = market.policies()
    const place = parts.place()
    return {
      isOnline: reach.isOnline(),
      offlineSince: reach.offlineSince(),
      isCablePulled: parts.isCablePulled(),
      // until the launcher says where the core is, one on this machine is on its way
      isCoreEmbedded: place?.embedded ?? true,
      coreAddress: place?.address ?? '',
      toSend: commands.countUnsent(),
      needsYou: mattersOf(waitingFor({ outbox: commands, view, session }).map(({ item }) => item)).length,
      dataAsOf: heard ? Math.max(heard.asOf, feed.completeAt()) : null,
      lastKeySavedAt: drafts.lastSavedAt(),
      deskName: parts.deskName(),
      version: parts.version,
      isDemonstration: policies?.market.isDemonstration ?? (meta.get('people') ?? []).length > 0,
      businessDate: heard ? market.businessDate() : null,
      currency: policies?.market.currency ?? '',
      country: policies?.market.country ?? '',
    }
  }
}
