import { describe, expect, test } from 'vitest'
import { beautyOf, rankNumbers } from './number-pattern.ts'

const numbers = ['+33639986610', '+33639987777', '+33639987710', '+33639981277', '+33639981234', '+33639984821']

describe('numbers for a wish', () => {
  test.each([
    ['77', ['+33639987777', '+33639981277', '+33639987710']],
    ['7 7', ['+33639987777', '+33639981277', '+33639987710']],
    ['1234', ['+33639981234']],
    ['06 39 98 48', ['+33639984821']],
    ['000', []],
  ])('%s gives %j', (wish, ranked) => {
    expect(rankNumbers(numbers, wish)).toEqual(ranked)
  })

  test('without a wish all stay, the prettiest first and the plainest last', () => {
    const ranked = rankNumbers(numbers, '')
    expect([...ranked].sort()).toEqual([...numbers].sort())
    expect([ranked[0], ranked.at(-1)]).toEqual(['+33639987777', '+33639984821'])
  })

  test('the country code is no part of the wish', () => {
    expect(rankNumbers(['+420601123456'], '420')).toEqual([])
  })

  test.each([
    ['a run', '1000007', '1020305'],
    ['a pair said twice', '639121299', '639125499'],
    ['a stair', '639123499', '639147299'],
  ])('%s is easier to remember: %s than %s', (_, pretty, plain) => {
    expect(beautyOf(pretty)).toBeGreaterThan(beautyOf(plain))
  })
})
