import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readXml } from './read-xml.ts'
import type { XmlElement } from './xml.ts'
import { element, writeXml } from './xml.ts'

test('what the characters of XML mean is written so that it is read back', () => {
  const root = element('a:b', [element('c', 'Müller & Søn <"x">\'', { d: '"&<>' }), null, element('e', [])])
  const text = writeXml(root)
  expect(text).toContain('<c d="&quot;&amp;&lt;&gt;">Müller &amp; Søn &lt;&quot;x&quot;&gt;\'</c>')
  expect(readXml(text)).toEqual({ ok: true, value: root })
})

test('a character no document may hold is replaced, not passed on', () => {
  expect(writeXml(element('a', 'x\u0000\u0008\uD800y\uFFFE'))).toContain('<a>x\uFFFD\uFFFD\uFFFDy\uFFFD</a>')
  expect(() => writeXml(element('a b', ''))).toThrow('no name')
})

const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '' && !/[\r]/.test(text))
const names = fc.stringMatching(/^[a-z]{1,5}(:[a-z]{1,5})?$/)
const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(names, words, fc.dictionary(names, words)).map(([name, text, of]) => element(name, text, of)),
    fc.tuple(names, fc.array(tie('tree'), { minLength: 1, maxLength: 4 })).map(([name, all]) => element(name, all)),
  ),
}))

test('any tree written is read back as it was', () => {
  const isAllowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
  fc.assert(
    fc.property(tree, (root) => {
      fc.pre(isAllowed.test(JSON.stringify(root)) && !JSON.stringify(root).includes('\\u'))
      expect(JSON.stringify(readXml(writeXml(root)))).toBe(JSON.stringify({ ok: true, value: root }))
    }),
  )
})

test.each([
  '',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a b=c/>',
  '<a b="1" b="2"/>',
  '<a>&copy;</a>',
  '<a>1 & 2</a>',
  '<a>x<b/></a>',
  '<a b="<"/>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a/>',
  `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`,
])('%s is no document', (text) => {
  expect(readXml(text)).toMatchObject({ ok: false, error: { code: 'XML_BROKEN' } })
})

test('comments, CDATA, numbered characters, single quotes and a byte order mark are read', () => {
  const text = "\uFEFF<?xml version='1.0'?><!-- x --><a b='1'><!-- y --><c>&#233;&#x20AC;<![CDATA[<&]]></c></a>\n"
  expect(readXml(text)).toEqual({ ok: true, value: element('a', [element('c', 'é€<&')], { b: '1' }) })
})
