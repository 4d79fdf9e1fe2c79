import { fork } from 'node:child_process'
import type { Serializable } from 'node:child_process'
import type { Child } from '#main/host/keep-alive.ts'

/** Starts one of our programs as a child of plain Node; it ends itself when we are gone. */
export function nodeChild(
  file: URL,
  options: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> },
): Child {
  const output = process.env['LINEDESK_LOG'] === '1' ? 'inherit' : 'ignore'
  const child = fork(file, options.args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', output, 'inherit', 'ipc'],
  })
  return {
    send: (message) => void child.send(message as Serializable), // as: our messages are plain data
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  }
}
