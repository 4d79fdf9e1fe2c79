import { storyReference } from '#shared/domain/interaction/guide.ts'
import { emptyFields } from '#shared/domain/interaction/steps.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import { addDays, dateInZone } from '#shared/kernel/date.ts'
import type { CoreRuntime } from '../runtime.ts'
import { knownPeople } from '../seed/known-people.ts'
import { firstScope, policiesOf } from '../sync/market.ts'
import type { StoryDesk } from './story-desk.ts'
import { openStoryDesk } from './story-desk.ts'
import { disputesForStory } from './story-disputes.ts'
import { sellForStory } from './story-sale.ts'

const minuteMs = 60_000
const setting = 'stories'

/**
 * The prepared cases of the demonstration's guide, once for a core: a number sold twice, a number the donor will not let
 * go, a case left half finished in yesterday's shift, and what waits for a supervisor. They are sent as commands of desks, so that every row stands
 * as real work leaves it; all times are counted back from now. Does nothing the second time.
 */
export async function prepareStories(core: CoreRuntime): Promise<void> {
  const { db } = core.store
  const known = await db.selectFrom('setting').select('value').where('name', '=', setting).executeTakeFirst()
  if (known) return
  const scope = await firstScope(db)
  const policies = scope === undefined ? undefined : await policiesOf(db, scope)
  if (policies?.market.isDemonstration !== true) return
  const now = core.clock.now()
  const today = dateInZone(now, policies.market.zone)
  const [shop, callCentre] = [await openStoryDesk(core, 'luc'), await openStoryDesk(core, 'irina')]
  const [sold = '', temporary = ''] = await freeNumbers(core)
  await numberSoldTwice(core, { shop, callCentre, sold, today, now })
  await refusedByDonor(core, { shop, temporary, ported: await foreignNumber(core), today, now })
  await halfFinished(core, { callCentre, today, now })
  const agent = await openStoryDesk(core, 'anna')
  await disputesForStory(core, { callCentre: agent, shop, lead: callCentre, today, now })
  for (const desk of [shop, callCentre, agent]) await desk.close()
  await db
    .insertInto('setting')
    .values({ name: setting, value: JSON.stringify({ at: now }) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

interface Scene {
  readonly shop: StoryDesk
  readonly callCentre: StoryDesk
  readonly today: string
  readonly now: number
}

/** Sold at a counter without the line while the call centre sold it too; it waits for whoever takes it. */
async function numberSoldTwice(core: CoreRuntime, scene: Scene & { readonly sold: string }): Promise<void> {
  const { shop, callCentre, sold: msisdn, today, now } = scene
  const year = today.slice(2, 4)
  await sellForStory(core, callCentre, {
    reference: `${year}-${storyReference.otherSale}`,
    person: knownPeople.cardHolder,
    contactNumber: '+33639984190',
    planId: 'prepaid-m',
    ...{ msisdn, at: now - 50 * minuteMs, today, answer: 'applied' },
  })
  await sellForStory(core, shop, {
    reference: `${year}-${storyReference.conflict}`,
    person: knownPeople.classA,
    contactNumber: '+33639984191',
    planId: 'mobile-l',
    ...{ msisdn, at: now - 40 * minuteMs, today, answer: 'conflict' },
  })
  await shop.send('interaction.leaveShift', { userId: shop.userId }, { at: now - 30 * minuteMs })
}

/** Pre-paid with a number from another operator, whose answer comes a few seconds after the core has started. */
async function refusedByDonor(
  core: CoreRuntime,
  scene: Omit<Scene, 'callCentre'> & { readonly temporary: string; readonly ported: string },
): Promise<void> {
  const { shop, temporary, ported, today, now } = scene
  const { caseId, customerId, productId } = await sellForStory(core, shop, {
    reference: `${today.slice(2, 4)}-${storyReference.portIn}`,
    person: knownPeople.newcomer,
    contactNumber: '+33639984192',
    planId: 'prepaid-m',
    ...{ msisdn: temporary, at: now - 25 * minuteMs, today, answer: 'applied' },
  })
  await shop.send(
    'number.requestPortIn',
    {
      portInId: core.ids.next(),
      ...{ caseId, customerId, productId },
      msisdn: ported,
      donor: 'Télécom Est',
      code: 'RIO-7K31',
      onDate: addDays(today, 7),
      window: 'morning',
      temporaryMsisdn: temporary,
    },
    { at: now - 15 * minuteMs },
  )
}

/** Yesterday, a quarter to six: the customer wanted to think about the plan. */
async function halfFinished(core: CoreRuntime, { callCentre, today, now }: Omit<Scene, 'shop'>): Promise<void> {
  const at = now - 24 * 60 * minuteMs
  const [caseId, customerId] = [core.ids.next(), core.ids.next()]
  const person = { givenNames: 'Mathilde', familyName: 'Perrin', contactNumber: '+33639984193' } as const
  await callCentre.send(
    'interaction.openCase',
    {
      caseId,
      contactId: core.ids.next(),
      reference: `${today.slice(2, 4)}-${storyReference.yesterday}`,
      recipe: 'sale',
      channel: 'phone',
      customerId: null,
    },
    { at },
  )
  const consents = { bureau: true, recording: false, sms: false, email: false, profiling: false, wording: '2026-10' }
  await callCentre.send(
    'customer.createProspect',
    { caseId, customerId, ...person, email: null, language: 'fr', currency: 'EUR', consents },
    { at: at + minuteMs },
  )
  const note = 'Wants 40 GB, asks her husband tonight. Calls again tomorrow.'
  const steps = {
    reason: { ...emptyFields.reason, ...person, language: 'fr', bureau: true },
    offer: { ...emptyFields.offer, planId: 'mobile-m' },
  } as const
  for (const [step, fields] of Object.entries(steps))
    await callCentre.send(
      'interaction.saveCaseStep',
      {
        caseId,
        step: step === 'reason' ? 'reason' : 'offer',
        fields: jsonOf(fields),
        note,
        customerId,
        state: step === 'reason' ? 'finished' : 'parked',
      },
      { at: at + 2 * minuteMs },
    )
}

type Fields = Record<string, ReturnType<typeof JSON.parse>>

/** What is typed, as the command's schema has it: ours differs only in being readonly. */
function jsonOf(fields: Readonly<Record<string, Json>>): Fields {
  return structuredClone(fields) as Fields
}

/** Plain free numbers, none of the rare ones whose activation is late or stuck. */
async function freeNumbers({ store }: CoreRuntime): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('phone_number')
    .select('id')
    .where('state', '=', 'free')
    .where('id', 'not like', '%777')
    .where('id', 'not like', '%13')
    .where('id', 'not like', '%66')
    .orderBy('id')
    .limit(2)
    .execute()
  return rows.map(({ id }) => id)
}

/** A number of the range kept for films that is not ours; one ending so is under its minimum stay (resources/donor.json). */
async function foreignNumber({ store }: CoreRuntime): Promise<string> {
  const ours = await store.db.selectFrom('phone_number').select('id').where('id', 'like', '+3363998%02').execute()
  const all = Array.from({ length: 100 }, (_, at) => `+3363998${String(at).padStart(2, '0')}02`)
  return all.find((number) => !ours.some(({ id }) => id === number)) ?? ''
}
