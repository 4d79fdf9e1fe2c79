import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { plainLine } from '#shared/kernel/text-field.ts'
import type { Ring } from '#shared/domain/phone/contract.ts'

/**
 * Reads a link a telephone opens: `linedesk://call?number=+33639984112&queue=Bill%20question&waited=72` for a call that
 * comes in (`direction=out` for one its owner dialled), `tel:+33639984112` (RFC 3966) for one to be dialled. Parameters of a
 * `tel:` link are left out. LINK_WRONG for anything else; nothing of such a link is logged.
 */
export function readCallLink(link: string): Result<Ring, Refusal<'LINK_WRONG'>> {
  if (/^tel:/i.test(link)) return telLink(link)
  const url = URL.canParse(link) ? new URL(link) : undefined
  // written with two slashes the word stands as host, with none as path
  const word = url?.host === '' ? url.pathname.replaceAll('/', '') : url?.host
  if (url?.protocol !== 'linedesk:' || word !== 'call') return refuse('LINK_WRONG')
  // a plus of a number stands in links as it is, where form encoding would read a space
  const number = url.searchParams.get('number')?.replace(/^ /, '+') ?? ''
  const waited = Number(url.searchParams.get('waited') ?? Number.NaN)
  if (plainLine(number).length > 40) return refuse('LINK_WRONG')
  return ok({
    number: plainLine(number).trim(),
    queue: plainLine(url.searchParams.get('queue') ?? '').slice(0, 80),
    waitedS: Number.isInteger(waited) && waited >= 0 && waited <= 86_400 ? waited : null,
    direction: url.searchParams.get('direction') === 'out' ? 'outbound' : 'inbound',
  })
}

/** The first call link among the arguments a program was started with. */
export function callLinkOf(argv: readonly string[]): string | undefined {
  return argv.find((argument) => /^(linedesk|tel):/i.test(argument))
}

function telLink(link: string): Result<Ring, Refusal<'LINK_WRONG'>> {
  const [written = ''] = link.slice('tel:'.length).split(';')
  const number = decoded(written).replace(/[\s().-]/g, '')
  if (!/^\+?[0-9*#]{2,20}$/.test(number)) return refuse('LINK_WRONG')
  return ok({ number, queue: '', waitedS: null, direction: 'outbound' })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
