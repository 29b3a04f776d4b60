/** `make-roster TEMPLATES SCHEME COPIES OUT`: so many samples in one roster, every row under numbers, names and ID numbers of its own. */
import ExcelJS from 'exceljs';
import { SCHEME_LABEL, SHEET, type TableKey } from '../../rules/roster-cell.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Facts, FactValue } from '../../rules/roster-column.ts';
import { sheetsOf } from '../../rules/sheets.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { findScheme } from '../../test/support/templates.ts';

const [, , templates = '', id = '', copies = '', out = ''] = process.argv;
/** Blank or filled alike in all samples. */
const SHARED_SHEETS: readonly TableKey[] = ['overrides', 'sequence', 'experts'];

const scheme = await findScheme(id, templates);
// What nobody but its bearer has.
const UNIT_NAMES = ['编号', '全称'];
const APPLICATION_NAMES = ['申报编号', scheme.grading?.certificate.numberHeading ?? ''];
const samples = Array.from({ length: Number(copies) }, (_, seed) => makeSampleRoster(scheme, { seed, flawed: false }));

// The product's own writer holds the whole workbook in memory, which at 100,000 members is more than some machines have.
const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: out, useSharedStrings: true });
const guide = workbook.addWorksheet(SHEET.scheme);
guide.addRow([SCHEME_LABEL, scheme.id]).commit();
guide.commit();
for (const sheet of sheetsOf(scheme)) {
  if (SHARED_SHEETS.includes(sheet)) writeSheet(sheet, samples[0]?.tables[sheet] ?? []);
  else writeSheet(sheet, sheet === 'nominees' ? onceEach(copyRows(sheet)) : copyRows(sheet));
}
await workbook.commit();

function* copyRows(sheet: TableKey): Generator<Facts> {
  for (const [copy, { tables }] of samples.entries()) {
    const names = new Map<FactValue, string>();
    const own = [...listCells(tables.memberUnits, UNIT_NAMES), ...listCells(tables.nominees, APPLICATION_NAMES)];
    for (const text of own) names.set(text, `${text}${String(copy).padStart(2, '0')}`);
    for (const row of tables[sheet]) {
      yield new Map([...row].map(([heading, value]) => [heading, names.get(value) ?? value]));
    }
  }
}

function listCells(rows: readonly Facts[], headings: readonly string[]): string[] {
  return rows.flatMap((row) => headings.flatMap((heading) => row.get(heading) ?? [])).map(String);
}

/** Two samples may invent one person; the second is left out. */
function* onceEach(nominees: Iterable<Facts>): Generator<Facts> {
  const seen = new Set<FactValue>();
  for (const row of nominees) {
    const idNumber = row.get('身份证号') ?? null;
    if (idNumber === null || !seen.has(idNumber)) yield row;
    seen.add(idNumber);
  }
}

function writeSheet(key: TableKey, rows: Iterable<Facts>): void {
  const sheet = workbook.addWorksheet(SHEET[key]);
  const headings = columnsOf(key, scheme).map(({ heading }) => heading);
  sheet.addRow(headings).commit();
  for (const row of rows) sheet.addRow(headings.map((heading) => toCell(row.get(heading) ?? null))).commit();
  sheet.commit();
}

function toCell(value: FactValue): string | number | null {
  return typeof value === 'boolean' ? (value ? '是' : '否') : value;
}
