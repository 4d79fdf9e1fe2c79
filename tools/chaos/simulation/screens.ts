import { z } from 'zod'
import type { OutputOf, ServiceProcedureName } from '#shared/contract/procedures.ts'
import { procedures } from '#shared/contract/procedures.ts'
import type { DeskCommand, Row } from '../desk-files.ts'
import type { SimDesk } from './desk.ts'
import type { World } from './world.ts'

const opening = z.object({ body: z.object({ caseId: z.string(), contactId: z.string() }) })
const touching = z.object({ touches: z.array(z.string()) })

/** I7: an agent sees the own work, and once: by what the screens are given, not by what stands on the disk. */
export async function checkScreens(world: World): Promise<void> {
  for (const [place, desk] of world.desks.entries()) {
    const { ok } = (await world.ask(desk, 'staff.session', {})) ?? { ok: false }
    if (!ok || !(await signedIn(world, desk, place))) continue
    const commands = desk.files()?.commands() ?? []
    await checkLists(world, desk, commands)
    for (const command of commands)
      if (command.type === 'interaction.openCase' && command.state === 'applied')
        await checkCase(world, desk, command, commands)
  }
}

async function signedIn(world: World, desk: SimDesk, place: number): Promise<boolean> {
  const session = await get(world, desk, 'staff.session', {})
  if (session?.session) return true
  return (await world.agents[place]?.signIn()) ?? false
}

async function checkLists(world: World, desk: SimDesk, commands: readonly DeskCommand[]): Promise<void> {
  const { tally } = world
  const home = await get(world, desk, 'interaction.home', {})
  checkUnique(world, desk, 'home', home?.cases.map(({ caseId }) => caseId) ?? [])
  const toSend = await get(world, desk, 'desk.toSend', {})
  checkUnique(
    world,
    desk,
    'to send',
    toSend?.lines.flatMap(({ items }) => items.map(({ commandId }) => commandId)) ?? [],
  )
  const needsYou = await get(world, desk, 'desk.needsYou', {})
  checkUnique(world, desk, 'needs you', needsYou?.items.map(({ commandId }) => commandId) ?? [])
  const session = (await get(world, desk, 'staff.session', {}))?.session
  const tasks = tasksOf(desk)
  const isMine = ({ id }: DeskCommand): boolean => tasks.get(id)?.['owner_id'] === session?.userId
  const waiting = commands.filter((one) => isWaiting(one) && isMine(one))
  const items = needsYou?.items ?? []
  // what follows from another refusal stands back until that one is solved: a matter has one item
  tally.check(
    'I3',
    waiting.length === 0 || items.length > 0,
    () => `${desk.name}: ${waiting.length} wait, nobody is told`,
  )
}

function tasksOf(desk: SimDesk): ReadonlyMap<string, Row> {
  const cache = desk.files()?.cache()
  const rows = cache?.rows('decision_task') ?? []
  cache?.close()
  return new Map(rows.map((row) => [String(row['id']), row]))
}

function isWaiting({ state, resolved_by: resolvedBy }: DeskCommand): boolean {
  return (state === 'rejected' || state === 'conflict') && resolvedBy === null
}

async function checkCase(
  world: World,
  desk: SimDesk,
  command: DeskCommand,
  all: readonly DeskCommand[],
): Promise<void> {
  const { tally } = world
  const { body } = opening.parse(JSON.parse(command.command))
  const view = await get(world, desk, 'interaction.caseView', { caseId: body.caseId })
  tally.check('I7', view !== undefined, () => `${desk.name}: case ${body.caseId} is not to be seen`)
  if (!view) return
  const seen = view.contacts.filter(({ id }) => id === body.contactId).length
  tally.check('I7', seen === 1, () => `${desk.name}: the contact of case ${body.caseId} is seen ${seen} times`)
  checkUnique(
    world,
    desk,
    `case ${body.caseId}`,
    [...view.contacts, ...view.services, ...view.tasks].map(({ id }) => id),
  )
  const own = all.filter((one) => one.resolved_by === null && touchesOf(one).includes(`case:${body.caseId}`)).length
  // what a colleague sent for this case and was refused counts too
  const others = [...tasksOf(desk)].filter(
    ([id, task]) => task['case_id'] === body.caseId && !all.some((one) => one.id === id),
  )
  const isCounted = view.confirmed.of >= own && view.confirmed.of <= own + others.length
  tally.check('I7', isCounted, () => `${desk.name}: case ${body.caseId} counts ${view.confirmed.of} of ${own}`)
}

function touchesOf(command: DeskCommand): readonly string[] {
  return touching.parse(JSON.parse(command.command)).touches
}

function checkUnique({ tally }: World, desk: SimDesk, where: string, ids: readonly string[]): void {
  const twice = ids.find((id, place) => ids.indexOf(id) !== place)
  tally.check('I7', twice === undefined, () => `${desk.name}: ${twice} is seen twice in ${where}`)
}

async function get<N extends ServiceProcedureName>(
  world: World,
  desk: SimDesk,
  name: N,
  input: unknown,
): Promise<OutputOf<N> | undefined> {
  const reply = await world.ask(desk, name, input)
  return reply?.ok ? (procedures[name].output.parse(reply.value) as OutputOf<N>) : undefined // parsed by this procedure
}

/** What became of the commands of a run. */
export function countCommands({ desks, tally }: World): void {
  for (const desk of desks)
    for (const one of desk.files()?.commands() ?? []) {
      tally.count('captured')
      if (one.state === 'applied') tally.count('applied')
      else if (one.state === 'captured' || one.state === 'quarantined') tally.count('waiting')
      else tally.count('refused')
    }
}
