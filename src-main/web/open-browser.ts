import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Opens an address in the system's browser where there is one and a display to show it on; says whether it tried. */
export function openBrowser(address: string, env: NodeJS.ProcessEnv = process.env): boolean {
  const [program, ...args] = openerOf(env)
  if (!program) return false
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // the link was printed: the person opens it
  child.unref()
  return true
}

function openerOf(env: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'darwin') return ['open']
  if (process.platform === 'win32') return ['explorer']
  const hasDisplay = Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
  const onPath = (env['PATH'] ?? '').split(delimiter).some((folder) => isRunnable(join(folder, 'xdg-open')))
  return hasDisplay && onPath ? ['xdg-open'] : []
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
