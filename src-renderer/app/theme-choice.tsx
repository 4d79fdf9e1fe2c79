import { Choice } from '#renderer/ui/choice.tsx'
import { useDesk, useDeskCommand } from './queries.ts'
import { useText } from './text.tsx'

export const themes = ['auto', 'light', 'dark'] as const

/** Light, dark, or as the system has it; a preference of this machine. */
export function ThemeChoice() {
  const { t } = useText()
  const theme = useDesk('preferences.get', {}).data?.theme ?? 'auto'
  const set = useDeskCommand('preferences.set')
  return (
    <Choice
      label={t('signIn.theme')}
      value={theme}
      options={[
        { value: 'auto', label: t('theme.auto') },
        { value: 'light', label: t('theme.light'), icon: 'sun' },
        { value: 'dark', label: t('theme.dark'), icon: 'moon' },
      ]}
      onChange={(chosen) => void set.run({ theme: chosen })}
    />
  )
}
