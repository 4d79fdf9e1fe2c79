import { MantineProvider, useMantineColorScheme } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { cssVariablesResolver, theme } from '#renderer/theme/theme.ts'
import { SignInScreen } from '#renderer/slices/staff/sign-in.screen.tsx'
import { Guard } from './guard.tsx'
import { listenToKeys } from './hot-keys.ts'
import { listenToScanners } from './scanner.ts'
import { followChanges, queryClient, useDesk } from './queries.ts'
import { TextProvider } from './text.tsx'

/** The page: data, language, theme, and who is at the desk. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <TextProvider>
          <Preferred>
            <Guard>
              <Suspense>
                <Who />
              </Suspense>
            </Guard>
          </Preferred>
        </TextProvider>
      </MantineProvider>
    </QueryClientProvider>
  )
}

// The frame comes in a second file: the first paint is the sign-in.
const DeskFrame = lazy(() => import('./frame.tsx').then((file) => ({ default: file.DeskFrame })))

function Who() {
  const { data, isWaiting } = useDesk('staff.session', {})
  useEffect(followChanges, [])
  useEffect(listenToScanners, [])
  useEffect(listenToKeys, [])
  if (isWaiting) return null
  return data?.session ? <DeskFrame session={data.session} /> : <SignInScreen />
}

// Mantine remembers the scheme for the first paint; the preferences of this machine decide as soon as they are here.
function Preferred({ children }: { readonly children: ReactNode }) {
  const preferences = useDesk('preferences.get', {}).data
  const { setColorScheme } = useMantineColorScheme()
  const scheme = preferences?.theme
  const language = preferences?.language ?? 'en'
  const hasKeys = preferences?.showKeys !== false
  useEffect(() => {
    if (scheme !== undefined) setColorScheme(scheme)
  }, [scheme, setColorScheme])
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset['keys'] = hasKeys ? 'on' : 'off'
  }, [language, hasKeys])
  return children
}
