import { AxeBuilder } from '@axe-core/playwright'
import { quiet, themes } from '../../pages/quiet.ts'
import { tour } from '../../pages/tour.ts'
import { expect, test } from '../../world/world.ts'

/** WCAG 2.2 A and AA, and axe's own good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Rules that look at colours. */
const ofColour = ['color-contrast', 'link-in-text-block'] as const

test('nothing serious on any screen, light or dark @a11y', async ({ world }) => {
  test.setTimeout(300_000)
  const found: string[] = []
  await tour(world, async (page, screen) => {
    for (const theme of themes) {
      await quiet(page, theme)
      // legacy mode: the other one opens a second page for its results, which Electron refuses
      const axe = new AxeBuilder({ page }).setLegacyMode(true)
      // the page is the same in the other theme but for its colours
      const { violations } = await (theme === 'light' ? axe.withTags(tags) : axe.withRules([...ofColour])).analyze()
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical')
          for (const node of nodes) found.push(`${screen}, ${theme}: ${id} at ${node.target.join(' ')}`)
    }
  })
  expect(found).toEqual([])
})
