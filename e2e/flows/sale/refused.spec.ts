import { checkDigit } from '#shared/domain/identity/check-digit.ts'
import { writeTd3 } from '#shared/domain/identity/specimen.ts'
import { knownPeople } from '#core/seed/known-people.ts'
import { expect, test } from '../../world/world.ts'
import { sellToCredit, startAsLuc, takeClass } from '../../pages/sale.flow.ts'
import { documents, eriksson, milan, rosa } from './people.ts'

test.describe.configure({ mode: 'parallel' })

const { facts } = knownPeople.eriksson
const [first, second] = knownPeople.eriksson.lines as readonly [string, string] // as: a passport has two

/** Lines that are no document of ours, what the agent reads, and what to do. */
const refused: readonly (readonly [string, readonly string[], string, string])[] = [
  ['a visa', writeTd3({ ...facts, documentCode: 'V' }), 'These are not the lines of a passport', 'A visa or a driving'],
  [
    'the old French card',
    [`${'IDFRABERTHIER'.padEnd(30, '<')}923086`, '8806923102858CORINNE<<<<<<<6512068F6'],
    'This is the French ID card made until 2021',
    'Ask for a passport or an ID card',
  ],
  [
    'no state',
    writeTd3({ ...facts, issuingState: 'XQZ' }),
    'No state XQZ issues documents.',
    'compare the three letters',
  ],
  ['no day', [first, bornOn(second, '740231')], 'A date in the lines cannot be read: 740231.', 'Type the line again'],
  [
    'a line too short',
    [first.slice(0, -1), second],
    'Line 1 has 43 characters, it should have 44.',
    'Something was left',
  ],
  ['a strange sign', [first.replace('ANNA', 'AN+A'), second], 'of line 1: the sign +.', 'No document has this sign'],
]

test('each document that cannot be read, or is another person’s, says so and what to do @sale @long', async ({
  world,
}) => {
  test.setTimeout(180_000)
  const { page, desk, sale } = await startAsLuc(world)
  await desk.newCase()
  await sale.typeReason(eriksson)
  await sale.goOn()
  await sale.open('Identity')
  for (const [what, lines, sentence, way] of refused)
    await test.step(what, async () => {
      await sale.typeDocument(lines)
      const said = page.getByRole('alert').filter({ hasText: sentence })
      await expect(said).toContainText(way)
      await expect(sale.main).toHaveAttribute('aria-disabled', 'true')
    })

  await sale.typeDocument(documents.eriksson)
  await sale.confirmName()
  await sale.typeAddress()
  await sale.text('Issued on').fill('2020-01-31')
  await sale.isReady()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('This proof is too old. Ask for a newer one.').first()).toBeVisible()

  // somebody else's passport in the hands of a customer
  await desk.openHome()
  await page.getByRole('combobox', { name: 'Find a customer' }).fill('jana nov')
  await page.getByRole('option', { name: /^Jana Nováková/ }).click()
  await page.getByRole('button', { name: /^New case/ }).click()
  await sale.at('Reason')
  await sale.open('Identity')
  await page.getByRole('button', { name: 'Read another document' }).click()
  await sale.typeDocument(documents.classC)
  await sale.confirmName()
  await sale.typeAddress()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^This document is of another person than the customer on record/)).toBeVisible()

  // a document on the watch list, and back office says no
  await desk.openHome()
  await desk.newCase()
  await sale.typeReason({ givenNames: 'Nadia', familyName: 'Berthier', contactNumber: '+33 6 39 98 66 16' })
  await sale.goOn()
  await sale.open('Identity')
  await sale.typeDocument(documents.watchedDocument)
  await sale.confirmName()
  await sale.typeAddress()
  await sale.goOn()
  await sale.at('Credit')
  await sale.open('Identity')
  await expect(page.getByText(/^Additional check needed\. Back office looks/)).toBeVisible()
  await desk.isOnline()
  await desk.signOut()
  await desk.signIn('Zoé')
  await page
    .getByRole('row', { name: /Berthier/ })
    .getByRole('button')
    .first()
    .click()
  await sale.text('Why').fill('Reported stolen in May')
  await page.keyboard.press('Alt+r')
  await desk.isOnline()
  await desk.signOut()
  await desk.signIn('Luc')
  await sale.open('Identity')
  await expect(page.getByText('The document was not accepted. Another passport or ID card will do.')).toBeVisible()
  await sale.open('Sign')
  await expect(page.getByText('Another identity document; this one was not accepted')).toBeVisible()
})

test('no consent, a debt, an income that lifts, no next bill: what credit says of each @sale @long', async ({
  world,
}) => {
  test.setTimeout(180_000)
  const { page, desk, sale } = await startAsLuc(world)
  await desk.newCase()
  await sale.typeReason(milan)
  await page.getByRole('checkbox', { name: /Ask the credit bureau/ }).uncheck()
  await sale.goOn()
  await sale.at('Offer')
  await sale.choosePlan('Mobile M 40 GB')
  await sale.chooseNumber('5777')
  await sale.goOn()
  await sale.at('Identity')
  await sale.typeDocument(documents.classD)
  await sale.confirmName()
  await sale.typeAddress()
  await sale.goOn()
  await sale.at('Credit')
  await expect(page.getByText('Consent to ask the credit bureau').first()).toBeVisible()
  await expect(sale.main).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('checkbox', { name: 'Ask the credit bureau' }).check()
  await takeClass(sale, 'Class D.')
  await sale.open('Credit')
  await expect(page.getByText('A debt elsewhere is open')).toBeVisible()
  await expect(page.getByText('2 monthly fees')).toBeVisible()
  await sale.open('Sign')
  await sale.sign()
  await sale.goOn()
  await sale.at('Pay now')
  await expect(page.getByText('Next bill', { exact: true })).toHaveCount(0)
  await expect(page.getByText('A deposit is paid now.')).toBeVisible()
  await sale.payCash('1')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('This is less than the sum due.').first()).toBeVisible()

  await sellToCredit(desk, sale, { person: rosa, document: documents.classC, plan: 'Mobile M 40 GB', wish: '52' })
  await sale.goOn()
  await expect(page.getByText('Class C.')).toBeVisible()
  await expect(page.getByText('Income was not given; it may lift the class')).toBeVisible()
  await sale.text('Income a month').fill('2400')
  await page.getByRole('button', { name: 'Ask again with the income' }).click()
  await expect(page.getByText('Class B.')).toBeVisible()
  await expect(page.getByText('Income covers the fees many times over')).toBeVisible()
})

/** The second line of a passport with another birth date, its check digits computed anew: no day, but no misprint either. */
function bornOn(line: string, sixFigures: string): string {
  const [number, birth, rest] = [line.slice(0, 10), sixFigures + checkDigit(sixFigures), line.slice(21, 43)]
  return number + line.slice(10, 13) + birth + line.slice(20, 21) + rest + checkDigit(number + birth + rest)
}
