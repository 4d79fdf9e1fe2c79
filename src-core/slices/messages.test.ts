import { afterEach, describe, expect, test } from 'vitest'
import { agentTemplates, gapsIn, judgeTemplate } from '#shared/domain/message/templates.ts'
import { sqliteStores } from '../db/test-store.ts'
import { createMessages } from '../jobs/messages.ts'
import { templateSchema } from './message/template-text.ts'
import type { SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

const minute = 60_000

test('a template says nothing its kind does not fill, in no language', () => {
  expect(gapsIn('{operator}: {at:time}, {at:day}')).toEqual(['operator', 'at'])
  expect(judgeTemplate('signingCode', 'Code {code}, {pin}')).toMatchObject({
    error: { details: { placeholder: 'pin' } },
  })
  const all = (text: string) => ({ en: text, fr: text, cs: text, ru: text })
  const template = { name: 'signingCode', channel: 'sms', subject: all(''), body: all('{code}') }
  expect(templateSchema.safeParse(template).success).toBe(true)
  expect(templateSchema.safeParse({ ...template, body: { ...all('{code}'), ru: '{pin}' } }).success).toBe(false)
  expect(templateSchema.safeParse({ ...template, body: { en: '{code}' } }).success).toBe(false)
})

const stores = sqliteStores()

describe('messages to customers', () => {
  afterEach(() => stores.closeOpened())

  const open = async (): Promise<SaleWorld> => openSaleWorld(await stores.open())
  const all = ({ store }: SaleWorld) => store.db.selectFrom('message').selectAll().orderBy('id').execute()

  test('an order is confirmed to its customer by SMS where there is no e-mail, in their language', async () => {
    const world = await open()
    const sale = saleOf(world.ids)
    const luc = await world.desk('luc')
    await luc.push('interaction.openCase', sale.open)
    await luc.push('customer.createProspect', { ...sale.prospect, language: 'cs' })
    await sell(luc, sale, 'submit', ['open', 'prospect'])
    await world.messages.tick()
    const [told] = await all(world)
    expect(told).toMatchObject({ template: 'orderConfirmed', channel: 'sms', state: 'sent', tries: 1, by_name: '' })
    expect(told?.body).toContain('objednávku C-26-10417 máme')
  })

  test('what an agent writes of their own accord is worded in the customer’s language, each template by both ways', async () => {
    const world = await open()
    const anna = await world.desk('anna')
    const sale = saleOf(world.ids)
    await sell(anna, sale, 'prospect')
    const of = { caseId: null, customerId: sale.id.customer, about: '', params: { name: 'Anna' } }
    for (const template of agentTemplates)
      for (const [channel, recipient] of [
        ['email', 'anna@example.net'],
        ['sms', '+33639986610'],
      ] as const)
        for (const language of ['fr', 'ru'] as const) {
          const body = { ...of, messageId: world.ids.next(), template, channel, recipient, language }
          expect(await anna.push('message.sendMessage', body)).toMatchObject({ result: 'applied' })
        }
    const bodies = (await all(world)).map(({ body }) => body)
    expect(bodies).toHaveLength(8)
    expect(bodies.filter((body) => /[а-я]{4}/.test(body))).toHaveLength(4)
    expect(bodies.filter((body) => body.includes('{'))).toEqual([])
  })

  test('what the gateway refuses has its cause and may go out again; what is on its way may not', async () => {
    const world = await open()
    const anna = await world.desk('anna')
    const sale = saleOf(world.ids)
    await sell(anna, sale, 'prospect')
    const of = { caseId: sale.id.case, customerId: sale.id.customer }
    const messageId = world.ids.next()
    const params = {
      ...{ name: 'Anna', reference: 'C-1', summary: 'Plan: M', plan: 'M', monthly: '1', dueNow: '1' },
      ...{ commitment: 'None', notice: 'None', withdrawal: 'None' },
    }
    const body = {
      ...of,
      messageId,
      template: 'saleSummary',
      channel: 'email',
      recipient: 'anna@bounce.example',
      language: 'en',
      params,
      about: '',
    } as const
    const { summary: _left, ...lacking } = params
    expect(await anna.push('message.sendMessage', { ...body, params: lacking })).toMatchObject({
      code: 'PLACEHOLDER_MISSING',
      details: { placeholder: 'summary' },
    })
    expect(await anna.push('message.sendMessage', { ...body, customerId: world.ids.next() })).toMatchObject({
      code: 'CUSTOMER_UNKNOWN',
    })
    expect(await anna.push('message.sendMessage', body)).toMatchObject({ result: 'applied' })
    const again = () => anna.push('message.sendAgain', { ...of, messageId })
    expect(await again()).toMatchObject({ code: 'MESSAGE_ON_ITS_WAY' })
    await world.messages.tick()
    expect(await all(world)).toMatchObject([{ state: 'failed', cause: 'MAILBOX_UNKNOWN', tries: 1 }])
    expect(await again()).toMatchObject({ result: 'applied' })
    await world.messages.tick()
    expect(await all(world)).toMatchObject([{ state: 'failed', tries: 2 }])
    expect(await anna.push('message.sendAgain', { ...of, messageId: world.ids.next() })).toMatchObject({
      code: 'MESSAGE_UNKNOWN',
    })
  })

  test('a customer is reminded of a promised call half an hour before, once, and not where it was promised just now', async () => {
    const world = await open()
    const anna = await world.desk('anna')
    const sale = saleOf(world.ids)
    await sell(anna, sale, 'prospect')
    const promise = (inMinutes: number) =>
      anna.push('interaction.planCallBack', {
        ...{ callBackId: world.ids.next(), customerId: sale.id.customer, caseId: null, note: '' },
        ...{ number: '+33639986610', dueAt: world.clock.now() + inMinutes * minute },
      })
    await promise(10)
    await promise(120)
    await world.messages.tick()
    expect(await all(world)).toEqual([])
    await world.advance(95 * minute)
    await world.messages.tick()
    await world.messages.tick()
    expect(await all(world)).toMatchObject([{ template: 'callBackReminder', state: 'sent' }])
  })

  test('a gateway that cannot be reached leaves the message waiting, and gets it under the same number', async () => {
    const world = await open()
    await sell(await world.desk('luc'), saleOf(world.ids))
    const asked: string[] = []
    const gone = {
      send: ({ id }: { readonly id: string }) => {
        asked.push(id)
        return Promise.reject(new Error('no line to the gateway'))
      },
    }
    const job = createMessages({ core: world.store, ...world, gateway: gone })
    await expect(job.tick()).rejects.toThrow('no line to the gateway')
    await expect(job.tick()).rejects.toThrow('no line to the gateway')
    expect(new Set(asked).size).toBe(1)
    expect(await all(world)).toMatchObject([{ state: 'queued', tries: 0 }])
  })
})
