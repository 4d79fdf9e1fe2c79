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

/** Gives a SIM to a product: the card handed over, or the first in stock. Gives its number, or why not. */
export async function takeSim(
  context: HandlerContext,
  wish: SimWish,
): Promise<Iccid | Rejected<'SIM_TAKEN' | 'SIM_STOCK_EMPTY'>> {
  if (wish.iccid !== null)
    return (await assignSim(context, wish.iccid, wish)) ? wish.iccid : rejected('SIM_TAKEN', { iccid: wish.iccid })
  const inStock = await context.tx
    .selectFrom('sim_card')
    .select('id')
    .where('state', '=', 'inStock')
    .where('kind', '=', wish.kind)
    .where('scope', '=', context.scope)
    .orderBy('id')
    .limit(candidatesPerTry)
    .execute()
  for (const { id } of inStock) if (await assignSim(context, id, wish)) return id
  return rejected('SIM_STOCK_EMPTY', { kind: wish.kind })
}

async function assignSim(context: HandlerContext, iccid: Iccid, wish: SimWish): Promise<boolean> {
  const row = await context.get('sim_card', iccid)
  const facts = { now: context.now }
  if (!row || row.scope !== context.scope || row.kind !== wish.kind) return false
  if (!mayMove(simMachine, row.state, 'assign', facts)) return false
  const state = mustMove(simMachine, row.state, 'assign', facts)
  await context.patch('sim_card', iccid, { state, product_id: wish.productId })
  return true
}
