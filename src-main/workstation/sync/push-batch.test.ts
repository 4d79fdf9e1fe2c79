import { expect, test } from 'vitest'
import type { Kept } from '../db/commands.ts'
import type { KeptState } from '../db/outbox-tables.ts'
import { nextBatch } from './push-batch.ts'

const options = { limit: 100, heldBack: new Set<string>() }

/** A queued command as far as its order is concerned. */
function queued(id: string, links: { after?: string[]; needs?: string[] } = {}): Kept {
  const command = { id, after: links.after ?? [], needs: links.needs ?? [] }
  return { command, scope: 'fr' } as unknown as Kept // nextBatch reads nothing else of it
}

function choose(
  queue: readonly Kept[],
  states: Record<string, KeptState> = {},
  given = options,
  resolvers: Record<string, string> = {},
) {
  const queuedIds = new Set(queue.map(({ command }) => command.id))
  const batch = nextBatch(
    queue,
    {
      stateOf: (id) => states[id] ?? (queuedIds.has(id) ? 'captured' : undefined),
      resolverOf: (id) => resolvers[id],
    },
    given,
  )
  return { sent: batch.commands.map(({ command }) => command.id), blocked: [...batch.blocked] }
}

test('sends a chain in its order in one batch', () => {
  expect(choose([queued('a'), queued('b', { after: ['a'] }), queued('c', { needs: ['b'] })]).sent).toEqual([
    'a',
    'b',
    'c',
  ])
})

test('one that is held back holds back what hangs on it, and nobody else', () => {
  const queue = [queued('a'), queued('b', { after: ['a'] }), queued('c', { needs: ['b'] }), queued('other')]
  expect(choose(queue, {}, { ...options, heldBack: new Set(['a']) })).toEqual({
    sent: ['other'],
    blocked: ['a', 'b', 'c'],
  })
})

test('fault 30: a quarantined command blocks only its own aggregate', () => {
  expect(choose([queued('b', { after: ['bad'] }), queued('c')], { bad: 'quarantined' })).toEqual({
    sent: ['c'],
    blocked: ['b'],
  })
})

test('queueing behind is satisfied by any final result, a need only by being applied', () => {
  const queue = [
    queued('behind', { after: ['refused'] }),
    queued('needing', { needs: ['refused'] }),
    queued('fine', { needs: ['done'] }),
  ]
  expect(choose(queue, { refused: 'rejected', done: 'applied' })).toEqual({
    sent: ['behind', 'fine'],
    blocked: ['needing'],
  })
})

test('a need is also met by the decision that mends what was refused', () => {
  const needing = queued('needing', { needs: ['refused'] })
  expect(choose([needing], { refused: 'conflict', mend: 'applied' }, options, { refused: 'mend' }).sent).toEqual([
    'needing',
  ])
  expect(choose([queued('mend'), needing], { refused: 'conflict' }, options, { refused: 'mend' }).sent).toEqual([
    'mend',
    'needing',
  ])
  expect(choose([needing], { refused: 'conflict', mend: 'rejected' }, options, { refused: 'mend' }).blocked).toEqual([
    'needing',
  ])
})

test('a batch ends at its limit and what follows is not called blocked', () => {
  const queue = [queued('a'), queued('b'), queued('c', { after: ['b'] })]
  expect(choose(queue, {}, { ...options, limit: 1 })).toEqual({ sent: ['a'], blocked: [] })
})
