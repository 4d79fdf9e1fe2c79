import { fork } from 'node:child_process'
import type { Serializable } from 'node:child_process'
import type { Child } from '#main/host/keep-alive.ts'
import { lastWordsOf } from '#main/host/last-words.ts'

/** Starts one of our programs as a child of plain Node; it ends itself when we are gone. */
export function nodeChild(
  file: URL,
  options: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> },
): Child {
  const child = fork(file, options.args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const lastWords = lastWordsOf(child.stderr)
  return {
    send: (message) => void child.send(message as Serializable), // as: our messages are plain data
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', (code) => listener(code, lastWords())),
    kill: () => void child.kill(),
  }
}
