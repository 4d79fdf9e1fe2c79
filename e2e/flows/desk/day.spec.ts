import type { Page } from '@playwright/test'
import { knownPeople } from '#core/seed/known-people.ts'
import { casePage } from '../../pages/case.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { keyboardOf } from '../../pages/keyboard.ts'
import { ring } from '../../pages/ring.ts'
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

  await searchesByEachKey(page)
  await ticketPausedAndResumed(page)

  // what was typed before the call stands as it was; the passport under the scanner goes to Identity from the note
  await page.getByRole('tab', { name: /^New line/ }).click()
  await expect(given).toHaveValue('Anna Maria')
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await note.fill('Her sister too')
  await page.getByRole('button', { name: 'Scanner' }).evaluate((button: HTMLElement) => button.click())
  await casePage(page).at('Identity')
  await expect(page.getByRole('textbox', { name: /^Line 1/ })).toHaveValue(knownPeople.eriksson.lines[0] ?? '')
  await expect(note).toHaveValue('Her sister too')

  // another person sits down, without the core, while the first one's work goes out in her name
  await anna.lock()
  await anna.signIn('Luc')
  await anna.lock()
  await anna.signIn('Anna')
  await anna.pullCable()
  await note.fill('Her sister too, and a router')
  const began = Date.now()
  await anna.lock()
  await anna.signIn('Luc')
  const tookMs = Date.now() - began
  console.log(JSON.stringify({ budget: 'changeOfUserMs', offline: tookMs, atMost: 5_000 }))
  expect(tookMs).toBeLessThan(5_000)
  await page.getByRole('button', { name: /^To send/ }).click()
  await expect(page.getByText(/^\d of \d confirmed$/).first()).toBeVisible()
  await anna.plugCable()
  await anna.isOnline()
  await anna.lock()
  await expect(page.getByText(/^Luc locked this desk at/)).toBeVisible()
  await anna.signIn('Anna')
  await expect(note).toHaveValue('Her sister too, and a router')
})

/** Name, number, account, document, SIM number, address and company number, as they stand on record. */
async function searchesByEachKey(page: Page): Promise<void> {
  const of = await page.evaluate(async () => {
    const ask = async (name: string, input: unknown): Promise<Record<string, unknown>> => {
      const reply = await window.linedesk?.call(name, input)
      // as: the procedures' own answers
      return reply?.ok === true ? (reply.value as Record<string, unknown>) : {}
    }
    const { hits } = (await ask('customer.search', { text: 'jana nov', limit: 1 })) as {
      readonly hits: readonly { readonly customerId: string }[]
    }
    const view = (await ask('interaction.customerView', { customerId: hits[0]?.customerId })) as {
      readonly customer: { readonly account_number: string; readonly street: string }
      readonly services: readonly { readonly row: { readonly iccid: string; readonly msisdn: string } }[]
    }
    const row = view.services[0]?.row
    return {
      account: view.customer.account_number,
      address: view.customer.street,
      sim: row?.iccid ?? '',
      number: (row?.msisdn ?? '').replace('+33', '0'),
    }
  })
  const find = page.getByRole('combobox', { name: 'Find a customer' })
  const keys = [
    ['jana nov', 'name'],
    [of.number, 'phone number'],
    [of.account, 'account'],
    [of.sim, 'SIM number'],
    [knownPeople.customer.facts.documentNumber, 'document'],
    [of.address, 'address'],
  ] as const
  for (const [typed, matched] of keys) {
    await find.fill(typed)
    await expect(page.getByRole('option', { name: new RegExp(`^Jana Nováková.*${matched}$`) })).toBeVisible()
  }
  await find.fill('904126877')
  await expect(page.getByRole('option', { name: /^Boulangerie Martin.*company number$/ }).first()).toBeVisible()
  await find.fill('')
}

/** Its clock stands still while the customer is asked, and goes on afterwards. */
async function ticketPausedAndResumed(page: Page): Promise<void> {
  // who calls is found and their whole view open in a name typed and Enter
  const keys = keyboardOf(page)
  await page.getByRole('combobox', { name: 'Find a customer' }).focus()
  await keys.enter('jana nov')
  await expect(page.getByRole('option', { name: /^Jana Nováková/ })).toBeVisible()
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'From first inquiry to now' })).toBeVisible()
  const { presses } = keys.counted()
  console.log(JSON.stringify({ budget: 'callerToView', presses, ringing: 1, atMost: 3 }))
  expect(presses).toBeLessThanOrEqual(3)
  await page.getByRole('button', { name: /^Tickets/ }).click()
  await page.getByRole('button', { name: 'Open a ticket' }).click()
  await page.getByRole('textbox', { name: 'What is wrong' }).fill('No data in Lyon')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Begin work' }).click()
  await page.getByRole('button', { name: 'Pause: ask the customer' }).click()
  await page.getByRole('textbox', { name: 'What the customer is asked' }).fill('Which street')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Paused, .* left$/)).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText(/^Paused/)).toBeHidden()
}
