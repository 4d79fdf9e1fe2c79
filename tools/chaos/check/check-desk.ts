import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import type { DeskCache, DeskCommand, DeskFiles, Row } from '../desk-files.ts'
import type { TallyBook } from '../tally.ts'
import { noteSequence } from './check-core.ts'
import type { CoreSnapshot } from './core-snapshot.ts'
import type { Memory } from './memory.ts'

export interface DeskCheck {
  readonly name: string
  readonly files: DeskFiles
  readonly core: CoreSnapshot
  readonly memory: Memory
  readonly tally: TallyBook
  /** Nothing is under way and nothing harms: both sides must be equal. */
  readonly isQuiet: boolean
}

/** States in which a command of the outbox may be found after any death. */
const legalStates = ['captured', 'applied', 'rejected', 'conflict', 'needsApproval', 'quarantined']
const waitingStates = ['rejected', 'conflict', 'needsApproval', 'quarantined']

/** I1, I3 to I6, I9, I11 and I12 in a desk's files. */
export function checkDesk(check: DeskCheck): void {
  const { files, tally, name, memory } = check
  const device = files.deviceId() ?? ''
  const commands = files.commands()
  tally.check('I11', files.isWhole(), () => `${name}: outbox.db is damaged`)
  for (const command of commands) {
    noteSequence(memory, tally, device, command.device_seq, command.id)
    tally.check('I11', legalStates.includes(command.state), () => `${name}: ${command.id} is ${command.state}`)
    checkReceipt(check, command)
    if (check.isQuiet) checkSettled(check, command)
  }
  const cache = files.cache()
  if (check.isQuiet) tally.check('I6', cache !== undefined, () => `${name} holds no mirror`)
  if (!cache) return
  try {
    checkCache(check, cache, device)
  } finally {
    cache.close()
  }
}

/** I12: nothing is called confirmed before the core has said so. */
function checkReceipt({ memory, tally, name }: DeskCheck, command: DeskCommand): void {
  if (command.state === 'captured' || command.state === 'quarantined') return
  const isDecided = memory.decided.has(command.id)
  tally.check(
    'I12',
    isDecided,
    () => `${name}: ${command.type} ${command.id} is ${command.state}, the core knows nothing`,
  )
}

/** I6: the outbox holds nothing but what waits for a person; what it says is what the ledger says. */
function checkSettled({ core, tally, name }: DeskCheck, command: DeskCommand): void {
  const line = core.ledger.get(command.id)
  tally.check('I6', command.state !== 'captured', () => `${name}: ${command.type} ${command.id} is still unsent`)
  if (command.state === 'quarantined') return
  const isEqual = line !== undefined && line.result === command.state && line.code === command.code
  tally.check(
    'I6',
    isEqual,
    () =>
      `${name}: ${command.type} ${command.id} is ${command.state} ${command.code}, in the ledger ${line?.result} ${line?.code}`,
  )
  if (waitingStates.includes(command.state) && command.resolved_by === null)
    tally.check('I3', line?.resolved_by === null, () => `${name}: ${command.id} waits here and is resolved in the core`)
}

function checkCache(check: DeskCheck, cache: DeskCache, device: string): void {
  const { name, core, memory, tally, isQuiet } = check
  const key = `${name}/${device}/${cache.number}/${cache.epoch}`
  const before = memory.cursors.get(key) ?? 0
  tally.check('I5', cache.cursor >= before, () => `${name}: cursor went back from ${before} to ${cache.cursor}`)
  memory.cursors.set(key, cache.cursor)
  if (isQuiet) {
    tally.check('I6', cache.epoch === core.epoch, () => `${name}: epoch ${cache.epoch}, the core's is ${core.epoch}`)
    tally.check('I6', cache.cursor === core.counter, () => `${name}: cursor ${cache.cursor} of ${core.counter}`)
  }
  for (const table of mirrorTableNames) compare(check, cache, table, device)
}

/** I4 and I6: every row that the cursor covers is here as the core has it, in every column; I9: and no row of others. */
function compare(
  { name, core, tally, isQuiet }: DeskCheck,
  cache: DeskCache,
  table: MirrorTableName,
  device: string,
): void {
  const scope = table === 'command_outcome' ? `device:${device}` : cache.scope
  const here = new Map(cache.rows(table).map((row) => [String(row['id']), row]))
  for (const [id, row] of here)
    tally.check('I9', row['scope'] === scope, () => `${name}: ${table} ${id} is of ${String(row['scope'])}`)
  if (cache.epoch !== core.epoch) return
  const rows = core.tables.get(table) ?? new Map<string, Row>()
  const invariant = isQuiet ? 'I6' : 'I4'
  for (const [id, row] of rows) {
    if (row['scope'] !== scope || Number(row['change_seq']) > cache.cursor) continue
    const column = differing(table, row, here.get(id))
    tally.check(
      invariant,
      column === undefined,
      () =>
        `${name}: ${table} ${id} differs in ${column} (change ${String(row['change_seq'])}, cursor ${cache.cursor})`,
    )
  }
  if (!isQuiet) return
  for (const id of here.keys())
    tally.check('I6', rows.get(id)?.['scope'] === scope, () => `${name}: ${table} ${id} is not in the core`)
}

function differing(table: MirrorTableName, row: Row, here: Row | undefined): string | undefined {
  if (!here) return 'being there'
  return mirrorTables[table].columnNames.find((name) => row[name] !== here[name])
}
