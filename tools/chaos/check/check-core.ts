import { z } from 'zod'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import type { TallyBook } from '../tally.ts'
import type { CoreSnapshot, LedgerLine } from './core-snapshot.ts'
import type { Memory } from './memory.ts'

/** What a refusal itself may write beside its outcome: that it waits for a person. */
const writtenByRefusals: readonly string[] = ['command_outcome', 'decision_task']

const saved = z.object({ body: z.object({ caseId: z.string(), step: z.string() }) })
const paid = z.object({ body: z.object({ amountMinor: z.int() }) })
const opened = z.object({ body: z.object({ caseId: z.string(), contactId: z.string() }) })

/** I2, I3 and I5 in the core's own database. */
export function checkCore(core: CoreSnapshot, memory: Memory, tally: TallyBook): void {
  if (memory.epoch !== core.epoch) {
    memory.epoch = core.epoch
    memory.versions.clear()
    memory.changesSeen = 0
  }
  for (const id of core.ledger.keys()) memory.decided.add(id)
  checkOnce(core, tally)
  checkSequences(core, memory, tally)
  checkRefusals(core, memory, tally)
  checkVersions(core, memory, tally)
  memory.changesSeen = core.counter
}

/** I2: each applied command took effect once: by versions of what it wrote, by money, by the audit. */
function checkOnce(core: CoreSnapshot, tally: TallyBook): void {
  const applied = [...core.ledger.values()].filter((line) => line.result === 'applied')
  const saves = new Map<string, number>()
  for (const line of applied.filter(({ type }) => type === 'interaction.saveCaseStep')) {
    const { body } = saved.parse(JSON.parse(line.command))
    const id = `${body.caseId}:${body.step}`
    saves.set(id, (saves.get(id) ?? 0) + 1)
  }
  for (const [id, times] of saves) {
    const version = Number(rowOf(core, 'case_step', id)?.['version'] ?? 0)
    tally.check('I2', version === times, () => `step ${id} was saved ${times} times and has version ${version}`)
  }
  for (const line of applied.filter(({ type }) => type === 'interaction.openCase')) {
    const { body } = opened.parse(JSON.parse(line.command))
    const isThere = rowOf(core, 'service_case', body.caseId) && rowOf(core, 'contact', body.contactId)
    tally.check('I2', isThere !== undefined, () => `case ${body.caseId} was opened and is not there`)
  }
  const due = applied
    .filter(({ type }) => type === 'payment.recordPayment')
    .reduce((sum, line) => sum + paid.parse(JSON.parse(line.command)).body.amountMinor, 0)
  const taken = [...(core.tables.get('payment')?.values() ?? [])].reduce(
    (sum, row) => sum + Number(row['amount_minor']),
    0,
  )
  tally.check('I2', due === taken, () => `payments captured ${due}, payments on record ${taken}`)
  const perDevice = new Map<string, number>()
  for (const { device_id: device } of core.ledger.values()) perDevice.set(device, (perDevice.get(device) ?? 0) + 1)
  for (const [device, many] of perDevice)
    tally.check(
      'I2',
      core.audits.get(device) === many,
      () => `${device}: ${many} results, ${core.audits.get(device)} audits`,
    )
}

/** I5: a number of a desk belongs to one command for ever. */
function checkSequences(core: CoreSnapshot, memory: Memory, tally: TallyBook): void {
  for (const line of core.ledger.values()) noteSequence(memory, tally, line.device_id, line.device_seq, line.id)
}

/** Notes which command bears a desk's number, and that no other ever did. */
export function noteSequence(memory: Memory, tally: TallyBook, device: string, sequence: number, id: string): void {
  const key = `${device}/${sequence}`
  const known = memory.sequences.get(key) ?? id
  memory.sequences.set(key, known)
  tally.check('I5', known === id, () => `number ${key} was ${known} and is ${id}`)
}

const resolving = z.object({ resolves: z.string().nullable() })

/** A refused decision is no task of its own: it stays with what it was to decide. */
function hasTask(core: CoreSnapshot, line: LedgerLine): boolean {
  if (rowOf(core, 'decision_task', line.id) !== undefined) return true
  const { resolves } = resolving.parse(JSON.parse(line.command))
  const behind = resolves === null ? undefined : core.ledger.get(resolves)
  return behind !== undefined && hasTask(core, behind)
}

/** I3: what was refused has its outcome for the desk, and no other row was written with it. */
function checkRefusals(core: CoreSnapshot, memory: Memory, tally: TallyBook): void {
  const written = new Map<number, string>()
  for (const [table, rows] of core.tables) {
    if (writtenByRefusals.includes(table)) continue
    for (const row of rows.values()) {
      const change = Number(row['change_seq'])
      if (change > memory.changesSeen) written.set(change, `${table} ${String(row['id'])}`)
    }
  }
  for (const line of core.ledger.values()) {
    if (!isRefused(line)) continue
    const outcome = rowOf(core, 'command_outcome', line.id)
    const isTold = outcome?.['result'] === line.result && outcome['scope'] === `device:${line.device_id}`
    tally.check('I3', isTold, () => `${line.type} ${line.id} was refused and its desk is not told`)
    // and a person can find it: a task of the team (a resolved one may have gone)
    const isTask = line.resolved_by !== null || hasTask(core, line)
    tally.check('I3', isTask, () => `${line.type} ${line.id} was refused and is nobody's task`)
    const change = Number(outcome?.['change_seq'] ?? 0)
    // a later version of the outcome came with the decision that resolved it, and with what that wrote
    if (change <= memory.changesSeen || outcome?.['version'] !== 1) continue
    tally.check(
      'I3',
      !written.has(change),
      () => `${line.type} ${line.id} was refused and wrote ${written.get(change)}`,
    )
  }
}

/** Whether a ledger line waits for a person, or did. */
export function isRefused({ result }: Pick<LedgerLine, 'result'>): boolean {
  return result === 'rejected' || result === 'conflict' || result === 'needsApproval'
}

/** I5: versions only rise. */
function checkVersions(core: CoreSnapshot, memory: Memory, tally: TallyBook): void {
  for (const [table, rows] of core.tables) {
    for (const [id, row] of rows) {
      const change = Number(row['change_seq'])
      if (change <= memory.changesSeen && memory.versions.has(`${table}:${id}`)) continue
      const version = Number(row['version'])
      const before = memory.versions.get(`${table}:${id}`) ?? 0
      tally.check('I5', version >= before, () => `${table} ${id} went back from version ${before} to ${version}`)
      memory.versions.set(`${table}:${id}`, version)
    }
  }
}

function rowOf(core: CoreSnapshot, table: MirrorTableName, id: string) {
  return core.tables.get(table)?.get(id)
}
