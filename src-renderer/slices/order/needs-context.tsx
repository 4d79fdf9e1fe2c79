import type { NeedsYouItem } from '#shared/contract/desk.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { balanceOf, contactsOf, servicesOf } from '#renderer/app/customer-context.ts'
import { type Text, textIn, useText } from '#renderer/app/text.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import {
  ContextDated,
  type ContextItem,
  ContextList,
  ContextName,
  ContextSection,
} from '#renderer/ui/context-parts.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import classes from './needs-you.module.css'

/** Who it is about: name and number, what was seen, the line that waits, contacts, and what to tell. */
export function NeedsContext({ item, view }: { readonly item: NeedsYouItem; readonly view: CaseView | undefined }) {
  const text = useText()
  const { t, key } = text
  const language = view?.customer?.language
  const spoken = textIn(text, language)
  const isNumber = item.code === 'NUMBER_TAKEN'
  return (
    <>
      <ContextName
        name={item.customerName === '' ? t('home.noName') : item.customerName}
        label={t('needs.number')}
        value={item.contactNumber === null ? t('needs.noNumber') : formatMsisdn(item.contactNumber)}
      >
        {view?.evidence?.state === 'valid' && (
          <Badge tone="ok" icon="shield-check" word={key(`needs.seen.${view.evidence.kind}`)} />
        )}
        {language !== undefined && <Badge word={t('needs.speaks', { language: key(`needs.speaks.${language}`) })} />}
      </ContextName>
      <ContextSection title={t('needs.alerts')}>
        <ContextList items={[{ id: 'none', icon: 'minus', isAlert: true, text: t('needs.none') }]} />
      </ContextSection>
      <ContextSection title={t('needs.services')}>
        <ContextList
          items={view ? servicesHere(view, isNumber, text) : [{ id: 'none', icon: 'minus', text: t('needs.none') }]}
        />
      </ContextSection>
      <ContextSection title={t('needs.balanceTitle')}>
        <div className={classes.balance}>{view ? balanceOf(view, text) : t('needs.balance')}</div>
      </ContextSection>
      <ContextSection title={t('needs.contacts')}>
        <ContextDated items={view ? contactsOf(view, text) : []} />
      </ContextSection>
      <ContextSection title={t('needs.script')}>
        <div className={classes.script}>
          <Quote text={spoken.t(scriptOf(item.code))} lang={spoken.reader.language} />
        </div>
      </ContextSection>
    </>
  )
}

/** What they have; the plan of this case says what it waits for. */
function servicesHere(view: CaseView, isNumber: boolean, text: Text): readonly ContextItem[] {
  return servicesOf(view, text).map((item) =>
    item.id === 'chosen' && isNumber ? { ...item, second: text.t('needs.waitsForNumber'), tone: 'accent' } : item,
  )
}

function scriptOf(code: string): 'needs.script.NUMBER_TAKEN' | 'needs.script.FIELD_CHANGED' | 'needs.script.other' {
  const key = `needs.script.${code}`
  return key === 'needs.script.NUMBER_TAKEN' || key === 'needs.script.FIELD_CHANGED' ? key : 'needs.script.other'
}
