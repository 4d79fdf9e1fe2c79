import { readdir, readFile } from 'node:fs/promises'

/** Kills a process and all its children, children first read from /proc so that none survives as an orphan. */
export async function killTree(root: number | undefined): Promise<void> {
  if (root === undefined) return
  const all = await processes()
  const family = [root]
  for (const parent of family) family.push(...all.filter((one) => one.parent === parent).map(({ pid }) => pid))
  for (const pid of family) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // gone already, which is what we want
    }
  }
}

async function processes(): Promise<readonly { readonly pid: number; readonly parent: number }[]> {
  const found: { pid: number; parent: number }[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    if (stat === '') continue
    found.push({ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) })
  }
  return found
}
