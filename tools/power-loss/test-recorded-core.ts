import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '#core/db/migrate.ts'
import { openCoreDatabase } from '#core/db/open-core-database.ts'
import { openTestWorld } from '#core/test-world.ts'
import { testKey } from '#main/workstation/test-desk.ts'

// A core at work, to be recorded: a desk pushes through its door; each id the core has answered for is marked, and so is
// how far the feed has been told in a pull.
const [folder = '', marks = ''] = process.argv.slice(2)
const marksFile = openSync(marks, 'a')
const mark = (kind: string, value: string | number): void => void writeSync(marksFile, `${kind} ${value}\n`)

const store = await openCoreDatabase(`sqlite:${join(folder, 'core.db')}`, { key: testKey })
await migrate(store)
const world = await openTestWorld(store)
const desk = await world.desk('store')
for (let round = 0; round < 8; round += 1) {
  const commands = Array.from({ length: 1 + (round % 4) }, (_, index) =>
    desk.command('interaction.openCase', {
      ...{ caseId: world.ids.next(), contactId: world.ids.next(), reference: `31-${round}${index}`, recipe: 'sale' },
      ...{ channel: 'phone', customerId: null },
    }),
  )
  const pushed = desk.push(...commands)
  if (round % 3 === 0) await toldInPull()
  for (const { id } of await pushed) mark('answered', id)
  if (round % 3 === 1) await toldInPull()
}
mark('end', '')
process.exit(0)

async function toldInPull(): Promise<void> {
  const end = (await desk.pull(0)).find((line) => 'end' in line)
  if (end) mark('told', end.cursor)
}
