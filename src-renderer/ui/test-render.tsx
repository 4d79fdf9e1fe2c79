import { MantineProvider } from '@mantine/core'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { cssVariablesResolver, theme } from '#renderer/theme/theme.ts'

/** Renders inside Mantine with our theme, without transitions. */
export function renderPart(part: ReactNode): RenderResult {
  return render(part, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
        {children}
      </MantineProvider>
    ),
  })
}
