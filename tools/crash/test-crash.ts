import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Asking } from '#main/workstation/sale/test-typing.ts'
import { finish } from '#main/workstation/sale/test-typing.ts'
import { startTestCore } from '#main/workstation/test-core.ts'
import { openTestStore } from '#main/workstation/test-desk.ts'
import { icaoSpecimen, writeTd3 } from '#shared/domain/identity/specimen.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { CrashPoint } from '#shared/node/crash-points.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import type { DeskProcess } from './test-processes.ts'
import { startDesk, waitFor } from './test-processes.ts'

/** One run: a sale during which a process dies at a step, and what is found when both have come back. */
export interface CrashRun {
  readonly point: CrashPoint
  readonly time: number
  readonly dies: 'desk' | 'core'
  /** The step was reached and the process died of it. */
  readonly isReached: boolean
  /** Commands shown as saved; how many of all in the ledger are applied and refused; attachments in the core. */
  readonly saved: number
  readonly applied: number
  readonly refused: number
  /** Shown as saved, and neither in the ledger nor in the outbox. */
  readonly lost: number
  /** Effects beyond one for each command, by the audit. */
  readonly doubled: number
  /** Everything was sent, nothing waits, from the death on. */
  readonly drainedAfterMs: number | null
}

/** A machine with other work to do is slow, not wrong. */
const patienceMs = 90_000

const coreKey = Buffer.from('11'.repeat(32), 'hex')

/** A core with a market and a desk that has loaded it, both closed: each run begins with copies of them. */
export async function prepare(folder: string): Promise<void> {
  for (const name of ['core', 'desk']) mkdirSync(join(folder, name), { recursive: true })
  const core = await startTestCore(join(folder, 'core'), 12)
  const desk = await startDesk(join(folder, 'desk'))
  desk.setCore(core.address(), core.demoPassword)
  if (!(await signIn(desk))) throw new Error('the desk did not load')
  desk.kill('SIGKILL')
  await desk.gone
  await core.kill()
}

/**
 * Runs one crash on copies of what `prepare` made. `sleeps` puts the process to sleep for a while instead, in the middle
 * of whatever it does, as closing a notebook does.
 */
export async function crash(
  template: string,
  folder: string,
  point: CrashPoint,
  time: number,
  sleeps = false,
): Promise<CrashRun> {
  rmSync(folder, { recursive: true, force: true })
  cpSync(template, folder, { recursive: true })
  const dies = point.startsWith('core.') ? 'core' : 'desk'
  const env = { [sleeps ? 'LINEDESK_STOP_AT' : 'LINEDESK_CRASH_AT']: `${point}:${time}` }
  spoil(join(folder, 'desk'), point)
  const core = await startTestCore(join(folder, 'core'), 12, undefined, dies === 'core' ? env : {})
  let diedAt: number | undefined
  const saved = new Set<string>()
  const deskFolder = join(folder, 'desk')
  let desk = await startDesk(deskFolder, dies === 'desk' ? env : {})
  const stopWatching = sleeps
    ? wakeAfterSleep(dies === 'core' ? core.pid() : desk.pid, () => (diedAt = performance.now()))
    : () => undefined
  if (dies === 'core' && !sleeps) {
    void core.gone().then(async () => {
      diedAt = performance.now()
      await core.start()
    })
  }
  desk.setCore(core.address(), core.demoPassword)
  await work(desk, saved, true)
  if (dies === 'desk' && !sleeps) {
    // the feed and a swap go on by themselves for a while
    await waitFor(() => desk.isGone(), 8_000)
    if (desk.isGone()) {
      diedAt = performance.now()
      desk = await startDesk(deskFolder)
      desk.setCore(core.address(), core.demoPassword)
      // the same sale once more where the first never came to be: what is to be met must be met with work in hand
      await work(desk, saved, saved.size === 0)
    }
  }
  const isDrained = await waitFor(async () => {
    const status = await desk.ask('desk.status', {})
    return status.isOnline && status.toSend === 0
  }, patienceMs)
  const drainedAfterMs = isDrained && diedAt !== undefined ? performance.now() - diedAt : null
  stopWatching()
  desk.kill('SIGKILL')
  await desk.gone
  await core.kill()
  return { point, time, dies, isReached: diedAt !== undefined, drainedAfterMs, ...found(folder, saved) }
}

const sleepMs = 1_500

/** Watches a process until it sleeps, and wakes it after a while. */
function wakeAfterSleep(pid: number, onSleep: () => void): () => void {
  const watching = setInterval(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    if (stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'T') return
    onSleep()
    clearInterval(watching)
    setTimeout(() => process.kill(pid, 'SIGCONT'), sleepMs)
  }, 50)
  return () => clearInterval(watching)
}

/** What a step needs to be met at all: a load for a swap, damage for setting aside. */
function spoil(desk: string, point: CrashPoint): void {
  if (point.startsWith('swap.'))
    for (const name of readdirSync(desk).filter((each) => each.startsWith('cache-'))) rmSync(join(desk, name))
  // a new segment of the journal begins where there is none
  if (point === 'capture.segmentCreated')
    for (const name of readdirSync(join(desk, 'journal'))) rmSync(join(desk, 'journal', name))
  if (point === 'start.setAside') {
    const bytes = readFileSync(join(desk, 'outbox.db'))
    bytes.fill(7, 0, 900)
    writeFileSync(join(desk, 'outbox.db'), bytes)
  }
}

async function signIn(desk: DeskProcess): Promise<boolean> {
  if (!(await waitFor(async () => (await desk.ask('desk.startup', {})).isReady, patienceMs))) return false
  if (!(await waitFor(async () => (await desk.ask('staff.people', {})).people.length > 0, patienceMs))) return false
  return waitFor(async () => {
    const { people } = await desk.ask('staff.people', {})
    const tile = people.find(({ role }) => role === 'store')?.userId ?? ''
    return (await desk.call('staff.signIn', { tile })).ok
  }, patienceMs)
}

/** A sale with a signed contract and a case beside it, as far as the desk lives; what it shows as saved is noted. */
async function work(desk: DeskProcess, saved: Set<string>, isWhole: boolean): Promise<void> {
  const asking: Asking = {
    do: async (name, input) => {
      const value = await desk.ask(name, input)
      await note(desk, saved)
      return value
    },
    ask: (async (name, input) => {
      const reply = await desk.call(name, input)
      await note(desk, saved)
      return reply
    }) as Asking['ask'], // as: the same door
  }
  try {
    if (!(await signIn(desk))) return
    if (isWhole) await sell(desk, asking)
    await asking.do('interaction.startCase', { channel: 'phone', customerId: null })
  } catch (error) {
    if (!desk.isGone()) throw error
  }
}

async function sell(desk: DeskProcess, asking: Asking): Promise<void> {
  const { caseId } = await asking.do('interaction.startCase', { channel: 'walkIn', customerId: null })
  const offers = await desk.ask('catalogue.offers', { caseId, segment: 'mobile', billing: 'postPaid' })
  const { numbers } = await desk.ask('number.freeNumbers', { wish: '', limit: 1 })
  const { businessDate } = await desk.ask('interaction.caseView', { caseId })
  const documentNumber = `T${caseId.slice(-8).toUpperCase()}`
  const [line1, line2] = writeTd3({ ...icaoSpecimen, expiryDate: '2032-04-15', documentNumber })
  const changes = {
    reason: { givenNames: icaoSpecimen.givenNames, familyName: icaoSpecimen.surname },
    offer: {
      planId: offers.plans.find((one) => one.name['en'] === 'Mobile M 40 GB')?.offer.id ?? '',
      addOnIds: [],
      msisdn: numbers[0] ?? '',
    },
    identity: { line1, line2, addressIssuedOn: addDays(businessDate, -30) },
    credit: {},
    sign: {},
    payNow: { tendered: '100' },
  }
  for (const step of ['reason', 'offer', 'identity', 'credit', 'sign', 'payNow'] as const) {
    const done = await finish(asking, caseId, step, changes[step])
    if (!done.ok) return // e.g. a number that is not free any more: what was saved counts all the same
  }
}

async function note(desk: DeskProcess, saved: Set<string>): Promise<void> {
  const { lines } = await desk.ask('desk.toSend', {})
  for (const { items } of lines) for (const { commandId } of items) saved.add(commandId)
}

function found(
  folder: string,
  saved: ReadonlySet<string>,
): Pick<CrashRun, 'saved' | 'applied' | 'refused' | 'lost' | 'doubled'> {
  const core = openDatabase(join(folder, 'core/core.db'), { key: coreKey })
  const store = openTestStore(join(folder, 'desk'))
  try {
    const rows = core.prepare<[], { id: string; result: string }>('select id, result from ledger').all()
    const ledger = new Set(rows.map(({ id }) => id))
    const audits = Number(core.prepare('select count(*) from audit').pluck().get())
    const applied = rows.filter(({ result }) => result === 'applied').length
    return {
      saved: saved.size,
      applied,
      refused: rows.length - applied,
      lost: [...saved].filter((id) => !ledger.has(id) && !store.commands.has(id)).length,
      doubled: audits - rows.length,
    }
  } finally {
    store.close()
    core.close()
  }
}
