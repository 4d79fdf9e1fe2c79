import { useText } from '#renderer/app/text.tsx'

/** The spoken heads of Home's lists. */
export function useHomeHeads() {
  const { t } = useText()
  return {
    when: t('home.col.when'),
    who: t('home.col.who'),
    what: t('home.col.what'),
    state: t('home.col.state'),
    act: t('home.col.act'),
  } as const
}
