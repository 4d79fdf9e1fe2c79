import { existsSync } from 'node:fs'
import path from 'node:path'

let found: string | undefined

/**
 * The folder of the fonts contracts are set in: `resources/fonts` of the nearest folder above this code that has one,
 * whether it runs from the sources, from `out/` or from a package. Throws when there is none: the installation is broken.
 */
export function fontFolder(): string {
  found ??= search(import.meta.dirname)
  return found
}

function search(start: string): string {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'resources', 'fonts')
    if (existsSync(path.join(candidate, 'Inter-Regular.ttf'))) return candidate
    if (path.dirname(folder) === folder) throw new Error('resources/fonts is missing from the installation')
  }
}
