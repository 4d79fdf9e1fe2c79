import { completeLanguages } from '#shared/text/translate.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { useDesk, useDeskCommand } from './queries.ts'
import { useText } from './text.tsx'

/** The languages whose every sentence is there; nothing to choose while there is one. */
export function LanguageChoice() {
  const { t, key, reader } = useText()
  const chosen = useDesk('preferences.get', {}).data?.language
  const set = useDeskCommand('preferences.set')
  if (completeLanguages.length < 2) return <span />
  return (
    <Choice
      label={t('signIn.language')}
      value={chosen ?? reader.language}
      options={completeLanguages.map((language) => ({
        value: language,
        label: key(`language.${language}`),
        lang: language,
      }))}
      onChange={(language) => void set.run({ language })}
    />
  )
}
