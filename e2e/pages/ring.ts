import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Jana rings as a telephone program tells it: by the loopback door, with the token of the desk's folder. */
export async function ring(folder: string): Promise<number> {
  const text = readFileSync(join(folder, 'phone.json'), 'utf8')
  // as: the desk's own file
  const { port, token } = JSON.parse(text) as { readonly port: number; readonly token: string }
  const answer = await fetch(`http://127.0.0.1:${port}/call`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ number: '+33639984112', queue: 'Bill question', waited: 72 }),
  })
  return answer.status
}
