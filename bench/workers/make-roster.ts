/** `make-roster TEMPLATES FACTOR OUT`: the sample with FACTOR times the members of the notice, and the nominees of so many. */
import ExcelJS from 'exceljs';
import { columnsOf, SCHEME_LABEL, SHEET } from '../../rules/master-roster.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { makeSampleRoster } from '../../scripts/sample/make-sample-roster.ts';
import { findScheme } from '../../scripts/scheme-folder.ts';

const [, , templates = '', factor = '', out = ''] = process.argv;

const scheme = await findScheme('shanghai-security-2024', templates);
const { tables } = makeSampleRoster(multiplyMembers(scheme, Number(factor)), { seed: 2024, flawed: false });

// The writer of the product holds the whole workbook, which at 100,000 members is many times the memory of this one.
const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: out, useSharedStrings: true, useStyles: true });
const guide = workbook.addWorksheet(SHEET.scheme);
guide.addRow([SCHEME_LABEL, scheme.id]).commit();
guide.commit();
for (const key of ['memberUnits', 'scores', 'nominees', 'overrides', 'sequence'] as const) {
  const sheet = workbook.addWorksheet(SHEET[key]);
  const headings = columnsOf(key, scheme).map(({ heading }) => heading);
  sheet.addRow(headings).commit();
  for (const row of tables[key]) {
    sheet.addRow(headings.map((heading) => toCell(row.get(heading) ?? null))).commit();
  }
  sheet.commit();
}
await workbook.commit();

function multiplyMembers(original: Scheme, times: number): Scheme {
  const published = original.quota.published.map((row) => ({
    ...row,
    members: row.members === null ? null : Math.round(row.members * times),
  }));
  return { ...original, quota: { ...original.quota, published } };
}

function toCell(value: string | number | boolean | null): string | number | null {
  return typeof value === 'boolean' ? (value ? '是' : '否') : value;
}
