import { billRunBench } from './bill-run.bench.ts'
import { billBench } from './bill.bench.ts'
import { bridgeBench } from './bridge.bench.ts'
import { captureBench } from './capture.bench.ts'
import { decisionBench } from './decision.bench.ts'
import { memoryBench } from './memory.bench.ts'
import { ratingBench } from './rating.bench.ts'
import { reconnectBench } from './reconnect.bench.ts'
import { searchBench } from './search.bench.ts'
import { seedBench } from './seed.bench.ts'
import { startBench } from './start.bench.ts'
import { syncBench } from './sync.bench.ts'
import { viewBench } from './view.bench.ts'
import type { Measure } from './measure.ts'

/** Every benchmark by name; each prints JSON lines, ours and the yardstick in the same run. */
const benches: Readonly<Record<string, (tell: (measure: Measure) => void) => Promise<void>>> = {
  start: startBench,
  bridge: bridgeBench,
  memory: memoryBench,
  search: searchBench,
  seed: seedBench,
  sync: syncBench,
  capture: captureBench,
  reconnect: reconnectBench,
  view: viewBench,
  rating: ratingBench,
  billrun: billRunBench,
  bill: billBench,
  dispute: decisionBench,
}

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) await bench((measure) => console.log(JSON.stringify(measure)))
