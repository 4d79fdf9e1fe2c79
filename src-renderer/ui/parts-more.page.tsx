import { type ReactNode, useState } from 'react'
import { ActionButton } from './action-button.tsx'
import { Choices } from './choices.tsx'
import { Empty } from './empty.tsx'
import { LinkButton } from './link-button.tsx'
import { Message } from './message.tsx'
import { NotePad } from './note-pad.tsx'
import { ContractPaper, SignaturePaper, Slip } from './paper.tsx'
import classes from './parts.page.module.css'
import { PricePanel } from './price-panel.tsx'
import { ProgressList } from './progress-list.tsx'
import { Quote } from './quote.tsx'
import { Receipt } from './receipt.tsx'
import { Record, RecordGrid } from './record.tsx'
import { homeColumns, RowTable } from './row-table.tsx'
import { SectionHead } from './section-head.tsx'
import { StateBadge } from './state-badge.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { VersusTable } from './versus-table.tsx'

/** The larger parts, below the table of PartsPage. Literal words are allowed here for the same reason. */
export function MoreParts() {
  const [note, setNote] = useState('')
  return (
    <>
      <Block name="Receipt">
        <Receipt state="confirmed" word="Confirmed" second="Prices of 13:50" />
        <Receipt state="desk" word="Saved on this desk" second="13:57:41, sent with the step" />
      </Block>
      <Block name="Messages">
        <Message
          tone="stuck"
          cause={<b>Character 6 of the second line: letter O.</b>}
          say="May I see the passport once more?"
        >
          <ActionButton label="Use the figure 0" keys="Enter" />
          <ActionButton label="Type the line again" keys="F2" />
        </Message>
        {(['late', 'desk', 'accent', 'neutral'] as const).map((tone) => (
          <Message key={tone} tone={tone} cause={`A message of the tone ${tone}, with its cause.`} />
        ))}
      </Block>
      <Block name="Records">
        <RecordGrid>
          <Record
            label="Document number"
            value="L8989O2C3"
            second={<StateBadge state="stuck" word="Does not fit" small />}
          />
          <Record
            label="Born"
            value="12 Aug 1974, 52 years"
            second={<StateBadge state="confirmed" icon="check" word="Fits" small />}
          />
          <Record label="State" value="Utopia, UTO" second="Specimen state" />
        </RecordGrid>
      </Block>
      <Block name="Lists">
        <SectionHead title="Needs you" count={1} calls />
        <RowTable label="Needs you" columns={columns} rows={[homeRow]} />
        <Empty title="No call-backs are due." hint="A call-back you set in a case comes here at its time.">
          <LinkButton label="Set one" onClick={nothing} keys="Alt N" />
        </Empty>
      </Block>
      <Block name="Progress">
        <ProgressList
          label="First start"
          items={[
            { id: 'core', name: 'Core started', second: '2,000 customers', time: '6.4 s', state: 'confirmed' },
            {
              id: 'sync',
              name: 'First sync',
              second: '1,412 of 2,000 customers',
              time: '4.1 s',
              state: 'open',
              done: 0.706,
            },
            { id: 'index', name: 'Search index', second: 'after the sync', state: 'waits' },
          ]}
        />
      </Block>
      <Block name="Timeline">
        <TimelineTable
          label="Tasks"
          heads={{ task: 'Activation', start: '14:08', now: 'now 14:31', expected: 'Expected', state: 'State' }}
          now={0.719}
          rows={[
            {
              id: 'sms',
              state: 'confirmed',
              name: 'Calls and SMS',
              real: { from: 0.072, to: 0.109 },
              expected: '14:12',
              stateWord: 'Done 14:11',
            },
            {
              id: 'data',
              state: 'late',
              name: 'Data',
              planned: { from: 0.109, to: 0.187 },
              real: { from: 0.109, to: 0.719 },
              expected: '14:14',
              stateWord: 'Late by 17 min',
              detail: lateDetail,
            },
            { id: 'bill', state: 'waits', name: 'Bill', expected: 'after Data', stateWord: 'Waits' },
          ]}
        />
      </Block>
      <Block name="Paper">
        <ContractPaper
          label="Contract"
          operator="Northline Mobile"
          reference="C-26-10417, page 1 of 3"
          title="Summary of your contract"
          party="Anna Maria Eriksson"
          facts={[
            { label: 'Plan', value: 'Mobile M 40 GB' },
            { label: 'Monthly', value: '29.90, tax included' },
          ]}
          condition={{ title: 'Conditional until confirmed.', text: 'Our shop is without a line.' }}
          signed={{ place: 'Nancy, 22 Oct 2026', byUs: 'Luc, for Northline Mobile', byCustomer: 'Anna Maria Eriksson' }}
        />
        <SignaturePaper label="Signature" name="Anna Maria Eriksson">
          <span />
        </SignaturePaper>
        <Slip
          label="Slip"
          heading="CONDITIONAL UNTIL CONFIRMED"
          lines={['Mobile M 40 GB  +33 6 39 98 77 77', 'Due now 39.90']}
        />
      </Block>
      <Block name="Choice with consequences">
        <VersusTable
          heads={{
            differs: 'Differs',
            entered: 'You entered',
            enteredBy: 'Luc, 14:06',
            record: 'Now on record',
            recordBy: 'Shop Metz, 14:23',
          }}
          rows={[{ label: 'Phone number', entered: '+33 6 39 98 77 77', record: 'In use by another customer' }]}
        />
        <Choices
          label="Ways on"
          choices={[
            {
              id: 'hold',
              label: 'Hold 57 77 and call her',
              keys: 'Enter',
              follows: ['It is kept for her for 48 hours.'],
              onChoose: nothing,
            },
            {
              id: 'other',
              label: 'Show other numbers',
              keys: '2',
              follows: ['40 free numbers of this desk.'],
              onChoose: nothing,
            },
            {
              id: 'end',
              label: 'Withdraw the order',
              keys: '3',
              follows: ['This cannot be undone.'],
              onChoose: nothing,
              reasonOff: 'The deposit is not back yet',
            },
          ]}
        />
      </Block>
      <Block name="Price, quote, note">
        <div className={classes.framed}>
          <PricePanel
            label="Price"
            rows={[
              { label: 'Due now', second: 'SIM; deposit after Credit', amount: '10.00', isMain: true },
              { label: 'Monthly', amount: '29.90' },
              { label: 'First bill 3 Nov', second: '12 of 31 days', amount: '11.58' },
              { label: 'Total over 24 months', amount: '727.60' },
            ]}
            foot={{ left: 'As of price list 14:01', isProvisional: true, right: 'Working', keys: 'F8' }}
            onWorking={nothing}
          />
        </div>
        <p>
          <Quote text="You see the whole price on the right." />{' '}
          <Quote text="Projdeme spolu ty tři hovory?" lang="cs" />
        </p>
        <NotePad label="Note" placeholder="Note for this case" value={note} onChange={setNote} />
      </Block>
    </>
  )
}

const columns = homeColumns({ when: 'When', who: 'Who', what: 'What', state: 'State', act: 'Action' })

const homeRow = {
  id: '1',
  cells: {
    when: '14:00',
    who: 'Pavel Dvořák',
    what: 'His e-mail address was changed on another desk.',
    state: 'Yours until 14:30',
    act: <LinkButton label="Choose" onClick={nothing} />,
  },
}

const lateDetail = {
  cause: 'The data platform has not answered since 14:14. It is tried again at 14:32.',
  say: 'Your calls work. Data follows this afternoon.',
  ways: <LinkButton label="Promise the SMS" onClick={nothing} />,
}

function Block({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={classes.block}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}

function nothing(): void {}
