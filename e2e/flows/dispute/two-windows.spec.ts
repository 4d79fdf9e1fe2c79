import { pdfFile, pngFile } from '#shared/domain/dispute/evidence-file.fixture.ts'
import { seriousOf } from '../../pages/axe.ts'
import { billPage } from '../../pages/bill.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { decisionPage, matterPage } from '../../pages/matter.page.ts'
import { customerIdOf, newestBill } from '../../world/disputes.ts'
import { askOnDesk } from '../../world/on-desk.ts'
import { deskElsewhere, newId } from '../../world/other-desk.ts'
import type { World } from '../../world/world.ts'
import { expect, test } from '../../world/world.ts'

/** An agent's and a supervisor's desk on one core, both in sight at once. */
async function begin(world: World) {
  const [annas, petrs] = [await world.desk('anna'), await world.desk('petr')]
  const [anna, petr] = [deskPage(annas), deskPage(petrs)]
  await Promise.all([anna.signIn('Anna'), petr.signIn('Petr')])
  await anna.isSynced()
  await petr.isSynced()
  const [asks, decides] = [matterPage(annas), decisionPage(petrs)]
  const other = await deskElsewhere(world.core().address, 'Irina')
  return {
    ...{ annas, petrs, anna, petr, asks, decides, other, bill: billPage(annas) },
    /** What may be collected: on the agent's screen, and by what the core sent to both desks. */
    collectable: async (billId: string, name: string, sum: string): Promise<void> => {
      await asks.owes(name, sum)
      const minor = Math.round(Number(sum) * 100)
      await expect.poll(() => matterPage(petrs).collectable(billId), { timeout: 30_000 }).toBe(minor)
      await expect.poll(() => asks.collectable(billId)).toBe(minor)
    },
  }
}

/** The sum on the button that files a dispute. */
async function claimed({ filing }: ReturnType<typeof matterPage>): Promise<number> {
  const button = filing.getByRole('button', { name: /^Dispute \d/ })
  return Number(/\d+\.\d\d/.exec((await button.textContent()) ?? '')?.[0])
}

/** Sums are shown 10 s later, when nobody took the decision back. */
const sent = { timeout: 40_000 }

test('asked for above one’s authority, disputed, withdrawn: the agent’s sums follow the supervisor’s decision by themselves @dispute @long', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const { annas, petrs, asks, decides, other, bill, collectable } = await begin(world)
  const jana = await customerIdOf(annas, 'Jana Nov')
  const { bill: of } = await newestBill(other, jana)
  const open = of.open_minor / 100
  await bill.openNewest('Jana Nov')
  const before = await decides.count()
  await asks.credits('30.00')
  await expect(asks.credit.getByText('Asked for', { exact: true })).toBeVisible()
  await expect(decides.tool).toContainText(String(before + 1))
  await petrs.keyboard.press('Alt+q')
  await decides.open('J. Nov', 'Credit, Jana Nováková')
  await decides.grants('20.00', 'A gesture')
  await expect(asks.credit.getByText('Given', { exact: true })).toBeVisible(sent)
  await expect(asks.credit.getByText('Petr').first()).toBeVisible()
  await asks.close(asks.credit)
  await collectable(of.id, 'Still open of it', (open - 20).toFixed(2))

  await bill.lines.focus()
  await annas.keyboard.press('ArrowDown')
  await expect(bill.lines.getByRole('button', { name: /^Dispute/ })).toBeVisible()
  await annas.keyboard.press('d')
  await expect(asks.filing.getByRole('radio').first()).toBeFocused()
  await annas.keyboard.press('Space')
  const sum = await claimed(asks)
  await annas.keyboard.press('Enter')
  await expect(asks.dispute.getByText('Filed', { exact: true }).first()).toBeVisible()
  await collectable(of.id, 'May be collected now', (open - 20 - sum).toFixed(2))
  await decides.open('J. Nov', 'Dispute, Jana Nováková')
  await decides.grants('5.00', 'Half of it was announced')
  await expect(asks.dispute.getByText('Approved in part')).toBeVisible(sent)
  await expect(asks.dispute.getByText('Half of it was announced', { exact: false })).toBeVisible()
  await asks.close(asks.dispute)
  const left = (open - 25).toFixed(2)
  await collectable(of.id, 'Still open of it', left)

  // withdrawn while the decision waits its ten seconds
  await bill.openRow(/^Data\+ 50 GB .*\+7\.20$/)
  await annas.keyboard.press('d')
  await asks.files('Data nepotřebuji.')
  await decides.open('J. Nov', 'Dispute, Jana Nováková')
  await decides.grants('1.00', 'A part')
  await asks.dispute.getByRole('button', { name: 'The customer withdraws it' }).click()
  await expect(asks.dispute.getByText('Withdrawn')).toBeVisible()
  await expect(asks.dispute.getByRole('button', { name: /^Close/ }).last()).toBeFocused()
  await expect(petrs.getByText(/^Your decision on Jana Nováková had no effect/)).toBeVisible(sent)
  await asks.close(asks.dispute)
  await collectable(of.id, 'Still open of it', left)
})

test('signed by a team lead, asked back, answered, rejected with a new due date, appealed; a whole bill on hold; one’s own left to others @dispute @long', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const { annas, petrs, anna, asks, decides, other, bill, collectable } = await begin(world)
  // the calls to a premium number stand on the bill before the newest one: more than a team lead gives
  await bill.openNewest('Pavel Dvo')
  await annas.keyboard.press('Alt+ArrowDown')
  await bill.openRow(/^Premium numbers/)
  await expect(bill.lines.getByRole('button', { name: /^Dispute/ })).toBeVisible()
  await annas.keyboard.press('d')
  await asks.filing.locator('input[type=file]').setInputFiles([
    { name: 'Zpráva.png', mimeType: 'image/png', buffer: Buffer.from(pngFile()) },
    { name: 'Výpis.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile()) },
  ])
  await expect(asks.filing.getByText('Výpis.pdf')).toBeVisible()
  await asks.filing.getByRole('textbox', { name: /^Recording/ }).fill('REC-4711')
  await asks.filing.getByRole('radio').first().focus()
  expect(await seriousOf(annas, 'all')).toEqual([])
  await asks.files('Na to číslo jsem nevolal.')
  await expect(asks.dispute.getByText('Recording REC-4711')).toBeVisible()
  const reference = /D-[\d-]+/.exec((await asks.dispute.getByRole('heading').textContent()) ?? '')?.[0] ?? ''
  const pavel = await customerIdOf(annas, 'Pavel Dvo')
  const filed = (await askOnDesk(annas, 'dispute.ofCustomer', { customerId: pavel })).disputes[0]
  const lines = filed?.lines.map(({ lineId, claimedMinor }) => ({ lineId, amountMinor: claimedMinor })) ?? []
  const signing = { disputeId: filed?.row.id ?? '', customerId: pavel, adjustmentId: newId(), request: 1, lines }
  await expect(asks.dispute.getByText('Confirmed')).toBeVisible()
  await other.push('dispute.decideDispute', { ...signing, grantedMinor: 10_620, note: '' })
  await expect(asks.dispute.getByText('Waits for a second signature')).toBeVisible()
  await petrs.keyboard.press('Alt+q')
  await decides.open('P. Dvo', 'Dispute, Pavel Dvořák')
  await expect(petrs.getByText('Signed by Irina for 106.20.', { exact: false })).toBeVisible()
  // what was shown at the other desk comes from the core
  await petrs.getByRole('button', { name: 'Zpráva.png' }).click()
  const picture = petrs.getByRole('dialog', { name: 'Evidence: Zpráva.png' })
  await expect(picture.getByRole('img', { name: /^Evidence/ })).toHaveJSProperty('naturalWidth', 96)
  expect(await seriousOf(petrs, 'all')).toEqual([])
  await petrs.keyboard.press('Escape')
  await expect(picture).toBeHidden()
  await petrs.getByRole('button', { name: 'Výpis.pdf' }).click()
  await expect(petrs.getByText('Výpis.pdf is saved.')).toBeVisible()
  await petrs.keyboard.press('Alt+a')
  await petrs.getByRole('textbox', { name: 'Question' }).fill('Who had the phone that day?')
  await petrs.keyboard.press('Enter')
  await expect(asks.dispute.getByText('Waits for the customer')).toBeVisible()
  await asks.close(asks.dispute)
  await anna.openHome()
  await annas.getByText(new RegExp(`${reference}: ask the customer: Who had the phone`)).waitFor()
  await annas
    .getByRole('row', { name: new RegExp(reference) })
    .getByRole('button', { name: 'Open' })
    .click()
  await asks.dispute.getByRole('textbox', { name: 'What the customer answers' }).fill('Telefon měl syn.')
  await asks.dispute.getByRole('button', { name: 'Add it' }).click()
  await expect(asks.dispute.getByText('Being looked into')).toBeVisible()
  await decides.open('P. Dvo', 'Dispute, Pavel Dvořák')
  await expect(petrs.getByText('Telefon měl syn.', { exact: false })).toBeVisible()
  await decides.rejects('The calls were made from his SIM.')
  await expect(asks.dispute.getByText('Rejected', { exact: true })).toBeVisible(sent)
  await expect(asks.dispute.getByText(/jsou splatné|splat/).first()).toBeVisible()
  await asks.dispute.getByRole('button', { name: /^Appeal, until/ }).click()
  await asks.files('Trvám na tom.')
  await expect(asks.dispute.getByText(`Appeals ${reference}.`)).toBeVisible()
  await decides.open('P. Dvo', 'Dispute, Pavel Dvořák')
  await expect(petrs.getByText('Appeal', { exact: true })).toBeVisible()
  await asks.close(asks.dispute)

  const { bill: of } = await newestBill(other, await customerIdOf(annas, 'Jana Nov'))
  await bill.openNewest('Jana Nov')
  await bill.lines.focus()
  await annas.keyboard.press('Home')
  const rows = Number(await bill.lines.getByRole('row').count())
  for (let row = 0; row < rows; row += 1) {
    await annas.keyboard.press('Space')
    await annas.keyboard.press('ArrowDown')
  }
  await annas.keyboard.press('d')
  await asks.files('Nic z toho není moje.')
  await asks.close(asks.dispute)
  await expect(annas.getByText('On hold', { exact: true })).toBeVisible()
  await collectable(of.id, 'May be collected now', '0.00')

  const petrsBill = billPage(petrs)
  const own = matterPage(petrs)
  await petrsBill.openNewest('Tomáš Beneš')
  await petrsBill.lines.focus()
  await expect(petrsBill.lines.getByRole('button', { name: /^Dispute/ })).toBeVisible()
  await petrs.keyboard.press('d')
  await own.files('Cena byla jiná.')
  await own.close(own.dispute)
  await petrs.keyboard.press('Alt+q')
  await decides.rail.getByRole('button', { name: /You asked for it/ }).click()
  await expect(petrs.getByText('You asked for it yourself: somebody else decides.').first()).toBeVisible()
})
