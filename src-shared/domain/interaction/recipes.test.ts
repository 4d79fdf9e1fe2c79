import { expect, test } from 'vitest'
import { isTextKey } from '#shared/text/translate.ts'
import { openCase } from './commands.ts'
import { recipeNames, recipeOf, recipes, scriptAt } from './recipes.ts'
import { saleSteps } from './steps.ts'

test.each(recipeNames)('everything a person reads of the recipe %s is written', (name) => {
  const recipe = recipes[name]
  const keys = [
    recipe.contact,
    ...recipe.steps.map(({ script }) => script),
    ...recipe.steps.map(({ step }) => `step.${step}`),
    ...recipe.wrapUpCodes.map(({ code }) => `wrapUp.${code}`),
  ]
  expect(keys.filter((key) => !isTextKey(key))).toEqual([])
})

test('a sale has all seven steps in the order of the rail, each with something to say', () => {
  expect(recipes.sale.steps.map(({ step }) => step)).toEqual([...saleSteps])
  expect(scriptAt(recipes.sale, 'payNow')).toBe('script.payNow')
})

test('a recipe nobody knows is none, and no case opens with it', () => {
  expect(recipeOf('toString')).toBeUndefined()
  expect(recipeOf('sale')).toBe(recipes.sale)
  const id = '01890000-0000-7000-8000-000000000001'
  const body = { caseId: id, contactId: id, reference: '26-1', recipe: 'sale', channel: 'walkIn', customerId: null }
  expect(openCase.body.safeParse(body).success).toBe(true)
  expect(openCase.body.safeParse({ ...body, recipe: 'dance' }).success).toBe(false)
})
