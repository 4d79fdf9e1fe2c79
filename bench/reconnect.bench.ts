import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { peopleResponseSchema, sessionResponseSchema } from '#shared/contract/wire.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { createDeviceKeys } from '#shared/node/crypto.ts'
import type { Measure } from './measure.ts'
import { median, percentile, rounded } from './measure.ts'
import type { Behind } from './reconnect-behind.ts'
import { writeThreeDays } from './reconnect-behind.ts'
import type { LightDesk, LightDone } from './reconnect-light.ts'
import { benchPassword, seedCore, startBenchCore } from './sync-core.ts'
import type { BenchDesk } from './sync-service.ts'
import { ended, openBenchDesk, peakMiB } from './sync-service.ts'

const realDesks = Number(process.env['LINEDESK_BENCH_REAL'] ?? 10)
const lightDesks = Number(process.env['LINEDESK_BENCH_LIGHT'] ?? 290)
const rowsBehind = 20_000
const queued = 500
const customers = 10_000

/**
 * Three hundred desks come back at once after three days, each 20,000 rows behind, on one core process over loopback.
 * Ten are the workstation's own service with 500 commands each, captured offline: done when every one is decided and the
 * mirror holds the feed of before. The others parse every line and count. All wait when the core says so.
 */
export async function reconnectBench(tell: (measure: Measure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const coreFile = join(folder, 'core.db')
  await seedCore(coreFile, customers)
  let core = await startBenchCore(coreFile)
  const desks: BenchDesk[] = []
  const light = fork(resolve(import.meta.dirname, 'reconnect-light.ts'))
  try {
    for (let index = 0; index < realDesks; index++)
      desks.push(await loadedDesk(join(folder, `desk-${index}`), core.address))
    const signedIn = await signInMany(core.address, lightDesks)
    for (const desk of desks) await desk.ask('desk.setCable', { isPulled: true })
    for (const desk of desks) await desk.captures(queued, 0)
    await ended(core.child)
    const behind = await writeThreeDays(coreFile, rowsBehind)
    core = await startBenchCore(coreFile, Number(new URL(core.address).port))

    const { real, lights } = await comeBack(core.address, desks, light, signedIn, behind)
    const took = [...real, ...lights.map(({ ms }) => ms)]
    const rows = lights.reduce((all, one) => all + one.rows, 0) + realDesks * rowsBehind
    const say = (metric: string, value: number, unit: string): void =>
      tell({ bench: 'reconnect', metric, value: rounded(value), unit })
    say('reconnectS', Math.max(...took) / 1000, 's')
    say('slowestOverMedian', Math.max(...took) / median(took), '')
    say('lightMedianS', median(lights.map(({ ms }) => ms)) / 1000, 's')
    say('realMedianS', median(real) / 1000, 's')
    say('firstDecileS', percentile(took, 0.1) / 1000, 's')
    say('rowsPerSecond', rows / (Math.max(...took) / 1000), 'rows/s')
    say(
      'waitsAsked',
      lights.reduce((all, one) => all + one.waits, 0),
      'answers 429',
    )
    say('coreRssMiB', peakMiB(core.child), 'MiB')
  } finally {
    await ended(light, core.child, ...desks.map(({ child }) => child))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function loadedDesk(folder: string, address: string): Promise<BenchDesk> {
  const desk = openBenchDesk(folder, address)
  const tile = await desk.until('staff.people', (value: { people: { userId: string; role: string }[] }) =>
    value.people.find(({ role }) => role === 'store'),
  )
  await desk.ask('staff.signIn', { tile: tile.userId })
  await desk.until('desk.startup', (value: { isReady: boolean }) => (value.isReady ? true : undefined))
  return desk
}

/** Light desks with a sign-in of their own each; where they are cut off is filled in later. */
async function signInMany(address: string, count: number): Promise<readonly Omit<LightDesk, 'cursor'>[]> {
  const { people } = peopleResponseSchema.parse(await (await fetch(`${address}/people`)).json())
  const name = people.find(({ role }) => role === 'store')?.name ?? ''
  const made: Omit<LightDesk, 'cursor'>[] = []
  for (let index = 0; index < count; index++) {
    const device = {
      ...{ id: uuidV7(Date.now(), randomBytes(10)), name: `Light desk ${index}` },
      publicKey: createDeviceKeys().publicKey,
    }
    const answer = await fetch(`${address}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: benchPassword, device }),
    })
    const { token, scope } = sessionResponseSchema.parse(await answer.json())
    made.push({ token, scope })
  }
  return made
}

/** Everyone at once; milliseconds until each is done. */
async function comeBack(
  address: string,
  desks: readonly BenchDesk[],
  light: ChildProcess,
  signedIn: readonly Omit<LightDesk, 'cursor'>[],
  { from, upTo, epoch }: Behind,
): Promise<{ readonly real: readonly number[]; readonly lights: readonly LightDone[] }> {
  const began = performance.now()
  const lights: LightDone[] = []
  const counted = new Promise<void>((done, failed) => {
    light.on('message', (raw) => {
      lights.push(raw as LightDone) // as: the other end is reconnect-light.ts
      if (lights.length === signedIn.length) done()
    })
    light.once('exit', (code) => failed(new Error(`the light desks ended with ${code}`)))
  })
  // they were not all cut off in the same moment: the last changes before it reached some and not others
  light.send({
    ...{ address, epoch, upTo },
    desks: signedIn.map((desk, index) => ({ ...desk, cursor: from - (index % 5) })),
  })
  const real = desks.map(async (desk) => {
    await desk.ask('desk.setCable', { isPulled: false })
    for (;;) {
      const [{ toSend }, cursor] = [await desk.ask<{ readonly toSend: number }>('desk.status'), await desk.cursor()]
      if (toSend === 0 && cursor >= upTo) return performance.now() - began
      await new Promise((next) => setTimeout(next, 200))
    }
  })
  if (signedIn.length > 0) await counted
  return { real: await Promise.all(real), lights }
}
