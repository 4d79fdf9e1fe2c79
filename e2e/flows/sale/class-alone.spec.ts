import { seriousOf } from '../../pages/axe.ts'
import { clippedInLanguages } from '../../pages/in-languages.ts'
import { sellToCredit, signAndPay, startAsLuc, takeClass } from '../../pages/sale.flow.ts'
import { freePort } from '../../world/core.ts'
import { askClassesFor } from '../../world/typed-sales.ts'
import { expect, test } from '../../world/world.ts'
import { documents, eriksson, rosa } from './people.ts'

test('a bureau that does not answer, and the desk alone: a class with its caps, and what to say @sale @long', async ({
  world,
}) => {
  test.setTimeout(240_000)
  await world.stopCore()
  await world.restartCore({ LINEDESK_BUREAU_URL: `http://127.0.0.1:${await freePort()}/class` })
  const { page, desk, sale } = await startAsLuc(world)

  await sellToCredit(desk, sale, {
    person: eriksson,
    document: documents.eriksson,
    plan: 'Mobile M 40 GB',
    wish: '7777',
  })
  await sale.goOn()
  await expect(
    page.getByText('The bureau did not answer. A person looks at it; until then this class holds.'),
  ).toBeVisible()
  await expect(page.getByText('The bureau did not answer; a person looks at it', { exact: true })).toBeVisible()
  expect(await seriousOf(page, 'all')).toEqual([])
  expect(await clippedInLanguages(page, 'credit-referred')).toEqual([])
  // the class holds: its deposit is taken and the line goes out
  await sale.goOn()
  await signAndPay(sale, '100')
  await sale.isActive()
  await desk.isOnline()

  await desk.pullCable()
  await sellToCredit(desk, sale, { person: rosa, document: documents.classC, plan: 'Mobile S 10 GB', wish: '1966' })
  await takeClass(sale, 'Class C, provisional.')
  await askClassesFor(page, 9)
  await sellToCredit(desk, sale, {
    person: { givenNames: 'Camille Rose', familyName: 'Thévenot', contactNumber: '+33 6 39 98 66 14' },
    ...{ document: documents.classA, plan: 'Mobile L 100 GB', wish: '5777' },
  })
  await sale.goOn()
  await expect(page.getByText('This desk has given as many provisional classes as it may.').first()).toBeVisible()
  await expect(page.getByText('I can start you on pre-paid today, or call you when our system is back.')).toBeVisible()
  expect(await seriousOf(page, 'all')).toEqual([])
  // tabs give way to what stands right of them, with their whole name as tooltip
  const cut = await clippedInLanguages(page, 'credit-cap')
  expect(cut.filter((what) => !what.includes('wider than span._title'))).toEqual([])
  await page.getByRole('button', { name: 'Choose another offer' }).click()
  await sale.at('Offer')
})
