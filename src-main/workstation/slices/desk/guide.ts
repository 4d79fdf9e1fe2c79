import { defineDeskHandler } from '#main/workstation/desk.ts'
import { storySteps } from '#main/workstation/sale/story-steps.ts'
import { stories } from '#shared/domain/interaction/guide.ts'
import { ok } from '#shared/kernel/result.ts'

/** How far the demonstration's stories are at this desk. What was seen done once is kept: a plugged cable undoes nothing. */
export const guide = defineDeskHandler('desk.guide', (desk) => {
  if (!desk.status().isDemonstration) return ok({ stories: [] })
  const kept = new Set(desk.guide.done())
  const before = kept.size
  const shown = stories.map(({ story, person, steps }) => {
    const facts = storySteps[story](desk)
    return {
      story,
      person,
      steps: steps.map((step) => {
        const name = `${story}.${step}`
        if (facts[step]?.isDone === true) kept.add(name)
        return { step, isDone: kept.has(name), target: facts[step]?.target ?? ({ screen: 'home' } as const) }
      }),
    }
  })
  if (kept.size > before) desk.guide.keep([...kept])
  return ok({ stories: shown })
})
