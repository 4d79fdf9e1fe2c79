import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { knownPeople } from '#core/seed/known-people.ts'
import { casePage } from '../../pages/case.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { expect, test } from '../../world/world.ts'

test('a call in mid-typing loses no character; one note, wrap-up and a call-back; a scan from any focus @desk', async ({
  world,
}) => {
  test.setTimeout(180_000)
  const page = await world.desk('anna')
  const anna = deskPage(page)
  await anna.signIn('Anna')
  await anna.isSynced()
  await anna.newCase()
  const given = page.getByRole('textbox', { name: 'Given names' })
  await given.pressSequentially('Anna Ma')
  expect(await ring(world.folderOf('anna'))).toBe(204)
  const bar = page.getByRole('region', { name: 'Incoming call' })
  await expect(bar).toContainText('Jana Nováková')
  await expect(given).toBeFocused()
  await page.keyboard.type('ria')
  await page.keyboard.press('Enter') // a field with text in it: Enter is not the call's
  await expect(bar).toBeVisible()
  await expect(given).toHaveValue('Anna Maria')

  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'From first inquiry to now' })).toBeVisible()
  await page.keyboard.press('F4')
  await page.keyboard.type('In Egypt')
  await page.keyboard.press('F9')
  await expect(page.getByText(/^On hold/)).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: 'Note of the call' })).toHaveValue('In Egypt')
  await page.keyboard.press('Control+F9')
  const wrapUp = page.getByRole('region', { name: 'Wrap-up' })
  await expect(wrapUp.getByLabel('About')).toHaveValue('billQuestion')
  await wrapUp.getByLabel('Outcome').selectOption('callBack')
  await wrapUp.getByLabel('Outcome').press('Enter')
  await expect(wrapUp).toBeHidden()
  await expect(page.getByText(/Phone: Asked about a bill/).first()).toBeVisible()
  await anna.openHome()
  await expect(page.getByRole('table', { name: 'Call-backs due' })).toContainText('In Egypt')

  // what was typed before the call stands as it was; the passport under the scanner goes to Identity from the note
  await page.getByRole('tab', { name: /^New line/ }).click()
  await expect(given).toHaveValue('Anna Maria')
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await note.fill('Her sister too')
  await page.getByRole('button', { name: 'Scanner' }).evaluate((button: HTMLElement) => button.click())
  await casePage(page).at('Identity')
  await expect(page.getByRole('textbox', { name: /^Line 1/ })).toHaveValue(knownPeople.eriksson.lines[0] ?? '')
  await expect(note).toHaveValue('Her sister too')
})

/** Rings as a telephone program does: by the loopback door, with the token of the desk's folder. */
async function ring(folder: string): Promise<number> {
  const text = readFileSync(join(folder, 'phone.json'), 'utf8')
  // as: the desk's own file
  const { port, token } = JSON.parse(text) as { readonly port: number; readonly token: string }
  const answer = await fetch(`http://127.0.0.1:${port}/call`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ number: '+33639984112', queue: 'Bill question', waited: 72 }),
  })
  return answer.status
}
