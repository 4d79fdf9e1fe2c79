import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The text of a file of `resources/`, found upwards from this program: it stands beside src-core and beside out/ alike.
 * LINEDESK_RESOURCES names another folder. Throws when there is no such file.
 */
export function readResource(path: string): string {
  return readFileSync(join(resourcesFolder(path), path), 'utf8')
}

/** The folder of `resources/` that has this file or folder, as `readResource` finds it. */
export function resourcesFolder(path: string): string {
  const named = process.env['LINEDESK_RESOURCES']
  if (named !== undefined && named !== '') return named
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    if (existsSync(join(folder, 'resources', path))) return join(folder, 'resources')
    const above = dirname(folder)
    if (above === folder) throw new Error(`no file ${path} in any folder resources`)
    folder = above
  }
}
