import { chaosArguments } from './arguments.ts'
import { runProcesses } from './processes/run-processes.ts'
import { runSimulations } from './simulation/run-simulations.ts'
import { runAuthority } from './authority/run-authority.ts'
import type { Tally } from './tally.ts'
import { openTally, tableOf } from './tally.ts'

/** `npm run chaos -- --seed 1 --minutes 3`: runs with faults until the time is over; 1 when anything did not hold. */
async function chaos(): Promise<number> {
  const asked = chaosArguments(process.argv.slice(2))
  if (asked.only === 'authority') return runAuthority(asked)
  const all = openTally()
  console.log(`seed ${asked.seed}, ${asked.minutes} minutes`)
  if (asked.only !== 'processes') {
    const share = asked.only === 'simulation' ? 1 : 0.6
    close(
      'simulation',
      all,
      await runSimulations({ ...asked, forMs: asked.minutes * share * 60_000, say: console.log }),
    )
  }
  if (asked.only !== 'simulation' && asked.run === undefined) {
    const share = asked.only === 'processes' ? 1 : 0.4
    const { seed, database } = asked
    close(
      'processes',
      all,
      await runProcesses({ seed, database, forMs: asked.minutes * share * 60_000, say: console.log }),
    )
  }
  console.log(`\nAll layers\n${tableOf(all)}`)
  for (const { invariant, what } of all.violations) console.log(`${invariant}: ${what}`)
  return all.violations.length === 0 ? 0 : 1
}

function close(layer: string, all: ReturnType<typeof openTally>, tally: Tally): void {
  all.add(tally)
  console.log(`\nLayer ${layer}\n${tableOf(tally)}`)
}

process.exit(await chaos())
