import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { CallerQuestion } from '#shared/domain/catalogue/policies.ts'
import { answerHash } from '#shared/domain/verification/expected-answers.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import { hashKeyOf } from '#core/db/hash-key.ts'
import { sqliteStores } from '#core/db/test-store.ts'
import { seedId } from '#core/seed/seed-ids.ts'
import type { SaleDesk, SaleWorld } from '../test-sale.ts'
import { openSaleWorld } from '../test-sale.ts'

const jana = seedId(1, 'customer', 0)

for (const stores of [sqliteStores()])
  describe.skipIf(stores.missing)(`who is calling, on ${stores.name}`, () => {
    afterEach(() => stores.closeOpened())
    afterAll(() => stores.stop())

    /** Anna in a call with Jana, and what her desk sends for an answer. */
    async function aCall() {
      const world = await openSaleWorld(await stores.open())
      const key = await hashKeyOf(world.store.db, 'nancy')
      const [contactId, verificationId] = [world.ids.next(), world.ids.next()]
      const answer = (
        question: CallerQuestion,
        text: string,
        over: Partial<CommandBody<'verification.recordAnswer'>> = {},
      ) => ({
        ...{ customerId: jana, caseId: null, contactId, verificationId, question },
        answerHash: answerHash(jana, question, text, (plain) => keyedHash(key, plain)),
        seen: { matched: [], level: 0, failures: 0, since: 0, lockedUntil: null },
        ...over,
      })
      const desks = { anna: await world.desk('anna'), luc: await world.desk('luc'), petr: await world.desk('petr') }
      const say = (desk: SaleDesk, question: CallerQuestion, text: string) =>
        desk.push('verification.recordAnswer', answer(question, text))
      return { world, verificationId, contactId, say, ...desks }
    }

    const levelOf = async ({ store }: SaleWorld, id: string): Promise<number | undefined> =>
      (await store.db.selectFrom('caller_verification').select('level').where('id', '=', id).executeTakeFirst())?.level
    const lockOf = ({ store }: SaleWorld) =>
      store.db.selectFrom('caller_lock').selectAll().where('id', '=', jana).executeTakeFirst()

    test('each right answer raises the level, the third of them by document and word', async () => {
      const { world, anna, say, verificationId } = await aCall()
      const levels = []
      for (const [question, text] of [
        ['birthDate', '1986-03-14'],
        ['document', '0126'],
        ['securityWord', 'tramvaj'],
      ] as const) {
        expect(await say(anna, question, text)).toMatchObject({ result: 'applied' })
        levels.push(await levelOf(world, verificationId))
      }
      expect(levels).toEqual([1, 2, 3])
      expect(await lockOf(world)).toBeUndefined()
    })

    test('the document in hand gives every level to who stands at the counter', async () => {
      const { world, luc, say, contactId, verificationId } = await aCall()
      const opened = { caseId: world.ids.next(), contactId, reference: '26-1', customerId: jana } as const
      await luc.push('interaction.openCase', { ...opened, recipe: 'billQuestion', channel: 'walkIn' })
      expect(await say(luc, 'document', '0126')).toMatchObject({ result: 'applied' })
      expect(await levelOf(world, verificationId)).toBe(3)
    })

    test('wrong answers are counted over all desks, lock for half an hour, and the right one counts no more', async () => {
      const { world, anna, luc, say, verificationId } = await aCall()
      await say(anna, 'birthDate', '1986-03-15')
      await say(luc, 'securityWord', 'autobus')
      expect(await lockOf(world)).toMatchObject({ failures: 2, locked_until: null })
      await say(anna, 'address', '54000 9')
      const until = world.clock.now() + 30 * 60_000
      expect(await lockOf(world)).toMatchObject({ failures: 3, locked_until: until })
      expect(await say(luc, 'birthDate', '1986-03-14')).toMatchObject({
        result: 'rejected',
        code: 'CALLER_LOCKED',
        details: { until },
      })
      expect(await levelOf(world, verificationId)).toBeUndefined()
      await world.advance(30 * 60_000 + 1)
      expect(await say(luc, 'birthDate', '1986-03-14')).toMatchObject({ result: 'applied' })
      expect(await levelOf(world, verificationId)).toBe(1)
    })

    test('a supervisor unlocks with a reason, nobody else does, and only what is locked', async () => {
      const { world, anna, petr, say } = await aCall()
      const unlock = { customerId: jana, reason: 'Called back on the number on record' }
      expect(await petr.push('verification.unlockCaller', unlock)).toMatchObject({ code: 'CALLER_NOT_LOCKED' })
      for (const wrong of ['1980-01-01', '1980-01-02', '1980-01-03']) await say(anna, 'birthDate', wrong)
      expect(await anna.push('verification.unlockCaller', unlock)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' })
      expect(await petr.push('verification.unlockCaller', unlock)).toMatchObject({ result: 'applied' })
      expect(await lockOf(world)).toMatchObject({
        ...{ failures: 0, locked_until: null },
        ...{ unlocked_by: 'Petr', reason: unlock.reason },
      })
      expect(await say(anna, 'birthDate', '1986-03-14')).toMatchObject({ result: 'applied' })
    })

    test('a question the record cannot answer is refused, and no wrong answer', async () => {
      const { world, anna, say } = await aCall()
      expect(await say(anna, 'lastPayment', '5000')).toMatchObject({ code: 'NOTHING_TO_COMPARE' })
      expect(await lockOf(world)).toBeUndefined()
    })

    test('how a customer is reached changes at level 2 only, in the case of that contact', async () => {
      const { world, anna, luc, say, contactId } = await aCall()
      const caseId = world.ids.next()
      await anna.push('interaction.openCase', {
        ...{ caseId, contactId, reference: '26-1', recipe: 'sale', channel: 'phone', customerId: jana },
      })
      const change = {
        customerId: jana,
        caseId,
        field: 'email',
        from: 'jana@example.net',
        to: 'new@example.net',
      } as const
      await say(anna, 'birthDate', '1986-03-14')
      expect(await anna.push('customer.changeContact', change)).toMatchObject({ code: 'CALLER_NOT_VERIFIED' })
      await say(anna, 'address', '54000 8')
      const outside = { ...change, caseId: null, to: 'other@example.net' }
      expect(await luc.push('customer.changeContact', outside)).toMatchObject({ code: 'CALLER_NOT_VERIFIED' })
      expect(await anna.push('customer.changeContact', change)).toMatchObject({ result: 'applied' })
      // outside of a case it counts for whoever has verified the caller, while the contact lasts
      const again = { ...outside, from: change.to }
      expect(await anna.push('customer.changeContact', again)).toMatchObject({ result: 'applied' })
    })

    test('a word is agreed at level 2 and is asked from then on', async () => {
      const { world, anna, say, contactId, verificationId } = await aCall()
      const key = await hashKeyOf(world.store.db, 'nancy')
      const word = {
        ...{ customerId: jana, caseId: null, contactId },
        answerHash: answerHash(jana, 'securityWord', 'kolotoc', (text) => keyedHash(key, text)),
      }
      expect(await anna.push('verification.setSecurityWord', word)).toMatchObject({ code: 'CALLER_NOT_VERIFIED' })
      await say(anna, 'birthDate', '1986-03-14')
      await say(anna, 'address', '54000 8')
      expect(await anna.push('verification.setSecurityWord', word)).toMatchObject({ result: 'applied' })
      await say(anna, 'document', '0126')
      await say(anna, 'securityWord', 'kolotoc')
      expect(await levelOf(world, verificationId)).toBe(3)
    })
  })
