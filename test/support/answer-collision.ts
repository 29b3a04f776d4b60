/** What a person fills in beside a collision in a summary. */
import { patchWorkbook, type WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';

export interface FilledAnswer {
  readonly 决定: string;
  readonly 决定单位: string;
  readonly 决定日期: string;
  readonly 理由: string;
}

/** The summary with the first collision of that matter answered. */
export function answerCollision(summary: Uint8Array, matter: string, answer: FilledAnswer): Uint8Array {
  const { rows } = openWorkbook(summary, '汇总.xlsx').readSheet('推荐冲突');
  const at = rows.findIndex(({ cells }) => cells.some((cell) => cell.kind === 'text' && cell.text === '所定内容'));
  const columns = new Map(
    (rows[at]?.cells ?? []).map((cell) => [cell.kind === 'text' ? cell.text : '', columnLetters(cell.column)]),
  );
  const row = rows.slice(at).find(({ cells }) => cells.some((cell) => cell.kind === 'text' && cell.text === matter));
  if (!row) throw new Error(`no collision ${matter}`);
  return patchWorkbook(
    summary,
    '汇总.xlsx',
    Object.entries<string>({ ...answer }).map(([heading, value]): WorkbookChange => {
      return { sheet: '推荐冲突', address: `${columns.get(heading) ?? ''}${row.number}`, value };
    }),
  );
}
