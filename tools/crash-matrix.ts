import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crashPoints } from '#shared/node/crash-points.ts'
import { root } from './kit/places.ts'
import type { CrashRun } from './crash/test-crash.ts'
import { crash, prepare } from './crash/test-crash.ts'

/** Steps that are met at the start already, and are to be met in the middle of work. */
const later: readonly (readonly [start: string, time: number])[] = [
  ['capture.segmentCreated', 1],
  ['capture.', 3],
  ['core.blobStored', 1],
  ['core.', 2],
  ['pull.rows', 2],
  ['pull.cursor', 2],
  ['pull.committed', 2],
]

/**
 * `node tools/crash-matrix.ts [point...]`: every named step in real processes; writes docs/crash-matrix.md. A machine with
 * cores to spare runs parts beside one another, each into a file, and then `--from FILE...` makes the table of them.
 */
async function matrix(): Promise<number> {
  const wanted = process.argv.slice(2)
  if (wanted[0] === '--from') return close(wanted.slice(1).flatMap(runsIn), true)
  const points = crashPoints.filter((point) => wanted.length === 0 || wanted.includes(point))
  const folder = mkdtempSync(join(tmpdir(), 'crash-matrix-'))
  await prepare(join(folder, 'template'))
  const runs: CrashRun[] = []
  for (const point of points) {
    const time = later.find(([start]) => point.startsWith(start))?.[1] ?? 1
    const run = await crash(join(folder, 'template'), join(folder, 'run'), point, time)
    runs.push(run)
    console.log(JSON.stringify(run))
  }
  rmSync(folder, { recursive: true, force: true })
  return close(runs, wanted.length === 0)
}

/** What an earlier run printed. */
function runsIn(file: string): CrashRun[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  // our own lines, printed by this program
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as CrashRun)
}

function close(runs: readonly CrashRun[], isWritten: boolean): number {
  const inOrder = crashPoints.flatMap((point) => runs.filter((run) => run.point === point).slice(0, 1))
  if (isWritten) writeFileSync(join(root, 'docs/crash-matrix.md'), tableOf(inOrder))
  const bad = runs.filter((run) => !isGood(run))
  console.log(`${runs.length} runs, ${bad.length} bad`)
  return bad.length > 0 ? 1 : 0
}

function isGood(run: CrashRun): boolean {
  return run.isReached && run.lost === 0 && run.doubled === 0 && run.drainedAfterMs !== null
}

function tableOf(runs: readonly CrashRun[]): string {
  const rows = runs.map((run) => {
    const { point, time, dies, saved, applied, refused, lost, doubled, drainedAfterMs } = run
    const back = drainedAfterMs === null ? 'never' : (drainedAfterMs / 1000).toFixed(1)
    return `| ${point} | ${time} | ${run.isReached ? dies : 'not reached'} | ${saved} | ${applied} | ${refused} | ${lost} | ${doubled} | ${back} |`
  })
  const bad = runs.filter((run) => !isGood(run)).length
  return `# Crash matrix

Written by \`npm exec -- node tools/crash-matrix.ts\`; not edited by hand. Each row is a run of its own: a desk and a core in real processes, a whole sale with a signed contract under way, and SIGKILL at the named step (\`src-shared/node/crash-points.ts\`) the n-th time it is reached. The dead process is started again, work goes on, and everything must drain.

*Saved*: commands the screen showed as saved. *Applied*, *refused*: all commands of the run in the core's ledger. *Lost*: saved, and neither in ledger nor outbox. *Doubled*: effects beyond one a command, by the audit. *Back*: seconds from the death until everything is sent and decided.

${runs.length} of the ${crashPoints.length} named steps were run, ${bad} bad.

| step | time | dies | saved | applied | refused | lost | doubled | back |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

process.exitCode = await matrix()
