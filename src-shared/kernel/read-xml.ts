import type { Refusal, Result } from './result.ts'
import { ok, refuse } from './result.ts'
import type { XmlElement } from './xml.ts'

/**
 * Reads a document of XML 1.0 as far as documents like ours need it: elements, attributes, text, comments, CDATA and the
 * five named and all numbered characters. A document type is refused, and so is whatever is not well formed: XML_BROKEN
 * {at}, the character where reading stopped. Prefixes are kept as written; white space between elements is dropped.
 */
export function readXml(text: string): Result<XmlElement, Refusal<'XML_BROKEN'>> {
  const reader = { text: text.replace(/^\uFEFF/, ''), at: 0 }
  skip(reader, /<\?xml\s[^?]*\?>/y)
  skipNotes(reader)
  const root = readElement(reader, 0)
  skipNotes(reader)
  if (root === undefined || reader.at < reader.text.length) return refuse('XML_BROKEN', { at: reader.at })
  return ok(root)
}

interface Reader {
  readonly text: string
  at: number
}

const deepest = 100
const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`
const openTag = new RegExp(`<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y')
const closeTag = new RegExp(`</(${name})\\s*>`, 'y')
const attribute = new RegExp(`(${name})\\s*=\\s*("[^"]*"|'[^']*')`, 'g')
const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/y
const comment = /<!--(?:(?!--)[\s\S])*-->/y

function readElement(reader: Reader, depth: number): XmlElement | undefined {
  const open = take(reader, openTag)
  const attributes = open && attributesOf(open[2] ?? '')
  if (!open || !attributes || depth > deepest) return undefined
  const [, tag = ''] = open
  const of = { name: tag, attributes }
  if (open[3] === '/') return { ...of, children: [], text: '' }
  const children: XmlElement[] = []
  let said = ''
  for (;;) {
    const close = take(reader, closeTag)
    if (close) return close[1] === tag ? { ...of, children, text: children.length > 0 ? '' : said } : undefined
    if (take(reader, comment)) continue
    const raw = take(reader, cdata)
    const words = raw ? raw[1] : plainText(take(reader, /[^<]+/y)?.[0])
    if (words !== undefined) {
      said += words
      continue
    }
    const child = readElement(reader, depth + 1)
    if (!child) return undefined
    children.push(child)
    if (said.trim() !== '') return undefined // text beside elements: no document of ours has it
    said = ''
  }
}

function attributesOf(text: string): Readonly<Record<string, string>> | undefined {
  const attributes: Record<string, string> = {}
  for (const [, key = '', quoted = ''] of text.matchAll(attribute)) {
    const value = plainText(quoted.slice(1, -1))
    if (value === undefined || Object.hasOwn(attributes, key)) return undefined
    attributes[key] = value
  }
  return attributes
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its entities resolved; undefined where one of them is none. */
function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  let isGood = true
  const plain = text.replace(/&([^;&]*;?)/g, (_all, entity: string) => {
    const code = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));$/.exec(entity)
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16) : undefined
    if (point !== undefined && point > 0 && point <= 0x10ffff) return String.fromCodePoint(point)
    const known = named[entity.slice(0, -1)]
    if (!entity.endsWith(';') || known === undefined) isGood = false
    return known ?? ''
  })
  return isGood ? plain : undefined
}

function skipNotes(reader: Reader): void {
  for (;;) if (!skip(reader, /\s+|<!--(?:(?!--)[\s\S])*-->/y)) return
}

function skip(reader: Reader, form: RegExp): boolean {
  return take(reader, form) !== null
}

/** What a sticky form matches where the reader stands, which then moves on. */
function take(reader: Reader, form: RegExp): RegExpExecArray | null {
  form.lastIndex = reader.at
  const found = form.exec(reader.text)
  if (found) reader.at = form.lastIndex
  return found
}
