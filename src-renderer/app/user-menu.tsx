import { Menu } from '@mantine/core'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Language } from '#shared/text/translate.ts'
import { completeLanguages } from '#shared/text/translate.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Kbd } from '#renderer/ui/kbd.tsx'
import { TopTool } from '#renderer/ui/top-bar.tsx'
import { useGuideStore } from './guide.store.ts'
import { useDesk, useDeskCommand } from './queries.ts'
import { useText } from './text.tsx'
import { themes } from './theme-choice.tsx'
import { useLeave } from './use-leave.ts'

/** The person at the desk: theme, language, keys, and signing out with what is unsent said. */
export function UserMenu({ session, unsent }: { readonly session: Session; readonly unsent: number }) {
  const { t, key } = useText()
  const preferences = useDesk('preferences.get', {}).data
  const set = useDeskCommand('preferences.set')
  const leave = useLeave()
  const setGuide = useGuideStore((state) => state.setOpen)
  const isDemonstration = useDesk('desk.status', {}).data?.isDemonstration === true
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <TopTool label={session.name} icon="user" opens aria-label={t('user.menu', { name: session.name })} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {key(`role.${session.role}`)}, {session.deskName}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('user.theme')}</Menu.Label>
        <Choice value={preferences?.theme} values={themes} onChange={(theme) => void set.run({ theme })} />
        {completeLanguages.length > 1 && (
          <>
            <Menu.Label>{t('user.language')}</Menu.Label>
            <Choice
              value={preferences?.language}
              values={completeLanguages}
              onChange={(language) => void set.run({ language })}
            />
          </>
        )}
        <Menu.Divider />
        <Menu.CheckboxItem
          checked={preferences?.showKeys === true}
          checkIcon={<Icon name="check" />}
          onChange={(showKeys) => void set.run({ showKeys })}
        >
          {t('user.keys')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        {isDemonstration && (
          <Menu.Item leftSection={<Icon name="book" />} rightSection={<Kbd keys="F1" />} onClick={() => setGuide(true)}>
            {t('guide.title')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Icon name="lock" />} rightSection={<Kbd keys="Ctrl L" />} onClick={leave.lock}>
          {t('user.lock')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="logout" />} onClick={leave.signOut}>
          {t('user.signOut')}
        </Menu.Item>
        <Menu.Label>{unsent === 0 ? t('user.unsentNone') : t('user.unsent', { count: unsent })}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}

type Spoken = (typeof themes)[number] | Language

function Choice<Value extends Spoken>({ value, values, onChange }: ChoiceProps<Value>) {
  const { key } = useText()
  return (
    <Menu.RadioGroup value={value ?? null}>
      {values.map((each) => (
        <Menu.RadioItem key={each} value={each} checkIcon={<Icon name="check" />} onChange={() => onChange(each)}>
          {key(isTheme(each) ? `theme.${each}` : `language.${each}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function isTheme(value: Spoken): boolean {
  return themes.some((theme) => theme === value)
}

interface ChoiceProps<Value extends Spoken> {
  readonly value: Value | undefined
  readonly values: readonly Value[]
  readonly onChange: (value: Value) => void
}
