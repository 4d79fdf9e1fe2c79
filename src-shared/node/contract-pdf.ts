import { isPathData } from '#shared/domain/contract/path-data.ts'
import type { ContractDocument, ContractWords, Span } from './contract-document.ts'
import { wordsOf } from './contract-document.ts'
import type { Doc, Structure } from './paper-kit.ts'
import { artifact, collect, drawHead, figures, ink, openPaper, page, piece, plain, rule, strong } from './paper-kit.ts'

const labelWidth = 118

/**
 * Makes the contract as a tagged PDF: the summary on one page, the conditions on the next, the signature as a vector
 * path, fonts embedded. The same facts give the same bytes: every date in it is the signature's. `fontFolder` holds
 * Inter-Regular.ttf and Inter-SemiBold.ttf. Slow (some 150 ms without a pause): the desk runs it in a thread of its
 * own. Rejects when the fonts cannot be read or the strokes are no path.
 */
export async function makeContractPdf(facts: ContractDocument, fontFolder: string): Promise<Uint8Array> {
  if (!facts.accepted && !isPathData(facts.signature)) throw new Error('the signature is no SVG path data')
  const words = wordsOf(facts)
  const { language, operator, signedAt: at } = facts
  const doc = openPaper({ language, operator, title: words.title, subject: words.heading, at }, fontFolder)
  const bytes = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  drawHead(doc, operator, words.page(1, 2))
  drawSummary(doc, root, words)
  drawConditional(doc, root, words)
  drawSignature(doc, root, words, facts)
  doc.addPage()
  drawHead(doc, operator, words.page(2, 2))
  drawConditions(doc, root, words)
  root.end()
  doc.end()
  return bytes
}

function drawSummary(doc: Doc, root: Structure, words: ContractWords): void {
  root.add(piece(doc, 'H1', () => strong(doc, 17).text(words.heading, page.left, page.top + 36)))
  root.add(
    piece(
      doc,
      'P',
      () =>
        void plain(doc, 10, ink.second).text(words.addressLine, page.left, doc.y + 3, {
          width: page.right - page.left,
        }),
    ),
  )
  const table = doc.struct('Table')
  root.add(table)
  let y = page.top + 96
  for (const { label, value } of words.rows) {
    artifact(doc, () => rule(doc, y - 7))
    const top = y
    const line = doc.struct('TR')
    table.add(line)
    line.add(piece(doc, 'TH', () => plain(doc, 10, ink.second).text(label, page.left, top, { width: labelWidth - 8 })))
    line.add(piece(doc, 'TD', () => setValue(doc, value, top)))
    line.end()
    y = Math.max(doc.y, top + 13) + 12
  }
  table.end()
  artifact(doc, () => rule(doc, y - 7))
  root.add(
    piece(doc, 'P', () =>
      plain(doc, 8.5, ink.second).text(words.sums, page.left, y, { width: page.right - page.left }),
    ),
  )
}

function setValue(doc: Doc, spans: readonly Span[], y: number): void {
  spans.forEach(({ text, isStrong }, index) => {
    const styled = isStrong ? strong(doc, 10) : plain(doc, 10, ink.text)
    const options = { continued: index < spans.length - 1, ...figures }
    if (index > 0) styled.text(text, options)
    else styled.text(text, page.left + labelWidth, y, { ...options, width: page.right - page.left - labelWidth })
  })
}

function drawConditional(doc: Doc, root: Structure, words: ContractWords): void {
  if (!words.conditional) return
  const { lead, text } = words.conditional
  const top = doc.y + 18
  const width = page.right - page.left - 24
  root.add(
    piece(doc, 'P', () => {
      strong(doc, 10).text(`${lead} `, page.left + 12, top + 10, { width, continued: true, lineGap: 2 })
      doc.font('text').text(text, { lineGap: 2 })
    }),
  )
  artifact(doc, () => {
    doc.save().lineWidth(0.8).dash(3, { space: 2 }).strokeColor(ink.text)
    doc
      .rect(page.left, top, page.right - page.left, doc.y - top + 10)
      .stroke()
      .undash()
      .restore()
  })
  doc.y += 10
}

function drawSignature(doc: Doc, root: Structure, words: ContractWords, facts: ContractDocument): void {
  const box = { width: 210, height: 63 }
  const top = Math.max(doc.y + 28, 590)
  const left = page.right - box.width
  root.add(piece(doc, 'P', () => plain(doc, 10, ink.text).text(words.placeAndDay, page.left, top + 50)))
  root.add(piece(doc, 'P', () => plain(doc, 10, ink.second).text(words.agent, page.left, top + 66)))
  const name = (): unknown =>
    plain(doc, 9, ink.second).text(facts.customer.name, left, top + box.height + 4, { width: box.width })
  const { accepted } = words
  if (accepted !== null) {
    root.add(
      piece(doc, 'P', () => plain(doc, 9.5, ink.text).text(accepted, left, top, { width: box.width, lineGap: 1.5 })),
    )
    artifact(doc, () => rule(doc, top + box.height, left))
    root.add(piece(doc, 'P', name))
    return
  }
  const strokes = doc.struct('Figure', { alt: words.signatureOf }, () => {
    const scale = box.width / 600
    doc.save().translate(left, top).scale(scale).lineWidth(2.6).lineCap('round').lineJoin('round')
    doc.path(facts.signature).stroke(ink.pen).restore()
  })
  root.add(strokes)
  artifact(doc, () => rule(doc, top + box.height, left))
  root.add(piece(doc, 'P', name))
}

function drawConditions(doc: Doc, root: Structure, words: ContractWords): void {
  const width = page.right - page.left
  root.add(piece(doc, 'H1', () => strong(doc, 17).text(words.conditionsHeading, page.left, page.top + 36)))
  doc.y += 10
  words.conditions.forEach(({ heading, text }, index) => {
    root.add(piece(doc, 'H2', () => strong(doc, 10).text(`${index + 1}. ${heading}`, page.left, doc.y + 8, { width })))
    root.add(piece(doc, 'P', () => plain(doc, 9.5, ink.text).text(text, page.left, doc.y + 2, { width, lineGap: 1.5 })))
  })
  root.add(piece(doc, 'P', () => plain(doc, 8.5, ink.second).text(words.seal, page.left, doc.y + 20, { width })))
}
