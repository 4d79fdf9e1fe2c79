import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/**
 * The Mantine theme of look.md: five font sizes, radius 5, one primary colour whose shade 7 is the light accent and
 * shade 3 the dark one. All sizes point at tokens.css; how each component looks stands in mantine-*.css.
 */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-sm)',
    md: 'var(--text-md)',
    lg: 'var(--text-lg)',
    xl: 'var(--text-xl)',
  },
  lineHeights: {
    xs: 'var(--lead-xs)',
    sm: 'var(--lead-sm)',
    md: 'var(--lead-md)',
    lg: 'var(--lead-lg)',
    xl: 'var(--lead-xl)',
  },
  fontWeights: { regular: 'var(--weight-normal)', medium: 'var(--weight-medium)', bold: 'var(--weight-bold)' },
  spacing: { xs: 'var(--s-4)', sm: 'var(--s-8)', md: 'var(--s-12)', lg: 'var(--s-16)', xl: 'var(--s-24)' },
  radius: { xs: 'var(--r-sm)', sm: 'var(--r-sm)', md: 'var(--r-md)', lg: 'var(--r-lg)', xl: 'var(--r-lg)' },
  defaultRadius: 'md',
  colors: { accent: accents() },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  focusRing: 'auto',
  cursorType: 'default',
  activeClassName: '',
  respectReducedMotion: true,
  components: {
    Checkbox: { defaultProps: { size: 'xs', radius: 'sm' } },
    Radio: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { transitionDuration: 0, withItemsBorders: false } },
    Kbd: { defaultProps: { size: 'xs' } },
    Tabs: { defaultProps: { variant: 'unstyled' } },
    Alert: { defaultProps: { variant: 'light' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' } },
    Progress: { defaultProps: { size: 2, radius: 0 } },
    Input: { defaultProps: { size: 'sm' } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Select: {
      defaultProps: { checkIconPosition: 'right', allowDeselect: false, comboboxProps: { ...calm(), shadow: 'none' } },
    },
    // Mantine's empty first element is no child a menu may have: without it the first item has the focus
    Menu: { defaultProps: { ...calm(), shadow: 'none', offset: 4, withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { ...calm(), shadow: 'none', radius: 'lg' } },
    Tooltip: { defaultProps: { openDelay: 400 } },
  },
})

/** Mantine's own variables pointed at our tokens; the tokens know the colour scheme, so both schemes get the same map. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: colours(), dark: colours() })

/** Opacity only, 140 ms: look.md "Motion". */
function calm() {
  return { transitionProps: { transition: 'fade', duration: 140 } } as const
}

/** Ten shades of the accent; 3 and 7 equal `--accent` of tokens.css (dark, light), the rest is there because Mantine wants ten. */
function accents(): MantineColorsTuple {
  return ['#e6eefa', '#cfdef6', '#a9c6fb', '#82b0ff', '#5c94f0', '#3c79dd', '#2767cb', '#1a56b8', '#14479b', '#0c1a33']
}

function colours(): Record<string, string> {
  return {
    '--mantine-color-body': 'var(--work)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-bright': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--stuck)',
    '--mantine-color-success': 'var(--ok)',
    '--mantine-color-default': 'var(--work)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--sunk)',
    '--mantine-color-disabled-color': 'var(--text-3)',
    '--mantine-color-disabled-border': 'var(--line-strong)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-primary-color-light': 'var(--accent-soft)',
    '--mantine-primary-color-light-hover': 'var(--accent-soft)',
    '--mantine-primary-color-light-color': 'var(--accent-text)',
  }
}
