import type { NeedsYouItem } from '#shared/contract/desk.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { initialsOf } from '#renderer/app/initials.ts'
import { needsTitle } from '#renderer/app/needs-sentence.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ToldList } from '#renderer/app/told-list.tsx'
import { type CaseDate, CaseFrame } from '#renderer/ui/case-frame.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { HomeFrame } from '#renderer/ui/page-frames.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { StepList } from '#renderer/ui/step-list.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { NeedsBar } from './needs-bar.tsx'
import { NeedsContext } from './needs-context.tsx'
import { NeedsPrice } from './needs-price.tsx'
import { NeedsWork } from './needs-work.tsx'

/** What a person has to decide: the items at the left, one sentence of what happened, what differs, and the ways on. */
export function NeedsYouScreen() {
  const { t } = useText()
  const asked = useDesk('desk.needsYou', {}).data
  const items = asked?.items
  const wished = useDeskStore((state) => state.needsYouItem)
  if (items === undefined) return null
  const item = items.find((each) => each.commandId === wished) ?? items[0]
  if (item === undefined) {
    return (
      <HomeFrame title={t('app.needsYou')}>
        <section>
          <SectionHead title={t('app.needsYou')} count={0} />
          <Empty icon="check" title={t('needs.empty')} hint={t('needs.emptyHint')} />
        </section>
        <ToldList told={asked?.told ?? []} />
      </HomeFrame>
    )
  }
  return <OneItem items={items} item={item} />
}

function OneItem({ items, item }: { readonly items: readonly NeedsYouItem[]; readonly item: NeedsYouItem }) {
  const text = useText()
  const { t, time } = text
  const { openNeedsYou: open, openCase } = useDeskStore()
  const { caseId } = item
  const view = useDesk('interaction.caseView', { caseId: caseId ?? '' }, { isOff: caseId === null }).data
  return (
    <CaseFrame
      title={needsTitle(item, text)}
      {...(item.reference !== '' && { second: t('needs.case', { reference: item.reference }) })}
      dates={datesOf(view, text)}
      rail={
        <StepList
          label={t('needs.list')}
          current={item.commandId}
          onOpen={open}
          steps={items.map((each) => ({
            id: each.commandId,
            name: initialsOf(each.customerName) || t('home.noName'),
            summary:
              each.whose === 'mine' ? needsTitle(each, text) : t('needs.ofTeam', { what: needsTitle(each, text) }),
            state: 'needsYou',
          }))}
          foot={<div>{t('needs.leftAlone')}</div>}
        />
      }
      workLabel={t('needs.work')}
      actions={<NeedsBar item={item} view={view} />}
      contextLabel={t('needs.context')}
      context={<NeedsContext item={item} view={view} />}
      price={view?.quote ? <NeedsPrice quote={view.quote} onWorking={() => openCase(view.caseId)} /> : undefined}
    >
      <NeedsWork key={item.commandId} item={item} view={view} at={time(item.capturedAt)} />
    </CaseFrame>
  )
}

function datesOf(view: CaseView | undefined, { t, date }: ReturnType<typeof useText>): readonly CaseDate[] {
  const customer = view?.customer
  if (!customer) return []
  const day = (at: number | null) => (at === null ? { value: t('needs.notYet'), isOpen: true } : { value: date(at) })
  return [
    { label: t('needs.firstInquiry'), ...day(customer.first_inquiry_at) },
    { label: t('needs.signedOn'), ...day(customer.contract_signed_at) },
    { label: t('needs.activeSince'), ...day(customer.active_since) },
  ]
}
