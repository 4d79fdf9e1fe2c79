/** An element of XML: either children or text, as in the documents we write and read. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** What stands inside an element; `null` among children is left out, so that a caller can say "only if". */
export type XmlContent = string | readonly (XmlElement | null)[]

/** Makes an element of its text, or of its children in their order. */
export function element(
  name: string,
  content: XmlContent,
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  if (typeof content === 'string') return { name, attributes, children: [], text: content }
  return { name, attributes, children: content.filter((child) => child !== null), text: '' }
}

/** Writes a document (XML 1.0, UTF-8), two spaces a level. Throws on a name that is none: names are ours, not input. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`
}

const nameForm = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/

function written({ name, attributes, children, text }: XmlElement, indent: string): string {
  const named = Object.entries(attributes).map(([key, value]) => ` ${checked(key)}="${escaped(value)}"`)
  const open = `${indent}<${checked(name)}${named.join('')}`
  if (children.length === 0) return text === '' ? `${open}/>\n` : `${open}>${escaped(text)}</${name}>\n`
  return `${open}>\n${children.map((child) => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`
}

function checked(name: string): string {
  if (!nameForm.test(name)) throw new Error('no name of an element')
  return name
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters no XML 1.0 document may hold (section 2.2), a lone half of a pair among them, become U+FFFD. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
