/**
 * The workstation service as Electron's utilityProcess runs it, in plain Node: the very program (`workstation/main.ts`),
 * its port stood in for by this process's channel to the harness.
 */
const port = {
  on: (_event: 'message', listener: (event: { readonly data: unknown }) => void): void => {
    process.on('message', (data) => listener({ data }))
  },
  postMessage: (message: unknown): void => {
    if (process.connected) process.send?.(message)
  },
}
Object.assign(process, { parentPort: port })
process.on('disconnect', () => process.exit(0))
await import('#main/workstation/main.ts')

export {}
