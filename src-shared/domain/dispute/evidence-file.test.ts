import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileLimitBytes, judgeFile } from './evidence-file.ts'
import { pdfFile, pngFile, jpegFile } from './evidence-file.fixture.ts'

const codeOf = (bytes: Uint8Array): string => {
  const judged = judgeFile(bytes)
  return judged.ok ? judged.value.ending : judged.error.code
}

describe('a file as evidence', () => {
  test('is known by what is in it', () => {
    expect([pdfFile(), pngFile(), jpegFile()].map(codeOf)).toEqual(['pdf', 'png', 'jpg'])
  })

  test('cut short anywhere it is damaged', () => {
    for (const whole of [pdfFile(), pngFile(), jpegFile()])
      expect([
        ...new Set([16, whole.length >> 1, whole.length - 3].map((at) => codeOf(whole.subarray(0, at)))),
      ]).toEqual(['FILE_DAMAGED'])
  })

  test('one byte of a picture changed shows by its checksum', () => {
    const bytes = pngFile()
    bytes[20] = (bytes[20] ?? 0) ^ 1
    expect(codeOf(bytes)).toBe('FILE_DAMAGED')
  })

  test('anything else is refused, whatever it is called, and what is too large', () => {
    for (const bytes of [new Uint8Array(), Buffer.from('<html>'), Buffer.from('MZ'), deflateSync('GIF89a')])
      expect(codeOf(bytes)).toBe('FILE_TYPE')
    expect(codeOf(new Uint8Array(fileLimitBytes + 1))).toBe('FILE_TOO_LARGE')
  })
})
