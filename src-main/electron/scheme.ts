import { protocol } from 'electron'
import { readPageFile } from '#main/host/page-files.ts'

/** The page's address. Our own scheme instead of file://: an origin of its own, and a content policy as a header. */
export const pageUrl = 'app://linedesk/'

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers the page's files out of the built folder, and nothing else. */
export function servePage(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const file = isOurs(request.url) && request.method === 'GET' ? await readPageFile(folder, url.pathname) : undefined
    return file ? new Response(file.bytes, { headers: file.headers }) : new Response(null, { status: 404 })
  })
}

/** Whether an address is the page's own. Compared by parts: a custom scheme's `origin` is the text "null" in Node. */
export function isOurs(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'app:' && url.host === 'linedesk' && url.username === '' && url.port === ''
}
