import {
  closeSync,
  copyFileSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { casePage } from '../../pages/case.page.ts'
import { deskPage } from '../../pages/desk.page.ts'
import { expect, test } from '../../world/world.ts'
import { eriksson } from '../sale/people.ts'

test('a damaged cache is loaded anew and a lost key changes nothing, with what was typed still there @sync', async ({
  world,
}) => {
  test.setTimeout(150_000)
  const page = await world.desk()
  const desk = deskPage(page)
  await desk.signIn('Luc')
  await desk.isSynced()
  await desk.newCase()
  await casePage(page).typeReason(eriksson)
  await expect(page.getByText(/^Last key saved/)).toBeVisible()
  await expect(page.getByRole('tab', { name: /Eriksson/ })).toBeVisible()
  await world.killDesk()

  const cache = readdirSync(world.folderOf()).find((name) => /^cache-\d+\.db$/.test(name))
  flipBytes(join(world.folderOf(), cache ?? ''))
  const again = await world.desk()
  await expect(again.getByRole('textbox', { name: 'Given names' })).toHaveValue('Anna Maria')
  await deskPage(again).openHome()
  await deskPage(again).isSynced()
  await again.getByRole('combobox', { name: 'Find a customer' }).fill('nov')
  await expect(again.getByRole('option').first()).toBeVisible()
  await world.killDesk()

  const key = join(world.folderOf(), 'key.bin')
  copyFileSync(key, `${key}.kept`)
  const bytes = readFileSync(key)
  writeFileSync(
    key,
    bytes.map((byte, at) => (at > 8 && at < 24 ? byte ^ 0x5a : byte)),
  )
  const files = readdirSync(world.folderOf()).filter((name) => /\.db$|^journal/.test(name))
  const locked = await world.desk()
  await expect(locked.getByText(/files cannot be read, so they stay locked/)).toBeVisible()
  expect(readdirSync(world.folderOf())).toEqual(expect.arrayContaining(files))
  await world.killDesk()

  copyFileSync(`${key}.kept`, key)
  const back = await world.desk()
  await back.getByRole('tab', { name: /Eriksson/ }).click()
  await expect(back.getByRole('textbox', { name: 'Given names' })).toHaveValue('Anna Maria')
})

/** Sixteen bytes turned in each of ten pages, as a failing disk does. */
function flipBytes(file: string): void {
  const handle = openSync(file, 'r+')
  const { size } = fstatSync(handle)
  const rubbish = Buffer.alloc(16, 0xa5)
  for (let page = 1; page <= 10; page += 1)
    writeSync(handle, rubbish, 0, rubbish.length, Math.floor((size * page) / 11))
  closeSync(handle)
}
