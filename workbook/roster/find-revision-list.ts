import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';

/** The sheet of that name with our headings, and its last row; else a name that no sheet has. */
export function findRevisionList(
  workbook: Pick<WorkbookFile, 'hasSheet' | 'readSheet'>,
  wanted: string,
  headings: readonly string[],
): { readonly name: string; readonly lastRow: number | null } {
  for (let at = 1; ; at += 1) {
    const name = at === 1 ? wanted : `${wanted} ${at}`;
    if (!workbook.hasSheet(name)) return { name, lastRow: null };
    const { rows } = workbook.readSheet(name);
    const texts = (rows[0]?.cells ?? []).map((cell) => (cell.kind === 'text' ? cell.text : ''));
    if (headings.every((heading, index) => texts[index] === heading))
      return { name, lastRow: rows.at(-1)?.number ?? 1 };
  }
}
