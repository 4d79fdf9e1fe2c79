import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'

const cells = (text: string) => readCsv(text).map((row) => row.cells)

test.each([
  [
    'a;b\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\ufeffa;b\n 1 ; 2 ',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a;b\n"1;1";"say ""yes"""',
    [
      ['a', 'b'],
      ['1;1', 'say "yes"'],
    ],
  ],
  [
    'a;b\n\n1,5;2',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  ['', []],
  ['a', [['a']]],
] as const)('%j', (text, rows) => {
  expect(cells(text)).toEqual(rows)
})

test('a row says on which line of the file it begins, line breaks within quotes counted', () => {
  expect(readCsv('a;b\n"1\n1";2\n3;4').map(({ line }) => line)).toEqual([1, 2, 4])
})
