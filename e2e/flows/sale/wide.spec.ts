import { writeFileSync } from 'node:fs'
import { expect, test } from '../../world/world.ts'
import { sellToCredit, signAndPay, startAsLuc, takeClass } from '../../pages/sale.flow.ts'
import { documents, eriksson } from './people.ts'

test.describe.configure({ mode: 'parallel' })

test('a branch billed to the company takes 500 lines from a file, after its wrong line was told @sale @long', async ({
  world,
}, info) => {
  test.setTimeout(200_000)
  const { page, desk, sale } = await startAsLuc(world)
  await page.getByRole('combobox', { name: 'Find a customer' }).fill('martin metz')
  await page.getByRole('option', { name: /^Boulangerie Martin Metz/ }).click()
  await page.getByRole('button', { name: /^New case/ }).click()
  await sale.at('Reason')
  await sale.text('Purchase order').fill('PO-2026-117')
  await sale.goOn()
  await sale.at('Offer')
  await expect(page.getByText(/^Tax excluded/)).toBeVisible()
  await sale.choosePlan('Mobile M 40 GB')
  await sale.chooseNumber('7777')
  await sale.goOn()
  await sale.open('Credit')
  await page.getByRole('checkbox', { name: 'Ask the credit bureau' }).check()
  await sale.goOn()
  await expect(page.getByText(/^Class A\./)).toBeVisible()
  await sale.open('Reason')
  const rows = Array.from({ length: 500 }, (_, index) => `Employee ${index + 1};Mobile S 10 GB`)
  const file = info.outputPath('lines.csv')
  writeFileSync(file, ['name;plan', ...rows.with(249, 'Employee 250;Mobile XXL')].join('\n'))
  await page.getByLabel('Choose a file').setInputFiles(file)
  await expect(page.getByText('No plan is called “Mobile XXL”.')).toBeVisible()
  await expect(page.getByText(/^1 line is wrong/)).toBeVisible()
  writeFileSync(file, ['name;plan', ...rows].join('\n'))
  await page.getByLabel('Choose a file').setInputFiles(file)
  const order = page.getByRole('button', { name: /^Order 500 lines/ })
  await expect(order).not.toHaveAttribute('aria-disabled', 'true')
  await order.click()
  // the market's rules let a few of them stick
  await expect(page.getByText(/^(49\d|500) of 500 active, 500 with the core/)).toBeVisible({ timeout: 120_000 })
  await desk.isOnline()
})

test('a number is brought after its donor refused once, on a pre-paid line paid by card @sale @long', async ({
  world,
}) => {
  const { page, desk, sale } = await startAsLuc(world)
  await desk.newCase()
  await sale.typeReason(eriksson)
  await sale.goOn()
  await sale.at('Offer')
  await page.getByText('Pre-paid', { exact: true }).click()
  await sale.choosePlan('Pre-paid M 40 GB')
  await sale.chooseNumber('7777')
  await page.getByText('eSIM', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Bring a number from another operator' }).check()
  await sale.text('Number to bring').fill('+33 6 12 34 56 01')
  await sale.text('Its operator').fill('Telrivo')
  await sale.text('Account or code there').fill('4711')
  await sale.text('Day').fill(await page.evaluate(() => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)))
  await sale.goOn()
  await sale.at('Identity')
  await sale.typeDocument(documents.eriksson)
  await sale.confirmName()
  await sale.typeAddress()
  await sale.goOn()
  await sale.open('Sign')
  await sale.sign()
  await sale.goOn()
  await sale.at('Pay now')
  await page.getByText('Card terminal', { exact: true }).click()
  await sale.text('Reference on the terminal’s slip').fill('T-000917')
  await sale.goOn()
  await sale.at('Activation')
  await expect(page.getByText('There are bills unpaid with the other operator.', { exact: false })).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByRole('img', { name: /^Scan it with the telephone/ })).toBeVisible()
  await page.getByRole('button', { name: 'eSIM as PDF' }).click()
  await expect(page.getByText(/^Saved as E-26-/)).toBeVisible()
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByText(/6 12 34 56 01 comes on/)).toBeVisible({ timeout: 60_000 })
})

test('class C pays its deposit in cash before the line goes out @sale @long', async ({ world }) => {
  const { page, desk, sale } = await startAsLuc(world)
  const rosa = { givenNames: 'Rosa', familyName: 'Delmas', contactNumber: '+33 6 39 98 66 12' }
  await sellToCredit(desk, sale, { person: rosa, document: documents.classC, plan: 'Mobile M 40 GB', wish: '7777' })
  await takeClass(sale, 'Class C.')
  await sale.at('Sign')
  await expect(page.getByText(/One monthly fee|deposit/i).first()).toBeVisible()
  await signAndPay(sale, '100')
  await sale.isActive()
})
