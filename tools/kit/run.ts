import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './places.ts'

/** Runs a program in the project's folder with our Node first on the path; its output goes to the terminal. Gives its exit code. */
export function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...withOurNode(process.env), ...env }, stdio: 'inherit' })
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
    for (const signal of signals) process.on(signal, forward)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const each of signals) process.off(each, forward)
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 130 : 1))
    })
  })
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The system's Node may be older than ours: node_modules/.bin comes first. */
function withOurNode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, PATH: [join(root, 'node_modules/.bin'), env['PATH']].filter(Boolean).join(delimiter) }
}
