import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** A file of the page, ready to be answered with. */
export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Reads a file of the built page by a URL's path; `/` is index.html. Undefined where there is none, and for every
 * path that would leave the folder, however it is written.
 * `connect` names further sources of the content policy's connect-src (the web host's socket).
 */
export async function readPageFile(folder: string, path: string, connect = ''): Promise<PageFile | undefined> {
  const file = pageFilePath(folder, path)
  const type = file && types[extname(file)]
  if (!file || !type) return undefined
  try {
    const bytes = new Uint8Array(await readFile(file))
    return { bytes, headers: { 'content-type': type, ...safeHeaders(connect), ...cacheHeader(path) } }
  } catch {
    return undefined
  }
}

/** The file a URL's path names inside a folder, or undefined where it names none. */
export function pageFilePath(folder: string, path: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined
  const root = normalize(folder + sep)
  const file = normalize(join(root, decoded === '/' || decoded === '' ? 'index.html' : decoded))
  return file.startsWith(root) ? file : undefined
}

/** What the page may load and do. Mantine sets styles on elements, hence 'unsafe-inline' for styles, never for scripts. */
export function contentPolicy(connect = ''): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self' ${connect}`.trim(),
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ')
}

function safeHeaders(connect: string): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(connect),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** Files under assets/ carry a hash of their content in their name. */
function cacheHeader(path: string): Record<string, string> {
  return { 'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache' }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
}
