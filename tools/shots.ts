import { buildIfStale } from './kit/build.ts'
import { findHost, runPlaywright } from './kit/e2e-host.ts'

/** `npm run shots`: a PNG of every screen, light and dark, 1440x900 and 1280x720, into shots/. */
async function shots(): Promise<number> {
  const electron = findHost('electron')
  const host = 'path' in electron ? 'electron' : 'web'
  const found = host === 'electron' ? electron : findHost('web')
  if (!('path' in found)) {
    console.error(`No screen can be shown. ${found.why}\n${found.how}`)
    return 1
  }
  buildIfStale((sentence) => console.log(sentence))
  return runPlaywright(host, found.path, ['--config', 'e2e/shots/playwright.config.ts', ...process.argv.slice(2)])
}

process.exitCode = await shots()
