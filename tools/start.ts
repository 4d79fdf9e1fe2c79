import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './kit/build.ts'
import { root } from './kit/places.ts'
import { findElectron, hasDisplay, sandboxSwitches } from './kit/runtimes.ts'

/** `npm start`: builds if stale, then opens the desk in Electron's window, or in a browser where that cannot be. */
async function start(): Promise<number> {
  let buildMs: number
  try {
    buildMs = buildIfStale((sentence) => console.log(sentence))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
  const env = { ...process.env, ...(buildMs > 0 ? { LINEDESK_BUILD_MS: String(buildMs) } : {}) }
  const switches = process.argv.slice(2)
  const window = switches.includes('--web') ? undefined : findWindow()
  if (window && 'path' in window) {
    console.log('Opening Linedesk in its window. The first start fills a demonstration market and shows how far it is.')
    return run(window.path, [...sandboxSwitches(), ...quietSwitches(), ...switches, root], env)
  }
  if (window) console.log(`${window.why} So Linedesk opens in your browser instead.\n${window.how}`)
  return run(process.execPath, [join(root, 'out/main/web.js'), ...switches.filter((each) => each !== '--web')], env)
}

/** Chromium's own complaints (D-Bus, GPU) help nobody who wants to sell a line; LINEDESK_LOG=1 shows them. */
function quietSwitches(): readonly string[] {
  return process.env['LINEDESK_LOG'] === '1' ? [] : ['--log-level=3']
}

function findWindow(): ReturnType<typeof findElectron> {
  if (!hasDisplay()) {
    return {
      why: 'There is no display on this machine.',
      how: 'For the window start it where there is one, or under a virtual one: xvfb-run -a npm start',
    }
  }
  const electron = findElectron({ mayDownload: false })
  if ('path' in electron) return electron
  console.log('Looking for Electron ...')
  return findElectron({ mayDownload: true })
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      console.error(`Linedesk could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}

process.exitCode = await start()
