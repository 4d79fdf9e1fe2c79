import { Menu } from '@mantine/core'
import type { Session } from '#shared/domain/staff/contract.ts'
import { completeLanguages } from '#shared/text/translate.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Kbd } from '#renderer/ui/kbd.tsx'
import text from '#renderer/ui/text.module.css'
import { TopTool } from '#renderer/ui/top-bar.tsx'
import { useDesk, useDeskCommand } from './queries.ts'
import { useText } from './text.tsx'
import { themes } from './theme-choice.tsx'

/** The person at the desk: theme, language, keys, and signing out with what is unsent said. */
export function UserMenu({ session, unsent }: { readonly session: Session; readonly unsent: number }) {
  const { t, key } = useText()
  const preferences = useDesk('preferences.get', {}).data
  const set = useDeskCommand('preferences.set')
  const signOut = useDeskCommand('staff.signOut')
  const mark = (isChosen: boolean) => (
    <Icon name={isChosen ? 'check' : 'minus'} className={isChosen ? undefined : text.third} />
  )
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
        {themes.map((theme) => (
          <Menu.Item
            key={theme}
            leftSection={mark(preferences?.theme === theme)}
            closeMenuOnClick={false}
            role="menuitemradio"
            aria-checked={preferences?.theme === theme}
            onClick={() => void set.run({ theme })}
          >
            {key(`theme.${theme}`)}
          </Menu.Item>
        ))}
        {completeLanguages.length > 1 && <Menu.Label>{t('user.language')}</Menu.Label>}
        {completeLanguages.length > 1 &&
          completeLanguages.map((language) => (
            <Menu.Item
              key={language}
              lang={language}
              leftSection={mark(preferences?.language === language)}
              role="menuitemradio"
              aria-checked={preferences?.language === language}
              onClick={() => void set.run({ language })}
            >
              {key(`language.${language}`)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={mark(preferences?.showKeys === true)}
          closeMenuOnClick={false}
          role="menuitemcheckbox"
          aria-checked={preferences?.showKeys === true}
          onClick={() => void set.run({ showKeys: preferences?.showKeys !== true })}
        >
          {t('user.keys')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name="logout" />}
          rightSection={<Kbd keys="Ctrl L" />}
          onClick={() => void signOut.run({})}
        >
          {t('user.signOut')}
        </Menu.Item>
        <Menu.Label>{unsent === 0 ? t('user.unsentNone') : t('user.unsent', { count: unsent })}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
