import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contractFacts } from '#shared/node/contract-facts.fixture.ts'
import { makePaper } from '#shared/node/make-paper.ts'
import { systemTimers } from '../system.ts'
import { temporaryFolder } from '../test-desk.ts'
import type { MakePdf } from './paper.ts'
import { paperOf } from './paper.ts'
import { paperThread } from './spawn-paper.ts'

const fontFolder = join(import.meta.dirname, '../../../resources/fonts')
const inThread = paperThread(import.meta.url, { fontFolder, timers: systemTimers })
const inline: MakePdf = (facts) => makePaper(facts, fontFolder)

describe('paper in a thread of its own', () => {
  test('is to the byte what is made without the thread, for contracts asked for at once', async () => {
    const both = [contractFacts(), contractFacts({ reference: 'C-26-10418' }, { isConditional: false })]
    const made = await Promise.all(both.map(inThread))
    const wanted = await Promise.all(both.map(inline))
    expect(made.map((bytes, index) => Buffer.from(bytes).equals(wanted[index] ?? new Uint8Array()))).toEqual([
      true,
      true,
    ])
  })

  test('whose fonts cannot be read is refused, with no word of the contract in the log', async () => {
    const logged: unknown[] = []
    const broken = paperThread(import.meta.url, { fontFolder: '/nowhere', timers: systemTimers })
    const paper = paperOf(broken, (event, facts) => logged.push([event, facts]))
    expect(await paper(contractFacts())).toEqual({ ok: false, error: { code: 'PAPER_FAILED' } })
    expect(logged).toEqual([['paper failed', { reference: 'C-26-10417', error: 'ENOENT' }]])
  })
})

describe('a paper thread that fails', () => {
  let place: ReturnType<typeof temporaryFolder>
  beforeEach(() => {
    place = temporaryFolder()
  })
  afterEach(() => place.remove())

  /** A built program of which the first thread does something else, and every later one answers. */
  function failingFirst(work: string): string {
    const mark = JSON.stringify(join(place.folder, 'mark'))
    writeFileSync(
      join(place.folder, 'paper.js'),
      `const { existsSync, writeFileSync } = require('node:fs')
       const { parentPort } = require('node:worker_threads')
       parentPort.on('message', ({ number }) => {
         if (existsSync(${mark})) return parentPort.postMessage({ number, bytes: new Uint8Array([7]) })
         writeFileSync(${mark}, '')
         ${work}
       })`,
    )
    return pathToFileURL(join(place.folder, 'workstation.js')).href
  }

  test.each(['process.exit(1)', `throw new Error('a bug')`])('by %s: refused, and the next is made', async (work) => {
    const makePdf = paperThread(failingFirst(work), { fontFolder, timers: systemTimers })
    await expect(makePdf(contractFacts())).rejects.toThrow('ended')
    expect(await makePdf(contractFacts())).toEqual(new Uint8Array([7]))
  })

  test('by never answering is ended after a minute, and the next is made', async () => {
    const due: (() => void)[] = []
    const timers = { after: (ms: number, run: () => void) => (ms === 60_000 && due.push(run), () => undefined) }
    const makePdf = paperThread(failingFirst('return'), { fontFolder, timers })
    const first = makePdf(contractFacts())
    while (!existsSync(join(place.folder, 'mark'))) await new Promise((next) => setTimeout(next, 5))
    for (const run of due) run()
    await expect(first).rejects.toThrow('ended')
    expect(await makePdf(contractFacts())).toEqual(new Uint8Array([7]))
  })
})
