import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import { rankNumbers } from '#shared/domain/number/number-pattern.ts'
import { ok } from '#shared/kernel/result.ts'

/** Numbers looked at for one wish: ranking reads each of them. */
const poolLimit = 1_000

/**
 * Free numbers for a wish, those ending in it and easily remembered first; what this desk has just taken is left out.
 * Without the core those of the desk's own block come first: no other desk can choose them meanwhile.
 */
export const freeNumbers = defineDeskHandler('number.freeNumbers', (desk, { wish, limit }) => {
  const figures = wish.replace(/\D/g, '')
  const inside = figures.replace(/^0+/, '')
  const rows = desk.view.sql<{ readonly id: string; readonly leased_to: string | null }>(
    `select id, leased_to from phone_number
     where (state = 'free' or (state = 'leased' and leased_to = ?)) and id like ? order by id limit ?`,
    desk.deviceId,
    `%${inside === '' ? figures : inside}%`,
    poolLimit,
  )
  const taken = takenHere(desk)
  const ranked = rankNumbers(
    rows.map(({ id }) => id).filter((id) => !taken.has(id)),
    wish,
  )
  const block = new Set(rows.filter((row) => row.leased_to === desk.deviceId).map(({ id }) => id))
  const isOwn = (id: string): boolean => block.has(id)
  const numbers = (desk.isOnline() ? ranked : ranked.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))).slice(
    0,
    limit,
  )
  return ok({ numbers, own: numbers.filter(isOwn), of: ranked.length })
})

/** Numbers that commands still to be sent take out of the mirror's free ones. */
function takenHere(desk: Desk): ReadonlySet<string> {
  return new Set(
    desk.outbox
      .unsent()
      .flatMap((item) =>
        item.touches.filter((touch) => touch.startsWith('number:')).map((touch) => touch.slice('number:'.length)),
      ),
  )
}
