/** Something a screen must do before nobody sits at the desk any more: saving what was typed. */
export type Leaving = () => Promise<unknown>

const tasks = new Set<Leaving>()

/** Registers work that is waited for before the desk is left; gives how to take it back. */
export function beforeLeaving(task: Leaving): () => void {
  tasks.add(task)
  return () => void tasks.delete(task)
}

/** Does all of it, at the longest for a moment: a desk that cannot save is locked all the same, and the text stays. */
export async function finishBeforeLeaving(): Promise<void> {
  const late = new Promise((next) => setTimeout(next, longestMs))
  await Promise.race([Promise.allSettled([...tasks].map((task) => task())), late])
}

const longestMs = 1_000
