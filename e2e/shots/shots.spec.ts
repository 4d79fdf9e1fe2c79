import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { quiet, themes } from '../pages/quiet.ts'
import { tour } from '../pages/tour.ts'
import { projectRoot } from '../world/core.ts'
import { test } from '../world/world.ts'

const sizes = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
] as const
/** The ones README shows. */
const kept = [
  'offer.light.1280',
  'sign-in.light.1280',
  'identity.light.1280',
  'sign.dark.1440',
  'activation.light.1280',
  'needs-you.light.1280',
  'bill.light.1280',
] as const

test('a picture of every screen, in both themes and sizes', async ({ world }) => {
  const folder = join(projectRoot, 'shots')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  await tour(world, async (page, screen) => {
    for (const size of sizes) {
      await page.setViewportSize(size)
      for (const theme of themes) {
        await quiet(page, theme)
        await page.screenshot({ path: join(folder, `${screen}.${theme}.${size.width}.png`), animations: 'disabled' })
      }
    }
    await page.setViewportSize(sizes[0])
  })
  for (const name of kept) copyFileSync(join(folder, `${name}.png`), join(projectRoot, 'docs/shots', `${name}.png`))
})
