import { Component, type ReactNode } from 'react'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import classes from './guard.module.css'
import { useText } from './text.tsx'

/**
 * Keeps a mistake of one screen from taking the page: what was typed is saved at every key and stays in its store, so
 * going on draws the screen again. A class because React catches errors in no other way. A new `name` forgets the mistake.
 */
export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { hasFailed: false, name: this.props.name }

  static getDerivedStateFromError(): Partial<GuardState> {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps(props: GuardProps, state: GuardState): Partial<GuardState> | null {
    return props.name === state.name ? null : { hasFailed: false, name: props.name }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return <Mistake onGoOn={() => this.setState({ hasFailed: false })} onHome={this.props.onHome} />
  }
}

function Mistake({ onGoOn, onHome }: { readonly onGoOn: () => void; readonly onHome: (() => void) | undefined }) {
  const { t } = useText()
  return (
    <main className={classes.mistake}>
      <Message tone="stuck" cause={t('app.mistake')} isUrgent>
        <ActionButton label={t('app.goOn')} onClick={onGoOn} kind="primary" />
        {onHome !== undefined && <ActionButton label={t('app.goHome')} onClick={onHome} />}
      </Message>
    </main>
  )
}

interface GuardProps {
  readonly children: ReactNode
  readonly name?: string
  readonly onHome?: (() => void) | undefined
}

interface GuardState {
  readonly hasFailed: boolean
  readonly name: string | undefined
}
