import { buildIfStale } from './kit/build.ts'
import { findHost, runPlaywright } from './kit/e2e-host.ts'

/** `npm run e2e`, `npm run e2e:web`: end-to-end tests in one host; `-- --grep X` and Playwright's other options pass through. */
async function endToEnd(): Promise<number> {
  const args = process.argv.slice(2)
  const at = args.indexOf('--host')
  const host = at >= 0 && args[at + 1] === 'web' ? 'web' : 'electron'
  const found = findHost(host)
  if (!('path' in found)) {
    console.error(`The end-to-end tests cannot run. ${found.why}\n${found.how}`)
    return 1
  }
  buildIfStale((sentence) => console.log(sentence))
  return runPlaywright(host, found.path, at < 0 ? args : args.toSpliced(at, 2))
}

process.exitCode = await endToEnd()
