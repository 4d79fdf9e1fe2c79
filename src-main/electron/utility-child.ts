import { utilityProcess } from 'electron'
import type { Child } from '#main/host/keep-alive.ts'
import { lastWordsOf } from '#main/host/last-words.ts'

/** Starts one of our programs in a utility process of its own: sandboxed from the shell, gone when the shell is gone. */
export function utilityChild(
  file: string,
  options: {
    readonly name: string
    readonly args?: readonly string[]
    readonly env?: Readonly<Record<string, string>>
  },
): Child {
  const child = utilityProcess.fork(file, [...(options.args ?? [])], {
    serviceName: options.name,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lastWords = lastWordsOf(child.stderr)
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', (code) => listener(code, lastWords())),
    kill: () => void child.kill(),
  }
}
