/** 附件3 as the source document prints it, parsed from its text and not from the scheme's data. */
import { textOf } from '../schemes/shanghai-files.ts';

interface PrintedRow {
  /** As printed: `组织体系 25分`; empty where the merged cell goes on. */
  readonly type: string;
  readonly text: string;
  readonly maximum: string;
  readonly rest: readonly string[];
}

const lines = textOf('source.md').split('\n');
const annex = lines.slice(lines.indexOf('附件 3'), lines.indexOf('附件 4'));

/** Title, range of the threshold, and the line for the unit's name. */
export const printedTop: readonly string[] = annex
  .slice(1)
  .filter((line) => line !== '' && !line.includes('\t'))
  .slice(0, 3);

/** All rows of the table, headings and sums included. */
export const printedRows: readonly PrintedRow[] = annex
  .filter((line) => line.includes('\t'))
  .map((line) => {
    const [type = '', text = '', maximum = '', ...rest] = line.split('\t').map((cell) => cell.trim());
    return { type, text, maximum, rest };
  });

export const printedHeadings = printedRows.filter(({ type }) => type === '类型');
export const printedSums = printedRows.filter(({ type }) => type.endsWith('合计') || type.endsWith('总计'));
export const printedVetoes = printedRows.filter(({ rest }) => rest.some((cell) => cell.includes('未发生')));
/** The items, in order. */
export const printedItems = printedRows.filter(
  (row) => ![...printedHeadings, ...printedSums, ...printedVetoes].includes(row),
);

/** Text without white space, which the scan puts anywhere. */
export function bare(text: string): string {
  return text.replace(/\s/g, '');
}
