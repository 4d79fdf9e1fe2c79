import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import classes from './message.module.css'
import { Quote } from './quote.tsx'

/**
 * Read this: the cause, then the ways on (`children`, buttons), then the sentence for the customer, in this order.
 * `isUrgent` is announced at once (role alert); otherwise it is read when it is reached or politely (role status).
 */
export function Message({ tone, cause, children, say, sayLang, icon, isUrgent = false }: MessageProps) {
  return (
    <Alert
      role={isUrgent ? 'alert' : 'status'}
      icon={<Icon name={icon ?? icons[tone]} />}
      className={cx(classes.message, classes[tone])}
    >
      <div>{cause}</div>
      {(children !== undefined || say !== undefined) && (
        <div className={classes.ways}>
          {children}
          {say !== undefined && (
            <span className={classes.say}>
              <Quote text={say} quiet {...(sayLang !== undefined && { lang: sayLang })} />
            </span>
          )}
        </div>
      )}
    </Alert>
  )
}

export type MessageTone = 'stuck' | 'late' | 'desk' | 'accent' | 'neutral'

export type MessageProps = {
  readonly tone: MessageTone
  readonly cause: ReactNode
  readonly children?: ReactNode
  /** Without quotation marks. */
  readonly say?: string
  readonly sayLang?: string
  readonly icon?: IconName
  readonly isUrgent?: boolean
}

const icons: Readonly<Record<MessageTone, IconName>> = {
  stuck: 'stuck',
  late: 'late',
  desk: 'desk',
  accent: 'open',
  neutral: 'info',
}
