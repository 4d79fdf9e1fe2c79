import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import type { Preferences } from '#shared/contract/desk.ts'
import type { PreferenceStore } from '#main/host/preferences.ts'
import { pageUrl } from './scheme.ts'
import { windowGround } from './window-ground.ts'

const savePlaceAfterMs = 500

/** Opens the desk's window, at once and in the theme's ground colour, where it was last; loads the page into it. */
export function openWindow(store: PreferenceStore): BrowserWindow {
  const preferences = store.get()
  const window = new BrowserWindow({
    ...placeOf(preferences),
    minWidth: 1024,
    minHeight: 640,
    title: app.getName(),
    show: true,
    backgroundColor: groundOf(preferences),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/bridge.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
    },
  })
  if (preferences.window.isMaximized) window.maximize()
  keepPlace(window, store)
  void window.loadURL(pageUrl)
  return window
}

/** Follows the theme preference: the system's dialogs and the ground before the first paint. */
export function applyTheme(preferences: Preferences, windows: readonly BrowserWindow[]): void {
  nativeTheme.themeSource = preferences.theme === 'auto' ? 'system' : preferences.theme
  for (const window of windows) window.setBackgroundColor(groundOf(preferences))
}

function groundOf(preferences: Preferences): string {
  const isDark = preferences.theme === 'auto' ? nativeTheme.shouldUseDarkColors : preferences.theme === 'dark'
  return isDark ? windowGround.dark : windowGround.light
}

/** The last place, unless no screen shows it any more. */
function placeOf({ window }: Preferences): { width: number; height: number; x?: number; y?: number } {
  const size = { width: Math.max(window.width, 1024), height: Math.max(window.height, 640) }
  const { x, y } = window
  if (x === null || y === null) return size
  const isOnScreen = screen.getAllDisplays().some(({ workArea }) => {
    const isInWidth = x < workArea.x + workArea.width - 100 && x + size.width > workArea.x + 100
    return isInWidth && y >= workArea.y - 20 && y < workArea.y + workArea.height - 50
  })
  return isOnScreen ? { ...size, x, y } : size
}

function keepPlace(window: BrowserWindow, store: PreferenceStore): void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    clearTimeout(timer)
    const bounds = window.getNormalBounds()
    const place = { ...bounds, isMaximized: window.isMaximized() }
    const known = store.get()
    if (JSON.stringify(place) === JSON.stringify(known.window)) return
    const next = { x: place.x, y: place.y, width: place.width, height: place.height, isMaximized: place.isMaximized }
    // a window's place is not worth a sentence; setting a preference says it when the folder cannot be written
    store.set({ ...known, window: next }).catch(() => {})
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, savePlaceAfterMs)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', save)
}
