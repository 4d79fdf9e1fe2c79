import { seriousOf } from '../../pages/axe.ts'
import { clippedInLanguages } from '../../pages/in-languages.ts'
import { quiet, themes } from '../../pages/quiet.ts'
import { lostAtDoubleZoom, placesOf, unseenInForcedColours } from '../../pages/reach.ts'
import { tour } from '../../pages/tour.ts'
import { expect, test } from '../../world/world.ts'

/** One of each kind of screen: in every language, and at 200 % zoom. */
const inLanguages = new Set(
  'bill reason offer identity sign-missing credit-ask sign pay-now to-send needs-you home user-menu sign-in home-back-office'.split(
    ' ',
  ),
)
const zoomed = new Set('bill reason offer identity sign pay-now to-send needs-you home sign-in back-office'.split(' '))
/** Steps of a case, online and offline. */
const steps = new Set(
  'reason offer sign-missing identity identity-read credit-ask sign pay-now activation-running activation-done activation-offline credit'.split(
    ' ',
  ),
)
/** How many stops of the Tab key are looked at where the system forces its colours. */
const stops: ReadonlyMap<string, number> = new Map([
  ['reason', 14],
  ['offer', 10],
  ['identity', 6],
  ['home', 8],
])

test('one walk: axe in both themes, every language, 200 % zoom, forced colours, places that stay @a11y', async ({
  world,
}) => {
  test.setTimeout(300_000)
  const found: string[] = []
  const places = new Map<string, string[]>()
  await tour(world, async (page, screen) => {
    for (const theme of themes) {
      await quiet(page, theme)
      const serious = await seriousOf(page, theme === 'light' ? 'all' : 'colour')
      found.push(...serious.map((what) => `${screen}, ${theme}: ${what}`))
    }
    const place = steps.has(screen) ? await placesOf(page) : undefined
    if (place !== undefined) places.set(place, [...(places.get(place) ?? []), screen])
    if (inLanguages.has(screen)) found.push(...(await clippedInLanguages(page, screen)))
    if (zoomed.has(screen)) found.push(...(await lostAtDoubleZoom(page)).map((what) => `${screen} at 200 %: ${what}`))
    const walked = stops.get(screen)
    if (walked !== undefined)
      found.push(...(await unseenInForcedColours(page, walked)).map((what) => `${screen}, forced colours: ${what}`))
  })
  expect(found).toEqual([])
  // online and offline, on every step: the main button ends, and the price rows stand, at the same pixel
  expect([...places.keys()], JSON.stringify([...places.entries()])).toHaveLength(1)
})
