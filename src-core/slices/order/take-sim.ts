import type { Iccid } from '#shared/domain/number/iccid.ts'
import { simMachine } from '#shared/domain/number/sim-machine.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import type { Rejected } from '../kit/answers.ts'
import { rejected } from '../kit/answers.ts'
import { mayMove, mustMove } from '../kit/move.ts'

/** Cards looked at before the stock is called empty: another sale may take the first ones at the same moment. */
const candidatesPerTry = 50

export interface SimWish {
  readonly kind: 'card' | 'eSim'
  /** The card handed over; null lets the core choose. */
  readonly iccid: Iccid | null
  readonly productId: string
}

/** Gives a SIM to a product: the card handed over, the first of the desk's own block, or the first in stock. Gives its number, or why not. */
export async function takeSim(
  context: HandlerContext,
  wish: SimWish,
): Promise<Iccid | Rejected<'SIM_TAKEN' | 'SIM_STOCK_EMPTY'>> {
  if (wish.iccid !== null)
    return (await assignSim(context, wish.iccid, wish)) ? wish.iccid : rejected('SIM_TAKEN', { iccid: wish.iccid })
  const found = [...(await ownCards(context, wish.kind)), ...(await cardsInStock(context, wish.kind))]
  for (const id of found) if (await assignSim(context, id, wish)) return id
  return rejected('SIM_STOCK_EMPTY', { kind: wish.kind })
}

/** Cards of the block leased to the desk: what lies in its drawer. */
async function ownCards(context: HandlerContext, kind: SimWish['kind']): Promise<readonly Iccid[]> {
  const rows = await context.tx
    .selectFrom('sim_card')
    .select('id')
    .where('leased_to', '=', context.command.deviceId)
    .where('state', '=', 'leased')
    .where('kind', '=', kind)
    .orderBy('id')
    .limit(candidatesPerTry)
    .execute()
  return rows.map(({ id }) => id)
}

async function cardsInStock(context: HandlerContext, kind: SimWish['kind']): Promise<readonly Iccid[]> {
  const rows = await context.tx
    .selectFrom('sim_card')
    .select('id')
    .where('state', '=', 'inStock')
    .where('kind', '=', kind)
    .where('scope', '=', context.scope)
    .orderBy('id')
    .limit(candidatesPerTry)
    .execute()
  return rows.map(({ id }) => id)
}

async function assignSim(context: HandlerContext, iccid: Iccid, wish: SimWish): Promise<boolean> {
  const row = await context.get('sim_card', iccid)
  const lease = row?.leased_to ? { desk: row.leased_to, until: row.leased_until ?? 0 } : undefined
  const facts = { now: context.now, desk: context.command.deviceId, ...(lease && { lease }) }
  if (!row || row.scope !== context.scope || row.kind !== wish.kind) return false
  if (!mayMove(simMachine, row.state, 'assign', facts)) return false
  const state = mustMove(simMachine, row.state, 'assign', facts)
  const activation_code = row.kind === 'eSim' ? await activationCodeOf(context, iccid) : ''
  const taken = { state, product_id: wish.productId, leased_to: null, leased_until: null }
  await context.patch('sim_card', iccid, { ...taken, activation_code })
  return true
}

/** What the customer's telephone loads the profile with; '' for an eSIM that came without. */
async function activationCodeOf({ tx }: HandlerContext, iccid: Iccid): Promise<string> {
  const secret = await tx
    .selectFrom('sim_secret')
    .select('activation_code')
    .where('iccid', '=', iccid)
    .executeTakeFirst()
  return secret?.activation_code ?? ''
}
