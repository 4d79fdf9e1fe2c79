import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { binOf, root } from './places.ts'

/** What the programs are made of. */
const sources = [
  'src-shared',
  'src-main',
  'src-renderer',
  'src-core',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
]
/** What must be there to start, in either host. */
export const products = [
  'out/main/electron.js',
  'out/main/web.js',
  'out/main/workstation.js',
  'out/main/core.js',
  'out/preload/bridge.cjs',
  'out/renderer/index.html',
]

/**
 * Builds when a source is newer than what was built; gives how long it took, 0 when nothing had to be done. Throws when
 * the build fails. Built beside and renamed into place, so that a desk that runs meanwhile never sees half of it.
 */
export function buildIfStale(say: (sentence: string) => void): number {
  if (!isStale()) return 0
  say('Building Linedesk (about ten seconds, only after a change) ...')
  const startedAt = Date.now()
  const beside = join(root, 'node_modules/.cache', `linedesk-out-${process.pid}`)
  const env = { ...process.env, NODE_ENV: 'production', LINEDESK_OUT: beside }
  const built = spawnSync(binOf('electron-vite'), ['build', '--logLevel', 'error'], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  if (built.status !== 0) {
    rmSync(beside, { recursive: true, force: true })
    throw new Error(`The build failed:\n${built.stdout}\n${built.stderr}`)
  }
  const former = `${beside}-former`
  if (existsSync(join(root, 'out'))) renameSync(join(root, 'out'), former)
  renameSync(beside, join(root, 'out'))
  rmSync(former, { recursive: true, force: true })
  return Date.now() - startedAt
}

/** Whether a source changed since the oldest product was made, or a product is missing. */
export function isStale(top: string = root): boolean {
  const made = products.map((file) => timeOf(join(top, file)))
  if (made.includes(0)) return true
  return newestOf(sources.map((source) => join(top, source))) > Math.min(...made)
}

function newestOf(paths: readonly string[]): number {
  let newest = 0
  for (const path of paths) {
    if (path.endsWith('.test.ts') || path.endsWith('.test.tsx')) continue
    const status = statSync(path, { throwIfNoEntry: false })
    if (!status) continue
    const below = status.isDirectory() ? newestOf(readdirSync(path).map((name) => join(path, name))) : 0
    newest = Math.max(newest, status.isDirectory() ? below : status.mtimeMs)
  }
  return newest
}

function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
