import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { TestCore } from './test-core.ts'
import { startTestCore } from './test-core.ts'
import { temporaryFolder } from './test-desk.ts'
import type { TestWorkstation } from './test-workstation.ts'
import { openTestWorkstation } from './test-workstation.ts'

/** A real core for all tests of a file; each test has a folder of its own, removed with the desks opened in it. */
export interface TestBench {
  readonly core: () => TestCore
  /** This test's folder. */
  readonly folder: () => string
  /** Desks that are closed after the test, the latest last. */
  readonly desks: TestWorkstation[]
  readonly openDesk: (folder?: string, overrides?: Parameters<typeof openTestWorkstation>[1]) => TestWorkstation
  /** Tells a desk where the core is, as the shell does. */
  readonly connect: (desk: TestWorkstation) => void
}

/** For a test file, called once at its top: sets the bench up and clears it away around its tests. */
export function testBench(): TestBench {
  const desks: TestWorkstation[] = []
  const corePlace = temporaryFolder()
  let place: ReturnType<typeof temporaryFolder>
  let core: TestCore
  beforeAll(async () => {
    core = await startTestCore(corePlace.folder)
  }, 60_000)
  afterAll(async () => {
    await core.kill()
    corePlace.remove()
  })
  beforeEach(() => {
    place = temporaryFolder()
  })
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.close()
    place.remove()
  })
  return {
    core: () => core,
    folder: () => place.folder,
    desks,
    openDesk: (folder = place.folder, overrides = {}) => {
      const desk = openTestWorkstation(folder, overrides)
      desks.push(desk)
      return desk
    },
    connect: (desk) => desk.setCore({ address: core.address(), embedded: true, demoPassword: core.demoPassword }),
  }
}
