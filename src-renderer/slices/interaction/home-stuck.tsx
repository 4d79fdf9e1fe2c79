import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import type { OutputOf } from '#shared/contract/procedures.ts'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { homeColumns, type Row, RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import { StateBadge } from '#renderer/ui/state-badge.tsx'
import { useHomeHeads } from './home-heads.ts'

const rowsShown = 6

/** For back office: what is stuck or late, numbers a donor refused, and additional checks that wait; the list itself is one step away. */
export function HomeStuck() {
  const text = useText()
  const heads = useHomeHeads()
  const tasks = useDesk('provisioning.stuckTasks', {}).data?.tasks
  const referrals = useDesk('identity.referrals', {}).data?.referrals
  const portIns = useDesk('number.portIns', { caseId: null }).data?.portIns
  const open = useDeskStore((state) => state.open)
  if (tasks === undefined || referrals === undefined || portIns === undefined) return null
  const show = () => open({ kind: 'stuck' })
  const rows = [
    ...tasks.map((each) => taskRow(each, text, show)),
    ...portIns.map((each) => portInRow(each, text, show)),
    ...referrals.map((each) => referralRow(each, text, show)),
  ]
  return (
    <section>
      <SectionHead title={text.t('stuck.homeTitle')} count={rows.length} calls={rows.length > 0}>
        <LinkButton label={text.t('stuck.openList')} onClick={show} />
      </SectionHead>
      {rows.length === 0 ? (
        <Empty icon="check" title={text.t('stuck.empty')} hint={text.t('stuck.emptyHint')} />
      ) : (
        <RowTable label={text.t('stuck.homeTitle')} columns={homeColumns(heads)} rows={rows.slice(0, rowsShown)} />
      )}
    </section>
  )
}

function taskRow(each: OutputOf<'provisioning.stuckTasks'>['tasks'][number], text: Text, onOpen: () => void): Row {
  const { task } = each
  const isStuck = task.state === 'held'
  return {
    id: task.id,
    cells: {
      when: text.time(task.planned_end),
      who: each.customerName,
      what: [text.key(`task.${task.kind}`), task.cause === '' ? '' : text.key(`cause.${task.cause}`)]
        .filter(Boolean)
        .join(': '),
      state: each.isPending ? (
        <StateBadge state="desk" word={text.t('stuck.pending')} />
      ) : (
        <StateBadge
          state={isStuck ? 'stuck' : 'late'}
          word={text.t(isStuck ? 'stuck.stateStuck' : 'stuck.stateLate')}
        />
      ),
      act: <LinkButton label={text.t('home.open')} onClick={onOpen} />,
    },
  }
}

function portInRow(each: OutputOf<'number.portIns'>['portIns'][number], text: Text, onOpen: () => void): Row {
  const { row } = each
  return {
    id: row.id,
    cells: {
      when: text.time(row.answered_at ?? row.requested_at),
      who: each.customerName,
      what: text.t('portStuck.short', { donor: row.donor }),
      state: each.isPending ? (
        <StateBadge state="desk" word={text.t('stuck.pending')} />
      ) : (
        <StateBadge state="stuck" word={text.t('stuck.stateStuck')} />
      ),
      act: <LinkButton label={text.t('home.open')} onClick={onOpen} />,
    },
  }
}

function referralRow(each: OutputOf<'identity.referrals'>['referrals'][number], text: Text, onOpen: () => void): Row {
  return {
    id: each.evidence.id,
    cells: {
      when: text.time(each.evidence.recorded_at),
      who: each.customerName,
      what: text.t('check.sentence', { name: each.customerName }),
      state: each.isPending ? (
        <StateBadge state="desk" word={text.t('stuck.pending')} />
      ) : (
        <StateBadge state="waits" icon="hourglass" word={text.t('stuck.stateCheck')} />
      ),
      act: <LinkButton label={text.t('home.open')} onClick={onOpen} />,
    },
  }
}
