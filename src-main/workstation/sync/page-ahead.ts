import type { HeldAnchor } from '#shared/contract/anchor.ts'
import { anchorText } from '#shared/contract/anchor.ts'
import type { OpenAnswer } from './core-client.ts'

/** Asks for the next page of a feed while the one before is being written: core and desk then work at the same time. */
export interface PageAhead {
  /** The answer asked for ahead, or asked for now when it was another one. */
  readonly take: (path: string) => Promise<OpenAnswer>
  readonly ask: (path: string) => void
  /** What was asked for ahead is of no use any more. */
  readonly drop: () => void
}

/**
 * The address of a page; with `isCompared` its end tells what the core has in each table, with `anchor` whether that link
 * of the audit's chain still stands.
 */
export function pullPath(
  scope: string,
  epoch: string,
  cursor: string,
  asked: { readonly isCompared: boolean; readonly anchor: HeldAnchor | undefined },
): string {
  const query = new URLSearchParams({
    ...{ scope, epoch, cursor },
    ...(asked.isCompared ? { digest: '1' } : {}),
    ...(asked.anchor ? { anchor: anchorText(asked.anchor) } : {}),
  })
  return `/sync/v1/pull?${query.toString()}`
}

/** Over `open`, which never throws. */
export function createPageAhead(open: (path: string) => Promise<OpenAnswer>): PageAhead {
  let ahead: { readonly path: string; readonly answer: Promise<OpenAnswer> } | undefined

  function drop(): void {
    void ahead?.answer.then((answer) => {
      if (answer.kind === 'open') answer.stop()
    })
    ahead = undefined
  }

  return {
    drop,
    ask: (path) => {
      drop()
      ahead = { path, answer: open(path) }
    },
    take: (path) => {
      if (ahead?.path !== path) {
        drop()
        return open(path)
      }
      const { answer } = ahead
      ahead = undefined
      return answer
    },
  }
}
