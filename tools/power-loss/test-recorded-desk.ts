import { openSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { createWorkstation } from '#main/workstation/create-workstation.ts'
import { paperThread } from '#main/workstation/paper/spawn-paper.ts'
import type { Asking } from '#main/workstation/sale/test-typing.ts'
import { finish } from '#main/workstation/sale/test-typing.ts'
import { deskHandlers } from '#main/workstation/slices/index.ts'
import { cacheWriterThread } from '#main/workstation/sync/spawn-cache-writer.ts'
import { systemClock, systemLog, systemTimers } from '#main/workstation/system.ts'
import { testKey } from '#main/workstation/test-desk.ts'
import type { InputOf, OutputOf, ServiceProcedureName } from '#shared/contract/procedures.ts'
import { icaoSpecimen, writeTd3 } from '#shared/domain/identity/specimen.ts'
import { addDays } from '#shared/kernel/date.ts'

// A desk at work, to be recorded: a first load, sales with a signed contract, notes, drafts; each time the desk says
// that something is saved, a mark goes into the record.
const [folder = '', marks = '', address = '', demoPassword = ''] = process.argv.slice(2)
const marksFile = openSync(marks, 'a')
const mark = (kind: string, value: string): void => void writeSync(marksFile, `${kind} ${value}\n`)

const desk = createWorkstation({
  folder,
  key: testKey,
  version: '0.0.0',
  clock: systemClock,
  timers: systemTimers,
  random: randomBytes,
  fetch: globalThis.fetch,
  spawnCacheWriter: cacheWriterThread(import.meta.url, () => process.exit(3)),
  makePdf: paperThread(import.meta.url, {
    fontFolder: resolve(import.meta.dirname, '../../resources/fonts'),
    timers: systemTimers,
  }),
  handlers: deskHandlers,
  log: systemLog,
})

const said = new Set<string>()
async function call<N extends ServiceProcedureName>(name: N, input: InputOf<N>) {
  const reply = await desk.call(name, input)
  // what the desk shows as saved now, it has saved
  const shown = await desk.call('desk.toSend', {})
  if (shown.ok)
    for (const { items } of (shown.value as OutputOf<'desk.toSend'>).lines)
      for (const { commandId } of items) if (!said.has(commandId)) mark('saved', (said.add(commandId), commandId))
  return reply
}
async function ask<N extends ServiceProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const reply = await call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
  return reply.value as OutputOf<N> // as: the door has parsed it by this very procedure
}
async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look()
    if (isSo(seen)) return seen
    await new Promise((next) => setTimeout(next, 20))
  }
}
const asking: Asking = { do: ask, ask: call as Asking['ask'] } // the same door

async function sell(): Promise<void> {
  const { caseId } = await ask('interaction.startCase', { channel: 'walkIn', customerId: null })
  for (let typed = 1; typed <= 3; typed += 1) {
    await ask('interaction.saveDraft', { caseId, step: 'reason', fields: { familyName: `N${typed}` } })
    mark('draft', `${caseId} ${typed}`)
  }
  const offers = await ask('catalogue.offers', { caseId, segment: 'mobile', billing: 'postPaid' })
  const plan = offers.plans.find((one) => one.name['en'] === 'Mobile M 40 GB')?.offer.id ?? ''
  const { numbers } = await ask('number.freeNumbers', { wish: '', limit: 1 })
  const facts = { ...icaoSpecimen, expiryDate: '2032-04-15', documentNumber: `T9${caseId.slice(-6).toUpperCase()}` }
  const [line1, line2] = writeTd3(facts)
  const { businessDate } = await ask('interaction.caseView', { caseId })
  const changes = {
    reason: { givenNames: facts.givenNames, familyName: facts.surname },
    offer: { planId: plan, addOnIds: [], msisdn: numbers[0] ?? '' },
    identity: { line1, line2, addressIssuedOn: addDays(businessDate, -30) },
    credit: {},
    sign: {},
    payNow: { tendered: '100' },
  }
  for (const step of ['reason', 'offer', 'identity', 'credit', 'sign', 'payNow'] as const) {
    const done = await finish(asking, caseId, step, changes[step])
    if (!done.ok) process.stderr.write(`${step}: ${JSON.stringify(done.error)}\n`)
    if (step === 'sign') mark('blob', (await ask('contract.document', { caseId })).sha256)
  }
}

desk.setCore({ address, embedded: true, demoPassword })
await until(
  () => ask('desk.startup', {}),
  (seen) => seen.isReady,
)
const { people } = await until(
  () => ask('staff.people', {}),
  (seen) => seen.people.length > 0,
)
await ask('staff.signIn', { tile: people.find(({ role }) => role === 'store')?.userId ?? '' })
await sell()
await ask('desk.setCable', { isPulled: true })
await ask('interaction.startCase', { channel: 'phone', customerId: null })
await ask('interaction.startCase', { channel: 'phone', customerId: null })
await ask('desk.setCable', { isPulled: false })
await until(
  () => ask('desk.status', {}),
  (seen) => seen.isOnline && seen.toSend === 0,
)
await ask('interaction.startCase', { channel: 'phone', customerId: null })
await new Promise((next) => setTimeout(next, 500))
mark('end', join('all', 'said'))
process.kill(process.pid, 'SIGKILL')
