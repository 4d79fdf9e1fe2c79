import { prepareSearchDesk } from './search-desk.ts'

// A process of its own: opens the cache in a folder, asks one text, prints how long both took together.
const [, , folder = '', text = ''] = process.argv
const desk = prepareSearchDesk(folder)
const began = performance.now()
desk.open()
desk.search(text)
process.stdout.write(JSON.stringify({ ms: performance.now() - began }))
desk.close()
