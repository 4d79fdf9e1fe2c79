import { Radio, Table } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ActionButton } from './action-button.tsx'
import { Badge } from './badge.tsx'
import { Choice } from './choice.tsx'
import { Icon, iconNames } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import { MoreParts } from './parts-more.page.tsx'
import classes from './parts.page.module.css'
import { StateBadge } from './state-badge.tsx'
import { StatusLine } from './status-line.tsx'
import { type Step, StepList } from './step-list.tsx'
import text from './text.module.css'
import { SelectField, TextField } from './field.tsx'
import { Tick } from './tick.tsx'

/**
 * Every part in every state, laid out like look/00-parts. Words are literal here and in parts-more.page only: nobody but us
 * reads this page. Pointer and focus states are seen by pointing and by Tab; the columns for them stay as in the drawing.
 */
export function PartsPage() {
  return (
    <div className={classes.page}>
      <main className={classes.parts}>
        <h1 className={text.title}>Parts and their states</h1>
        <StatesTable />
        <Words />
        <MoreParts />
      </main>
      <StatusLine
        isOnline
        state="Online, all sent"
        parts={['Last key saved 13:52:08']}
        place="Shop Nancy, Counter 2"
        demo={demo('Pull the cable')}
      />
      <StatusLine
        isOnline={false}
        state="Offline since 14:02, 3 to send, data of 14:01"
        parts={['Last key saved 14:06:22']}
        place="Shop Nancy, Counter 2"
        demo={demo('Plug the cable in')}
      />
    </div>
  )
}

const heads = [
  'Part',
  'Default',
  'Pointer over it',
  'Keyboard focus',
  'Off, with the reason',
  'Saved on this desk',
  'Error',
]

function StatesTable() {
  return (
    <Table layout="fixed" className={classes.table ?? ''}>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head}>{head}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <States
          part="Main action"
          cells={[
            <ActionButton label="Go to Credit" kind="primary" />,
            <ActionButton label="Go to Credit" kind="primary" />,
            <ActionButton label="Go to Credit" kind="primary" />,
            <ActionButton label="Go to Credit" kind="primary" reasonOff="The document number does not fit" />,
            <ActionButton label="Seal and print the slip" kind="primary" note="Sent when the line is back" />,
            <ActionButton
              label="Print again"
              kind="primary"
              note="The printer does not answer. The document is kept."
              noteTone="stuck"
            />,
          ]}
        />
        <States
          part="Other action"
          cells={[
            <ActionButton label="Ask back" />,
            <ActionButton label="Ask back" />,
            <ActionButton label="Ask back" />,
            <ActionButton label="Swap SIM" reasonOff="Needs level 3; she is at 1" />,
            <ActionButton label="Print" busy="Printing the slip" />,
            <ActionButton label="Show why" kind="quiet" keys="F8" />,
          ]}
        />
        <States
          part="Field"
          cells={[
            <Email />,
            <SelectField
              label="Country"
              value="UTO"
              options={[
                { value: 'UTO', label: 'Utopia' },
                { value: 'FRA', label: 'France' },
              ]}
              onChange={nothing}
            />,
            <Email />,
            <TextField
              label="E-mail"
              value="••••••02C3"
              help="Reveal asks a reason"
              masked={{ revealWord: 'Reveal', onReveal: nothing }}
            />,
            <TextField label="E-mail" value="jana@novak.example" onChange={nothing} saved="Saved on this desk 14:03" />,
            <TextField
              label="E-mail"
              value="jana@novak"
              onChange={nothing}
              error="After the @ a name like novak.example"
            />,
          ]}
        />
        <States
          part="Step"
          cells={steps.map((step, at) => (
            <OneStep key={`${step.state} ${at === 0 ? 'first' : at}`} step={step} column={at} />
          ))}
        />
        <States
          part="Line of a list"
          cells={[
            <Radio label="Mobile S 10 GB" name="line" />,
            <Radio label="Mobile S 10 GB" name="line" />,
            <Radio label="Mobile M 40 GB" name="line" defaultChecked />,
            <span className={text.third}>
              <Icon name="lock" size={14} /> Flex <span className={text.second}>Companies only.</span>
            </span>,
            <StateBadge state="desk" word="Saved on this desk" />,
            <StateBadge state="stuck" word="Stuck since 14:22" />,
          ]}
        />
      </Table.Tbody>
    </Table>
  )
}

const steps: readonly Step[] = [
  { id: 'credit', name: 'Credit', summary: 'After Identity', state: 'waits' },
  { id: 'credit', name: 'Credit', summary: 'After Identity', state: 'waits' },
  { id: 'credit', name: 'Credit', summary: 'Waits for the class', state: 'open' },
  { id: 'pay', name: 'Pay now', summary: 'After Sign', state: 'locked' },
  { id: 'credit', name: 'Credit', summary: 'Class C, provisional', state: 'desk' },
  { id: 'identity', name: 'Identity', summary: 'One check fails', state: 'wrong' },
]

function OneStep({ step, column }: { readonly step: Step; readonly column: number }) {
  return (
    <div className={classes.oneStep}>
      <StepList
        label={`Step, column ${column}`}
        steps={[step]}
        current={column === 2 ? step.id : ''}
        onOpen={nothing}
      />
    </div>
  )
}

function Email() {
  const [value, setValue] = useState('jana@novak.example')
  return <TextField label="E-mail" value={value} onChange={setValue} />
}

function States({ part, cells }: { readonly part: string; readonly cells: readonly ReactNode[] }) {
  return (
    <Table.Tr>
      <Table.Td className={text.second ?? ''}>{part}</Table.Td>
      {cells.map((cell, at) => (
        // The six columns never change place.
        <Table.Td key={`${part} ${heads[at + 1]}`}>{cell}</Table.Td>
      ))}
    </Table.Tr>
  )
}

function Words() {
  const [kind, setKind] = useState<'mobile' | 'fixed'>('mobile')
  const [hasEurope, setEurope] = useState(true)
  const [hasData, setData] = useState(false)
  return (
    <>
      <Line name="State words">
        <StateBadge state="confirmed" word="Confirmed" />
        <StateBadge state="desk" word="Saved on this desk" />
        <StateBadge state="open" word="Open" />
        <StateBadge state="waits" word="Waits" />
        <StateBadge state="late" word="Late by 17 min" />
        <StateBadge state="stuck" word="Stuck since 14:22" />
        <StateBadge state="needsYou" word="Needs you" />
      </Line>
      <Line name="Badges">
        <Badge tone="ok" icon="shield-check" word="Verified, level 1" />
        <Badge icon="shield-half" word="Not verified now" />
        <Badge tone="desk" word="Provisional" />
        <Badge tone="late" word="Day 38" />
        <Badge tone="stuck" word="Watch" />
        <Badge tone="accent" word="New" />
        <Badge word="Speaks Czech" />
      </Line>
      <Line name="Keys">
        {['Enter', 'Ctrl Enter', 'Ctrl K', 'F4', 'Alt 1', 'Esc'].map((keys) => (
          <Kbd key={keys} keys={keys} />
        ))}
        <span className={text.label} style={{ marginLeft: 24 }}>
          Choice
        </span>
        <Choice
          label="Kind"
          value={kind}
          options={[
            { value: 'mobile', label: 'Mobile' },
            { value: 'fixed', label: 'Fixed' },
          ]}
          onChange={setKind}
        />
        <Tick label="Europe+ calls" checked={hasEurope} onChange={setEurope} />
        <Tick label="Data+ 10 GB" price="6.00" checked={hasData} onChange={setData} />
      </Line>
      <Line name="Icons">
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </Line>
    </>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.line}>
      <span className={`${text.label} ${classes.lineName}`}>{name}</span>
      {children}
    </div>
  )
}

function demo(cable: string) {
  return {
    label: 'Demonstration:',
    actions: [cable, 'Phone', 'Scanner', 'Reset'].map((label) => ({ label, onClick: nothing })),
  }
}

function nothing(): void {}
