import 'server-only'
import { Zip, ZipDeflate } from 'fflate'
import type { Cell } from '@/lib/schedules/export-fields'
import { defused } from '@/lib/spreadsheet'

// A workbook of two sheets, written row by row: the rows, and what they are. Text cells, whole numbers and pounds: no
// formula, no link, no style beyond two decimals and a bold first row.

export const MOST_SHEET_ROWS = 1_048_575
/** More text than this a cell cannot hold. */
const MOST_TEXT = 32_767

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text as XML may hold it; what it cannot hold at all becomes the sign for that. `_x0041_` would be read as a letter. */
function xmlText(text: string): string {
  return text
    .slice(0, MOST_TEXT)
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
}

const textCell = (text: string, bold = false) =>
  `<c t="inlineStr"${bold ? ' s="2"' : ''}><is><t xml:space="preserve">${xmlText(defused(text))}</t></is></c>`

function cellXml(cell: Cell): string {
  if (cell === null) return '<c/>'
  if (cell.kind === 'text') return textCell(cell.text)
  if (cell.kind === 'whole') return `<c><v>${cell.value}</v></c>`
  return `<c s="1"><v>${cell.pence / 100}</v></c>`
}

const rowXml = (cells: readonly Cell[]) => `<row>${cells.map(cellXml).join('')}</row>`
const headXml = (heads: readonly string[]) => `<row>${heads.map((head) => textCell(head, true)).join('')}</row>`

const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
const sheetBegin = (frozen: boolean) => `${HEAD}<worksheet xmlns="${SHEET}">${frozen ? FROZEN : ''}<sheetData>`
const SHEET_END = '</sheetData></worksheet>'

const fixedParts = (names: readonly [string, string]): [path: string, xml: string][] => [
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/>${[1, 2].map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${OFFICE}.worksheet+xml"/>`).join('')}</Types>`,
  ],
  [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${[1, 2].map((n) => `<Relationship Id="rId${n}" Type="${REL}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId3" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${REL}"><sheets>${names.map((name, n) => `<sheet name="${xmlText(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
  ],
  [
    'xl/styles.xml',
    `${HEAD}<styleSheet xmlns="${SHEET}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  ],
]

export type Workbook = {
  rows: (rows: readonly (readonly Cell[])[]) => void
  /** What stands on the second sheet: name and value. Answers the file. */
  end: (about: readonly (readonly [string, string])[]) => Uint8Array<ArrayBuffer>[]
}

/** A workbook under way; what is written is compressed at once. `name`: of the sheet with the rows. */
export function startWorkbook(name: string, heads: readonly string[]): Workbook {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    parts.push(new Uint8Array(chunk))
  })
  const bytes = new TextEncoder()
  const open = (path: string) => {
    const entry = new ZipDeflate(path, { level: 6 })
    zip.add(entry)
    return (xml: string, last = false) => entry.push(bytes.encode(xml), last)
  }
  for (const [path, xml] of fixedParts([name, 'About'])) open(path)(xml, true)
  const sheet = open('xl/worksheets/sheet1.xml')
  sheet(`${sheetBegin(true)}${headXml(heads)}`)
  return {
    rows: (rows) => {
      if (rows.length > 0) sheet(rows.map(rowXml).join(''))
    },
    end: (about) => {
      sheet(SHEET_END, true)
      const lines = about.map((line) => rowXml(line.map((text) => ({ kind: 'text', text }))))
      open('xl/worksheets/sheet2.xml')(`${sheetBegin(false)}${lines.join('')}${SHEET_END}`, true)
      zip.end()
      return parts
    },
  }
}
