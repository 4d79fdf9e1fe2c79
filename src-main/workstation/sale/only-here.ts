import type { Desk, Draft } from '#main/workstation/desk.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { CaseRow, CaseStepRow } from '#shared/domain/interaction/rows.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import { emptyFields, saleSteps } from '#shared/domain/interaction/steps.ts'
import { mayWrite } from '#shared/domain/interaction/writer.ts'
import type { Json } from '#shared/kernel/canonical.ts'

/** Drafts that count as typed in the case: while another desk writes in it, none of this desk's does. */
export function draftsThatCount(row: CaseRow, drafts: readonly Draft[], deviceId: string): readonly Draft[] {
  return mayWrite(row, deviceId) ? drafts.filter(({ step }) => !step.startsWith('kept:')) : []
}

/**
 * What was typed here and travelled nowhere: all drafts while another desk writes, and those kept aside when this desk
 * took the case back. Only what can be read and copied, and differs from what is on record.
 */
export function onlyHereOf(
  facts: { readonly row: CaseRow; readonly drafts: readonly Draft[]; readonly fields: CaseView['fields'] },
  deviceId: string,
): CaseView['onlyHere'] {
  const isWriter = mayWrite(facts.row, deviceId)
  return saleSteps.flatMap((step) => {
    const parts = isWriter ? [`kept:${step}`] : [step, `kept:${step}`]
    return facts.drafts
      .filter((draft) => parts.includes(draft.step))
      .flatMap((draft) => {
        const fields = differing(step, draft.fields, facts.fields[step])
        return fields.length === 0
          ? []
          : [{ step, savedAt: draft.savedAt, fields: fields.map(({ name, value }) => ({ name, value })) }]
      })
  })
}

/**
 * Before this desk writes again: what it had typed in a step that is on record is kept aside, so that neither overwrites
 * the other (no clock can say which is newer); in a step nobody saved it stands as it was typed.
 */
export function keepAside(desk: Desk, caseId: string, drafts: readonly Draft[], steps: readonly CaseStepRow[]): void {
  for (const step of saleSteps) {
    const draft = drafts.find((one) => one.step === step)
    const saved = steps.find((one) => one.step === step)
    if (!draft || !saved) continue
    desk.drafts.save(caseId, `kept:${step}`, draft.fields)
    desk.drafts.drop(caseId, step)
  }
}

/** Texts of a step that differ from what is on record, by field. */
export function differing(
  step: SaleStep,
  typed: Readonly<Record<string, Json>>,
  onRecord: object,
): readonly { readonly name: string; readonly value: string; readonly onRecord: string }[] {
  const record: Readonly<Record<string, unknown>> = { ...onRecord }
  return Object.keys(emptyFields[step]).flatMap((name) => {
    const value = typed[name]
    const isText = typeof value === 'string' && value.trim() !== '' && name !== 'signature'
    return isText && value !== record[name] && isFreeText(step, name)
      ? [{ name, value, onRecord: String(record[name] ?? '') }]
      : []
  })
}

/** A field people type in, not one chosen from a list. */
function isFreeText(step: SaleStep, name: string): boolean {
  const empty: Readonly<Record<string, unknown>> = emptyFields[step]
  return empty[name] === '' || name === 'msisdn'
}
