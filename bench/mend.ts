import { readFile, rm, writeFile } from 'node:fs/promises';
import { cellAddress } from '../ooxml/read/cell-address.ts';
import { openWorkbook } from '../ooxml/read/open-workbook.ts';
import { patchWorkbook, type WorkbookChange } from '../ooxml/patch/patch-workbook.ts';
import { SHEET } from '../rules/roster-cell.ts';
import { checkPeak, compareTimes, type Bench } from './bench.ts';

const OURS = 'pingyou mend';
const PEER = 'pingyou check of the same roster';

/** Issue of mending: at most twice the check, within what `all` may take. */
const MOST_TIMES = 2;
const MOST_MB = 400;

export const mendBench: Bench = {
  name: 'mend',
  title: 'a copy of the full roster in which a cell of every row is made good',
  prepare: async (workspace) => {
    const [odd, out, report] = ['odd.xlsx', 'mended.xlsx', 'odd-report.xlsx'].map((name) => workspace.path(name));
    if (odd === undefined || out === undefined || report === undefined) throw new RangeError('no paths');
    await writeFile(odd, spoil(new Uint8Array(await readFile(await workspace.roster()))));
    return {
      contenders: [
        { name: OURS, command: workspace.pingyou('mend', odd, '--out', out), before: () => rm(out, { force: true }) },
        {
          name: PEER,
          command: workspace.pingyou('check', odd, '--out', report),
          before: () => rm(report, { force: true }),
        },
      ],
      check: (results) => [checkPeak(results, OURS, MOST_MB), compareTimes(results, OURS, PEER, { limit: MOST_TIMES })],
      notes: [],
    };
  },
};

/** A control character in the last text of each row, as other programs leave it. */
function spoil(bytes: Uint8Array): Uint8Array {
  const workbook = openWorkbook(bytes, 'roster.xlsx');
  const changes = [SHEET.memberUnits, SHEET.nominees].flatMap((sheet) =>
    workbook
      .readSheet(sheet)
      .rows.slice(1)
      .flatMap(({ number: row, cells }): WorkbookChange[] => {
        const cell = cells.findLast(({ kind }) => kind === 'text');
        return cell?.kind === 'text'
          ? [{ sheet, address: cellAddress({ row, column: cell.column }), value: `${cell.text}\u0007` }]
          : [];
      }),
  );
  return patchWorkbook(bytes, 'roster.xlsx', changes);
}
