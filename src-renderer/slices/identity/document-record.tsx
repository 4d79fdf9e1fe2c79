import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import { StateBadge } from '#renderer/ui/state-badge.tsx'
import { ageOn } from '#shared/kernel/date.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { readBirthDate, readExpiryDate } from '#shared/domain/identity/document-dates.ts'
import type { MrzFieldName, MrzReading } from '#shared/domain/identity/mrz.ts'
import { stateName, stateOf } from '#shared/domain/identity/state-codes.ts'
import { locales } from '#shared/text/translate.ts'

/** What the lines say, field by field, each with whether its check digit fits or that it has none. */
export function DocumentRecord({ reading, today }: { readonly reading: MrzReading; readonly today: IsoDate }) {
  const text = useText()
  const { t } = text
  const { surname, givenNames, issuingState, documentNumber } = reading
  const noDigit = t('identity.record.noDigit')
  const isSpecimen = stateOf(issuingState)?.kind === 'specimen'
  const cutOff = reading.nameMayBeCut ? t('identity.record.cut') : noDigit
  return (
    <RecordGrid>
      <Record
        label={t('identity.record.surname')}
        value={named(surname)}
        second={surname === '' ? t('identity.record.waits') : cutOff}
      />
      <Record
        label={t('identity.record.givenNames')}
        value={named(givenNames)}
        second={givenNames === '' ? t('identity.record.waits') : cutOff}
      />
      <Record
        label={t('identity.record.state')}
        value={stateText(issuingState, text)}
        second={issuingState === '' ? t('identity.record.waits') : isSpecimen ? t('identity.record.specimen') : noDigit}
      />
      <Record
        label={t('identity.record.number')}
        value={documentNumber}
        second={<Fits reading={reading} field="documentNumber" />}
      />
      <Record
        label={t('identity.record.born')}
        value={bornText(reading, today, text)}
        second={<Fits reading={reading} field="birthDate" />}
      />
      <Record
        label={t('identity.record.expires')}
        value={expiresText(reading, today, text)}
        second={<Fits reading={reading} field="expiryDate" />}
      />
    </RecordGrid>
  )
}

function Fits({ reading, field }: { readonly reading: MrzReading; readonly field: MrzFieldName }) {
  const { t } = useText()
  const check = reading.fields.find((each) => each.name === field)?.check
  if (!check) return t('identity.record.waits')
  return check.fits ? (
    <StateBadge small state="confirmed" icon="check" word={t('identity.record.fits')} />
  ) : (
    <StateBadge small state="stuck" word={t('identity.record.doesNotFit')} />
  )
}

function bornText(reading: MrzReading, today: IsoDate, { t, date }: Text): string {
  const born = readBirthDate(reading.birthDate?.printed ?? '', today)
  if (!born.ok) return reading.birthDate?.printed ?? ''
  return (
    t('identity.record.age', { on: born.value.date, count: ageOn(born.value.date, today) }) || date(born.value.date)
  )
}

function expiresText(reading: MrzReading, today: IsoDate, { date }: Text): string {
  const expires = readExpiryDate(reading.expiryDate?.printed ?? '', today)
  return expires.ok ? date(expires.value.date) : (reading.expiryDate?.printed ?? '')
}

function stateText(code: string, { t, reader }: Text): string {
  if (code === 'UTO') return t('identity.record.utopia')
  const name = stateName(code, locales[reader.language])
  return name === undefined ? code : t('identity.record.stateOf', { name, code })
}

/** Eriksson, Anna Maria: the zone knows capitals only. */
function named(words: string): string {
  return words
    .toLowerCase()
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
