import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBare, openDesk } from './desk.ts'
import type { Measure } from './measure.ts'
import { median, memoryOf, rounded } from './measure.ts'

const cases = 50
const rounds = 3

/** All processes of the desk after fifty cases, embedded core included, over a bare Electron window; in turns. */
export async function memoryBench(tell: (measure: Measure) => void): Promise<void> {
  const bare: number[] = []
  const desk: number[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push(await bareMiB())
    desk.push(await deskMiB())
  }
  tell({ bench: 'memory', metric: 'bareWindowMiB', value: Math.round(median(bare)), unit: 'MiB' })
  tell({
    bench: 'memory',
    metric: 'memoryRatio',
    value: Math.round(median(desk)),
    unit: 'MiB',
    ratio: rounded(median(desk) / median(bare)),
  })
}

async function bareMiB(): Promise<number> {
  const { pid, close } = await openBare()
  await settle()
  const read = memoryOf(pid)
  await close()
  return read
}

/** A new desk each time: the first load and its index are part of what it has to give back. */
async function deskMiB(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const { pid, page, close } = await openDesk(folder, true)
  const tabs = page.getByRole('tab')
  await tabs.first().waitFor()
  for (let index = 0; index < cases; index++) {
    await page.keyboard.press('Alt+n')
    await tabs.nth(1).waitFor()
    await page.getByRole('textbox', { name: 'Given names' }).fill(`Bench ${index}`)
    await tabs.nth(1).press('Delete')
    await tabs.nth(1).waitFor({ state: 'detached' })
  }
  await settle()
  const read = memoryOf(pid)
  await close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  return read
}

// Read when both have been idle long enough for the engine's own collection, the same wait for both.
function settle(): Promise<void> {
  return new Promise((done) => setTimeout(done, 15_000))
}
