/** `make-roster TEMPLATES COPIES OUT`: so many samples in one roster, every unit and every ID number of its own. */
import ExcelJS from 'exceljs';
import { columnsOf, SCHEME_LABEL, SHEET } from '../../rules/master-roster.ts';
import type { Facts, FactValue } from '../../rules/roster-column.ts';
import { makeSampleRoster } from '../../scripts/sample/make-sample-roster.ts';
import { findScheme } from '../../scripts/scheme-folder.ts';

const [, , templates = '', copies = '', out = ''] = process.argv;
/** Blank or filled alike in all samples. */
const SHARED_TABLES = ['overrides', 'sequence'] as const;
const COPIED_TABLES = ['memberUnits', 'scores', 'nominees'] as const;

const scheme = await findScheme('shanghai-security-2024', templates);
const samples = Array.from({ length: Number(copies) }, (_, seed) => makeSampleRoster(scheme, { seed, flawed: false }));

// The product's own writer holds the whole workbook in memory, which at 100,000 members is more than some machines have.
const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: out, useSharedStrings: true });
const guide = workbook.addWorksheet(SHEET.scheme);
guide.addRow([SCHEME_LABEL, scheme.id]).commit();
guide.commit();
for (const key of COPIED_TABLES) writeSheet(key, key === 'nominees' ? onceEach(copyRows(key)) : copyRows(key));
for (const key of SHARED_TABLES) writeSheet(key, samples[0]?.tables[key] ?? []);
await workbook.commit();

function* copyRows(key: (typeof COPIED_TABLES)[number]): Generator<Facts> {
  for (const [copy, { tables }] of samples.entries()) {
    const names = new Map<FactValue, string>();
    for (const unit of tables.memberUnits) {
      for (const heading of ['编号', '全称']) {
        const text = String(unit.get(heading));
        names.set(text, `${text}${String(copy).padStart(2, '0')}`);
      }
    }
    for (const row of tables[key]) {
      yield new Map([...row].map(([heading, value]) => [heading, names.get(value) ?? value]));
    }
  }
}

/** Two samples may invent one person; the second is left out. */
function* onceEach(nominees: Iterable<Facts>): Generator<Facts> {
  const seen = new Set<FactValue>();
  for (const row of nominees) {
    const idNumber = row.get('身份证号') ?? null;
    if (!seen.has(idNumber)) yield row;
    seen.add(idNumber);
  }
}

function writeSheet(key: keyof typeof SHEET & Parameters<typeof columnsOf>[0], rows: Iterable<Facts>): void {
  const sheet = workbook.addWorksheet(SHEET[key]);
  const headings = columnsOf(key, scheme).map(({ heading }) => heading);
  sheet.addRow(headings).commit();
  for (const row of rows) sheet.addRow(headings.map((heading) => toCell(row.get(heading) ?? null))).commit();
  sheet.commit();
}

function toCell(value: FactValue): string | number | null {
  return typeof value === 'boolean' ? (value ? '是' : '否') : value;
}
