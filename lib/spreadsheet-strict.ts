// For tests alone: files as a program reads them that takes no liberties.

/** RFC 4180 to the letter: fields between commas, quotes only around whole fields, lines by CR LF. Throws at anything else. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let at = 0
  let row: string[] = []
  const plain = /[^",\r\n]*/y
  const quoted = /"((?:[^"]|"")*)"/y
  while (at < text.length) {
    const pattern = text[at] === '"' ? quoted : plain
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) throw new Error(`No field at ${at}`)
    row.push(found[1] === undefined ? found[0] : found[1].replaceAll('""', '"'))
    at = pattern.lastIndex
    if (text[at] === ',') {
      at += 1
      if (text.startsWith('\r\n', at)) row.push('')
    }
    if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else if (text[at - 1] !== ',')
      throw new Error(`Neither comma nor end of line at ${at}: ${text.slice(at, at + 20)}`)
  }
  if (row.length > 0) throw new Error('The last line has no end.')
  return rows
}
