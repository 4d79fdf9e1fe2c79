import { useText } from '#renderer/app/text.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import text from '#renderer/ui/text.module.css'
import type { AuthorityRoom } from '#shared/domain/adjustment/contract.ts'

/** What is left of one's authority, limit by limit; offline the lease's grant too. */
export function LeftOfAuthority({ room }: { readonly room: AuthorityRoom }) {
  const { t, key, money } = useText()
  const limits = room.limits.filter(({ limit }) => limit !== 'bill')
  if (limits.length === 0) return null
  return (
    <div>
      <span className={text.label}>{t('goodwill.left')}</span>
      <RecordGrid columns={room.grantMinor === null ? 3 : 4}>
        {limits.map(({ limit, leftMinor }) => (
          <Record
            key={limit}
            label={key(`goodwill.limit.${limit}`, { count: room.customerDays })}
            value={money(leftMinor)}
          />
        ))}
        {room.grantMinor !== null && <Record label={t('goodwill.limit.grant')} value={money(room.grantMinor)} />}
      </RecordGrid>
    </div>
  )
}
