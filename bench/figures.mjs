// Numbers into a table.
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2
}

const width = (rows, column) => Math.max(...rows.map((row) => row[column].length))

/** A table in Markdown, laid out so that it can be read as it is. */
export function table(heads, body) {
  const rows = [heads, ...body]
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(width(rows, column))).join(' | ')} |`
  const rule = `|${heads.map((_, column) => '-'.repeat(width(rows, column) + 2)).join('|')}|`
  return [line(heads), rule, ...body.map(line)].join('\n')
}
