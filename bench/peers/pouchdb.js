// PouchDB on LevelDB, its fastest store in Node, in one process and without HTTP: it has less to do than we have. Rows
// come as JSON on a file; they are put into a source first, which is not timed, then replicated in batches of 1,000.
import { readFileSync } from 'node:fs'
import PouchDB from 'pouchdb'

const [rowsFile, folder] = process.argv.slice(2)
const rows = readFileSync(rowsFile, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
const source = new PouchDB(`${folder}/source`)
for (let from = 0; from < rows.length; from += 1000) await source.bulkDocs(rows.slice(from, from + 1000))
const target = new PouchDB(`${folder}/target`)
const began = performance.now()
await PouchDB.replicate(source, target, { batch_size: 1000 })
const seconds = (performance.now() - began) / 1000
const { doc_count: count } = await target.info()
if (count !== rows.length) throw new Error(`PouchDB has ${count} of ${rows.length}`)
console.log(JSON.stringify({ rows: rows.length, seconds }))
await Promise.all([source.close(), target.close()])
