import type { BenchDesk } from './sync-service.ts'

/** From the core's address to a desk that can search; a case is begun now and then as soon as somebody is signed in. */
export async function firstLoad(desk: BenchDesk) {
  const began = performance.now()
  const tile = await desk.until('staff.people', (value: { people: { userId: string; role: string }[] }) =>
    value.people.find(({ role }) => role === 'store'),
  )
  await desk.ask('staff.signIn', { tile: tile.userId })
  const captured: number[] = []
  let isLoading = true
  const capturing = (async () => {
    while (isLoading) captured.push(...(await desk.captures(1, 100)))
  })()
  await desk.until('desk.startup', (value: { isReady: boolean }) => (value.isReady ? true : undefined))
  const seconds = (performance.now() - began) / 1000
  isLoading = false
  await capturing
  await desk.sent()
  return { seconds, captured }
}
