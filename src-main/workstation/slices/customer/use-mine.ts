import { defineDeskHandler } from '#main/workstation/desk.ts'
import { bodyOf } from '#main/workstation/sale/body-of.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { takeMatter } from '#main/workstation/sale/take-up.ts'
import { refusedCommand } from '#main/workstation/sale/waiting.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Decides for what this desk entered, over what another was first with: said again, now on what is on record. */
export const useMine = defineDeskHandler('customer.useMine', (desk, { commandId }) => {
  const item = refusedCommand(desk, commandId)
  const contact = item && bodyOf(item, 'customer.changeContact')
  const address = item && bodyOf(item, 'customer.changeAddress')
  if (!item || !(contact ?? address) || !isUnresolved(item)) return refuse('NOTHING_TO_RESOLVE')
  const taken = takeMatter(desk, commandId)
  if (!taken.ok) return taken
  const onRecord = item.snapshot['value']
  const from = typeof onRecord === 'string' ? onRecord : null
  if (contact) {
    const said = desk.capture({ type: 'customer.changeContact', body: { ...contact, from }, resolves: commandId })
    if (!said.ok) return said
  }
  if (address) {
    const body = { ...address, from: from ?? '' }
    const said = desk.capture({ type: 'customer.changeAddress', body, resolves: commandId })
    if (!said.ok) return said
  }
  desk.changed('interaction', 'customer', 'desk')
  return ok({})
})
