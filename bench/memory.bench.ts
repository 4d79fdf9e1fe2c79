import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBare, openDesk } from './desk.ts'
import type { Measure } from './measure.ts'
import { memoryOf, rounded } from './measure.ts'

const cases = 50

/** All processes of the desk after fifty cases, embedded core included, over a bare Electron window. */
export async function memoryBench(tell: (measure: Measure) => void): Promise<void> {
  const empty = await openBare()
  await settle()
  const bareMiB = memoryOf(empty.application.process().pid ?? 0)
  await empty.application.close()
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const desk = await openDesk(folder, true)
  const tabs = desk.page.getByRole('tab')
  await tabs.first().waitFor()
  for (let index = 0; index < cases; index++) {
    await desk.page.keyboard.press('Alt+n')
    await tabs.nth(1).waitFor()
    await desk.page.getByRole('textbox', { name: 'Given names' }).fill(`Bench ${index}`)
    await tabs.nth(1).press('Delete')
    await tabs.nth(1).waitFor({ state: 'detached' })
  }
  await settle()
  const deskMiB = memoryOf(desk.application.process().pid ?? 0)
  await desk.application.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  tell({ bench: 'memory', metric: 'bareWindowMiB', value: Math.round(bareMiB), unit: 'MiB' })
  tell({
    bench: 'memory',
    metric: 'memoryRatio',
    value: Math.round(deskMiB),
    unit: 'MiB',
    ratio: rounded(deskMiB / bareMiB),
  })
}

// Read when both have been idle long enough for the engine's own collection, the same wait for both.
function settle(): Promise<void> {
  return new Promise((done) => setTimeout(done, 15_000))
}
