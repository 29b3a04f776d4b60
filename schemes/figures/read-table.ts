/** A table in the text of a document: its columns by what heads them, its rows down to the first line that is none. */
import { withoutSpace } from './written-text.ts';

export interface DocumentRow {
  /** By the heading of the column. */
  readonly cells: ReadonlyMap<string, string>;
  /** All cells, with spaces between. */
  readonly text: string;
  /** Heading and content of the first column: `序号1`. */
  readonly label: string;
}

interface TextTable {
  readonly rows: readonly DocumentRow[];
  /** Of the headings that were asked for, those that no column has, or several. */
  readonly missing: readonly string[];
}

/**
 * @param heading the words of the heading, which may take up several lines
 * @param wanted headings of columns, each in a cell of its own
 */
export function readPrintedTable(text: string, heading: string, wanted: readonly string[]): TextTable {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const headings = findHeading(lines, withoutSpace(heading));
  const heads = headings.lines.map(splitRow);
  const width = Math.max(0, ...heads.map(({ length }) => length));
  const columns = new Map(wanted.map((name) => [name, columnsOf(heads, withoutSpace(name))]));
  const missing = [...columns].filter(([, found]) => found.length !== 1).map(([name]) => name);
  const rows: DocumentRow[] = [];
  for (const line of lines.slice(headings.end)) {
    const cells = splitRow(line);
    if (cells.length !== width) break;
    rows.push({
      cells: new Map([...columns].map(([name, [column]]) => [name, cells[column ?? -1] ?? ''])),
      text: cells.filter((cell) => cell !== '').join(' '),
      label: `${heads[0]?.[0] ?? ''}${cells[0] ?? ''}`,
    });
  }
  return { rows: missing.length > 0 ? [] : rows, missing };
}

/** Whole lines that together are the heading, and where the rows begin. */
function findHeading(
  lines: readonly string[],
  heading: string,
): { readonly lines: readonly string[]; readonly end: number } {
  for (const start of lines.keys()) {
    let words = '';
    for (let end = start; end < lines.length && heading.startsWith(words); end += 1) {
      words += withoutSpace(lines[end] ?? '');
      if (words === heading) return { lines: lines.slice(start, end + 1), end: end + 1 };
    }
  }
  return { lines: [], end: lines.length };
}

function columnsOf(heads: readonly (readonly string[])[], name: string): number[] {
  const found = heads.flatMap((cells) => cells.flatMap((cell, column) => (cell === name ? [column] : [])));
  return [...new Set(found)];
}

/** The cells of a line: between tabs where there are any, else between bars, else between spaces. */
export function splitRow(line: string): string[] {
  const separator = line.includes('\t') ? '\t' : line.includes('|') ? '|' : /\s+/;
  return (separator === '\t' ? line : line.trim()).split(separator).map(withoutSpace);
}
