import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | undefined

/**
 * Frees what a long loop let go of. V8 puts off its first full collection until the heap is some hundred MiB, however
 * little of it is in use; takes tens of milliseconds, so once for many commits.
 */
export function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc')
    // what a context made from now on has by that flag
    collect = runInNewContext('gc') as () => void
  }
  collect()
}
