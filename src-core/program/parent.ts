/** What an embedded core tells the program that started it. */
export type ParentMessage =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'problem'; readonly code: string; readonly message: string }

/** Electron gives a utility process a port to its parent; plain Node gives `process.send`. */
interface ElectronProcess {
  readonly parentPort?: { readonly postMessage: (message: unknown) => void }
}

/** Tells the starter something; nothing happens where there is none. */
export function tellParent(message: ParentMessage): void {
  // @types/node does not know Electron's utility process; the member is looked for, not assumed
  const { parentPort } = process as unknown as ElectronProcess
  if (parentPort) parentPort.postMessage(message)
  else if (process.connected) process.send?.(message)
}

/** Whether another program started this one and listens. */
export function hasParent(): boolean {
  return (process as unknown as ElectronProcess).parentPort !== undefined || process.send !== undefined // as above
}
