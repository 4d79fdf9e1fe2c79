import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { messages } from '#shared/text/translate.ts'
import { clipped } from './clipped.ts'
import { quiet } from './quiet.ts'

const languages = ['fr', 'cs', 'ru', 'en'] as const
const pictures = process.env['LINEDESK_PICTURES']

/** What is cut off on the screen in each language, switched where it stands, and back in English. */
export async function clippedInLanguages(page: Page, screen: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const language of languages) {
    await page.evaluate((wished) => window.linedesk?.call('preferences.set', { language: wished }), language)
    await page.locator(`html[lang="${language}"]`).waitFor()
    const status = page.getByRole('status').filter({ hasText: statusOf(language) })
    await expect(status.first()).toBeVisible()
    await quiet(page, 'light')
    found.push(...(await clipped(page)).map((what) => `${screen}, ${language}: ${what}`))
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, `${screen}.${language}.png`), animations: 'disabled' })
    }
  }
  return found
}

/** What the status line, or the sign-in's, says in a language: how each of its sentences begins. */
function statusOf(language: (typeof languages)[number]): RegExp {
  const own = messages[language]
  const keys = [
    'status.onlineSent',
    'status.onlineToSend',
    'status.offlineToSend',
    'status.offlineSent',
    'status.coreThere',
    'status.coreHere',
  ] as const
  const begins = keys.map((key) => String(own[key]).split('{')[0]?.trim().replaceAll(' ', '\\s'))
  return new RegExp(begins.join('|'))
}
