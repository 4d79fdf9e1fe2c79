import { Table } from '@mantine/core'
import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { useDesk } from '#renderer/app/queries.ts'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { StateBadge } from '#renderer/ui/state-badge.tsx'
import text from '#renderer/ui/text.module.css'
import type { State } from '#renderer/ui/tone.ts'
import type { MrzReading } from '#shared/domain/identity/mrz.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { ProofOfAddress } from './proof-of-address.tsx'
import { OpenKnown } from './identity-refused.tsx'
import classes from './mrz.module.css'

/** Three things beside the lines: whether the person is known, the additional check, the proof of address. */
export function IdentityChecks(props: IdentityChecksProps) {
  const { view, reading, isSeen } = props
  const say = useText()
  const { t } = say
  const isWhole = reading.problems.length === 0 && reading.progress === undefined && reading.layout !== undefined
  const known = useDesk(
    'customer.samePerson',
    { lines: [...reading.lines], exceptCustomerId: view.customer?.id ?? null },
    { isOff: !isWhole || isSeen },
  ).data?.hit
  const additional = additionalCheck(view, reading, say)
  const same = knownState(view, isWhole || isSeen, known !== null && known !== undefined, say)
  return (
    <>
      <Table aria-label={t('identity.checks')} className={cx(classes.checks)}>
        <Table.Thead className={text.hidden}>
          <Table.Tr>
            <Table.Th>{t('identity.checks.what')}</Table.Th>
            <Table.Th>{t('identity.checks.finding')}</Table.Th>
            <Table.Th>{t('identity.checks.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>{t('identity.known')}</Table.Td>
            <Table.Td className={cx(text.second)}>
              {known ? (
                <span className={text.row}>
                  {t('identity.known.is', { name: known.name, town: known.town })}
                  <OpenKnown customerId={known.customerId} name={known.name} channel={view.channel} />
                </span>
              ) : (
                same.finding
              )}
            </Table.Td>
            <Table.Td className={cx(text.number)}>
              <StateBadge state={same.state} word={same.word} />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Td>{t('identity.additional')}</Table.Td>
            <Table.Td className={cx(text.second)}>{additional.finding}</Table.Td>
            <Table.Td className={cx(text.number)}>
              <StateBadge state={additional.state} word={additional.word} />
            </Table.Td>
          </Table.Tr>
          <ProofOfAddress {...props} />
        </Table.Tbody>
      </Table>
    </>
  )
}

export interface IdentityChecksProps extends StepPanelProps<'identity'> {
  readonly reading: MrzReading
  readonly isSeen: boolean
  /** The document has to be put right first. */
  readonly isDocumentWrong: boolean
}

interface Check {
  readonly finding: string
  readonly state: State
  readonly word: string
}

function knownState(view: CaseView, isLookedUp: boolean, isKnown: boolean, { t }: Text): Check {
  if (isKnown) return { finding: '', state: 'stuck', word: t('identity.known.word') }
  if (!isLookedUp) return { finding: t('identity.known.waits'), state: 'waits', word: t('mark.waits') }
  return view.evidence !== null && view.marks.identity.state === 'confirmed'
    ? { finding: t('identity.known.nobody'), state: 'confirmed', word: t('mark.confirmed') }
    : { finding: t('identity.known.nobody'), state: 'desk', word: t('identity.known.here') }
}

/** The watch list is the core's: what this desk can say is whether it has answered. */
function additionalCheck(view: CaseView, reading: MrzReading, { t }: Text): Check {
  const { evidence, marks } = view
  const numberFits = reading.fields.some((field) => field.name === 'documentNumber' && field.check?.fits === true)
  if (evidence === null)
    return {
      finding: t(numberFits ? 'identity.additional.waitsStep' : 'identity.additional.waitsNumber'),
      state: 'waits',
      word: t('mark.waits'),
    }
  if (evidence.state === 'referred')
    return { finding: t('identity.additional.referred'), state: 'late', word: t('identity.additional.needed') }
  if (evidence.state === 'refused')
    return { finding: t('identity.additional.refused'), state: 'stuck', word: t('step.identity.refused') }
  return marks.identity.state === 'confirmed'
    ? { finding: t('identity.additional.clear'), state: 'confirmed', word: t('mark.confirmed') }
    : { finding: t('identity.additional.pending'), state: 'desk', word: t('mark.desk') }
}
