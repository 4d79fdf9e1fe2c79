import { Radio, Table } from '@mantine/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { FindField } from '#renderer/ui/find-field.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import text from '#renderer/ui/text.module.css'
import type { OfferChoice } from '#shared/domain/catalogue/contract.ts'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import classes from './offer.module.css'

/** Plans as radio rows: arrow keys choose. One that is off keeps its row, with the reason and the way out of it. */
export function OfferTable({ plans, chosen, onChoose, onCheckCredit }: OfferTableProps) {
  const { t, reader } = useText()
  const [wish, setWish] = useState('')
  const words = foldText(wish).split(' ')
  const wordsOf = (plan: OfferChoice): string =>
    foldText([nameIn(plan.name, reader.language), nameIn(plan.summary, reader.language)].join(' '))
  const hasWords = (plan: OfferChoice): boolean => words.every((word) => wordsOf(plan).includes(word))
  const shown = plans.filter((plan) => plan.offer.id === chosen || hasWords(plan))
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // the plans come a moment after the step: whoever has not gone elsewhere stands on the first of them
    const focused = document.activeElement
    if (focused === document.body || focused?.matches('input[type=radio]') === true)
      first.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={classes.plans}>
      <Table stickyHeader aria-label={t('offer.plan')} className={cx(classes.offers)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={cx(classes.pick)}>
              <span className={text.hidden}>{t('offer.choice')}</span>
            </Table.Th>
            <Table.Th>
              <span className={classes.find}>
                {t('offer.plan')}
                {plans.length > manyPlans && (
                  <FindField small label={t('offer.find')} value={wish} onChange={setWish} maxLength={40} />
                )}
              </span>
            </Table.Th>
            <Table.Th className={cx(classes.commitment)}>{t('offer.commitment')}</Table.Th>
            <Table.Th className={cx(text.number, classes.price)}>
              {t('offer.perMonth', { currency: reader.currency })}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((plan) =>
            plan.isAllowed ? (
              <PlanRow
                key={plan.offer.id}
                plan={plan}
                isChosen={plan.offer.id === chosen}
                isFirst={chosen === null && plan === shown.find((each) => each.isAllowed)}
                onChoose={() => onChoose(plan.offer.id)}
                firstRef={first}
              />
            ) : (
              <OffRow key={plan.offer.id} plan={plan} onCheckCredit={onCheckCredit} />
            ),
          )}
        </Table.Tbody>
      </Table>
      {shown.length === 0 && (
        <p className={classes.noPlan} role="status">
          {t('offer.find.none')}
        </p>
      )}
    </div>
  )
}

/** From so many on a list is looked through by words. */
const manyPlans = 5

export interface OfferTableProps {
  readonly plans: readonly OfferChoice[]
  readonly chosen: string | null
  readonly onChoose: (planId: string) => void
  readonly onCheckCredit: () => void
}

function PlanRow({ plan, isChosen, isFirst, onChoose, firstRef }: PlanRowProps) {
  const { t, money, reader } = useText()
  const { offer, name, summary } = plan
  const words = nameIn(name, reader.language)
  return (
    <Table.Tr className={cx(classes.row, isChosen && classes.chosen)} onClick={onChoose}>
      <Table.Td className={cx(classes.pick)}>
        <Radio
          name="planId"
          value={offer.id}
          aria-label={words}
          checked={isChosen}
          onChange={onChoose}
          {...(isFirst && { 'data-autofocus': true, ref: firstRef })}
        />
      </Table.Td>
      <Table.Td>
        <span className={text.medium}>{words}</span>
        <span className={classes.summary}>{nameIn(summary, reader.language)}</span>
      </Table.Td>
      <Table.Td className={cx(text.second)}>
        {offer.commitment_months === 0
          ? t('offer.noCommitment')
          : t('offer.months', { count: offer.commitment_months })}
      </Table.Td>
      <Table.Td className={cx(text.number, text.large, text.medium)}>{money(offer.monthly_minor)}</Table.Td>
    </Table.Tr>
  )
}

interface PlanRowProps {
  readonly plan: OfferChoice
  readonly isChosen: boolean
  readonly isFirst: boolean
  readonly firstRef: RefObject<HTMLInputElement | null>
  readonly onChoose: () => void
}

function OffRow({ plan, onCheckCredit }: { readonly plan: OfferChoice; readonly onCheckCredit: () => void }) {
  const { t, say, money, reader } = useText()
  return (
    <Table.Tr className={cx(classes.off)}>
      <Table.Td className={cx(classes.pick)}>
        <Icon name="lock" size={14} label={t('offer.off')} />
      </Table.Td>
      <Table.Td colSpan={2}>
        <span className={classes.offName}>{nameIn(plan.name, reader.language)}</span>
        <span className={text.second}>{plan.reason ? say(plan.reason) : t('offer.off')}</span>{' '}
        {plan.wayOn === 'credit' && <LinkButton label={t('offer.checkCredit')} onClick={onCheckCredit} />}
      </Table.Td>
      <Table.Td className={cx(text.number)}>{money(plan.offer.monthly_minor)}</Table.Td>
    </Table.Tr>
  )
}
