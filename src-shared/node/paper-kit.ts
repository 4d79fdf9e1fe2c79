import path from 'node:path'
import PDFDocument from 'pdfkit'
import type { Instant } from '#shared/kernel/date.ts'
import type { Language } from '#shared/text/translate.ts'

/** What all papers of A4 are set with: sizes in points, colours, and the pieces of a tagged PDF. */
export const page = { width: 595.28, height: 841.89, left: 64, right: 531.28, top: 60, bottom: 780 } as const
export const ink = { text: '#1b1c1a', second: '#51524c', line: '#cbcbc3', pen: '#1d2a6b' } as const

/** Figures of one width: Inter's own kerning squeezes "7,5" until the comma is hardly seen. */
export const figures = { features: ['tnum' as const] }

export type Doc = PDFKit.PDFDocument
export type Structure = PDFKit.PDFStructureElement

export interface PaperInfo {
  readonly language: Language
  readonly operator: string
  readonly title: string
  readonly subject: string
  /** The only moment in it, so that the same facts give the same bytes. */
  readonly at: Instant
  /** Keeps every page until the end, for whoever has to know how many there are. */
  readonly keepsPages?: boolean
}

/** Begins a tagged PDF 1.7 with language and title. `fontFolder` holds Inter-Regular.ttf and Inter-SemiBold.ttf. */
export function openPaper({ language, operator, title, subject, at, keepsPages }: PaperInfo, fontFolder: string): Doc {
  const moment = new Date(at)
  const doc = new PDFDocument({
    size: [page.width, page.height],
    // unsaid, pdfkit looks for its Helvetica beside itself, where a bundle has none; one of ours here would be opened anew
    // at each change of font, as pdfkit finds it under its file and not under `text`
    font: '',
    margins: { top: page.top, left: page.left, right: page.width - page.right, bottom: 0 },
    bufferPages: keepsPages ?? false,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: operator,
      Subject: subject,
      Creator: 'Linedesk',
      Producer: 'Linedesk',
      CreationDate: moment,
      ModDate: moment,
    },
  })
  for (const [name, file] of [
    ['strong', 'Inter-SemiBold.ttf'],
    ['text', 'Inter-Regular.ttf'],
  ] as const) {
    const font = path.join(fontFolder, file)
    doc.registerFont(name, font)
    keepLayouts(doc.font(name), font)
  }
  return doc
}

interface FontInUse {
  layoutRun: (text: string, features?: readonly string[]) => unknown
}

/** Layouts by font file, features and text. The same are asked for by every paper: words, dates, amounts. */
const layouts = new Map<string, unknown>()
const keptLayouts = 4_000

/**
 * Setting a text in Inter takes a millisecond, for its many rules of kerning; pdfkit remembers single words, for one document
 * and not with features. What a font makes of a text is always the same, so it is remembered here for all papers.
 */
function keepLayouts(doc: Doc, file: string): void {
  // the font in use is pdfkit's own business, so its types do not name it; without it there is nothing to keep
  const font = (doc as unknown as { readonly _font?: FontInUse })._font
  if (!font) return
  const layout = font.layoutRun.bind(font)
  font.layoutRun = (text, features) => {
    const key = `${file} ${features?.join(' ') ?? ''} ${text}`
    const known = layouts.get(key)
    if (known !== undefined) return known
    if (layouts.size >= keptLayouts) layouts.clear()
    const made = layout(text, features)
    layouts.set(key, made)
    return made
  }
}

/** All bytes of a document, once it has ended. Ask before anything is drawn. */
export async function collect(doc: Doc): Promise<Uint8Array> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    doc.on('error', reject)
  })
}

/** The head of a page: who it is from, and which page it is. No part of what is read aloud. */
export function drawHead(doc: Doc, operator: string, pageText: string): void {
  doc.markContent('Artifact', { type: 'Pagination' })
  doc.font('strong').fontSize(11).fillColor(ink.text).text(operator, page.left, page.top, { lineBreak: false })
  doc.font('text').fontSize(9).fillColor(ink.second)
  doc.text(pageText, page.left, page.top + 1.5, { width: page.right - page.left, align: 'right', ...figures })
  rule(doc, page.top + 20)
  doc.endMarkedContent()
}

/** A piece of the document's structure (paragraph, cell) with what is drawn for it. */
export function piece(doc: Doc, type: string, draw: () => unknown): Structure {
  return doc.struct(type, {}, () => void draw())
}

export function plain(doc: Doc, size: number, color: string): Doc {
  return doc.font('text').fontSize(size).fillColor(color)
}

export function strong(doc: Doc, size: number): Doc {
  return doc.font('strong').fontSize(size).fillColor(ink.text)
}

/** What is drawn for the eye alone: lines, boxes. */
export function artifact(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

export function rule(doc: Doc, y: number, left: number = page.left): void {
  doc.save().lineWidth(0.6).strokeColor(ink.line).moveTo(left, y).lineTo(page.right, y).stroke().restore()
}
