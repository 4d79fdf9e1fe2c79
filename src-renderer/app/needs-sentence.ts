import type { NeedsYouItem, ToldItem } from '#shared/contract/desk.ts'
import { isTextKey } from '#shared/text/translate.ts'
import type { Text } from './text.tsx'

/** One sentence of what happened to a command: the core's reason, in people's words. */
export function needsSentence(item: NeedsYouItem, text: Text): string {
  const name = nameOf(item, text)
  const { held } = item
  if (held !== null) {
    const why = isHeldCode(item.code) ? '' : ` ${text.key(`error.${item.code}`, item.details)}`
    const facts = { name, by: item.capturedBy, at: held.entries[0]?.capturedAt ?? item.capturedAt }
    return `${text.t(isHeldCode(item.code) ? `needs.sentence.${item.code}` : 'needs.sentence.held', facts)}${why}`
  }
  if (item.isKeptAside)
    return text.t('needs.keptAside', { what: commandName(item.type, text), name, at: item.capturedAt })
  if (item.code === 'NUMBER_TAKEN') {
    const isKnown = item.details['heldBy'] && item.details['takenAt']
    const key = isKnown ? 'needs.sentence.NUMBER_TAKEN' : 'needs.sentence.NUMBER_TAKEN.unknown'
    return text.t(key, { msisdn: item.entered, ...item.details, name })
  }
  if (item.code === 'FIELD_CHANGED') {
    const { changedBy, changedAt } = item.details
    const key = changedBy && changedAt ? 'needs.sentence.FIELD_CHANGED' : 'needs.sentence.FIELD_CHANGED.unknown'
    return text.t(key, { ...item.details, name, field: fieldName(item, text) })
  }
  if (item.code === 'CASE_TAKEN_OVER') return text.t('needs.sentence.CASE_TAKEN_OVER', { ...item.details, name })
  return `${text.t('needs.refused', { what: commandName(item.type, text), name, at: item.capturedAt })} ${needsReason(item, text)}`
}

const heldCodes = ['DEVICE_REVOKED', 'USER_REVOKED', 'OVERRIDE_NEEDS_SUPERVISOR'] as const

function isHeldCode(code: string): code is (typeof heldCodes)[number] {
  return heldCodes.some((one) => one === code)
}

/** Why, without who and when: for a row of a list. */
export function needsReason(item: NeedsYouItem, text: Text): string {
  const isSaid =
    ['NUMBER_TAKEN', 'FIELD_CHANGED', 'CASE_TAKEN_OVER'].includes(item.code) || item.isKeptAside || item.held !== null
  return isSaid ? needsSentence(item, text) : text.key(`error.${item.code}`, item.details)
}

/** Two or three words for an item: "Number taken". */
export function needsTitle(item: NeedsYouItem, text: Text): string {
  if (item.isKeptAside) return text.t('needs.title.keptAside')
  const key = `needs.title.${item.code}`
  return isTextKey(key) ? text.t(key) : text.t('needs.title.other')
}

/** The field that two desks changed, as people call it. */
export function fieldName(item: NeedsYouItem, { t }: Text): string {
  const { field } = item.details
  return t(field === 'email' ? 'contact.email' : field === 'address' ? 'contact.address' : 'contact.number')
}

/** What a colleague did with an own matter: "Irina, Call centre, seat 1, decided it: Other number chosen." */
export function toldSentence(item: ToldItem, text: Text): string {
  const { by, deskName, at } = item
  return text.t(`told.${item.kind}`, { by, deskName, at, what: commandName(item.byType, text) })
}

/** What a command is called: "Contract signed". */
export function commandName(type: string, text: Text): string {
  return text.key(`command.${type}`)
}

function nameOf(item: NeedsYouItem, { t }: Text): string {
  return item.customerName === '' ? t('needs.someone') : item.customerName
}
