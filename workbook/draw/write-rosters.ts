/** 先进集体（单位全称）、先进个人（职务全称、性别）表册, in 市政府行业序列 (正文 四). */
import type { Worksheet } from 'exceljs';
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { RosterEntry, Rosters } from '../../rules/roster.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { LOOK } from './cell-looks.ts';
import { fitWidths, type WidthRange } from './column-widths.ts';
import { countOf } from './count-of.ts';
import { nameRecipient } from './name-recipient.ts';
import { newWorkbook, packWorkbook } from './new-workbook.ts';
import { printableWidth, setUpPrint, type Orientation } from './print-setup.ts';
import { SheetPen } from './sheet-pen.ts';

interface RosterColumn extends WidthRange {
  readonly heading: string;
  readonly show: (entry: RosterEntry) => string;
  readonly align: 'left' | 'center';
}

const SEQUENCE = { heading: '行业序列', show: ({ unit }: RosterEntry) => unit.sequence, min: 64, max: 110 };
const AWARD = { heading: '奖项', show: ({ award }: RosterEntry) => award.name, min: 64, max: 100 };
const UNIT = { heading: '单位全称', show: ({ unit }: RosterEntry) => unit.name, min: 140, max: 280 };

const COLLECTIVE_COLUMNS: readonly RosterColumn[] = [
  { ...SEQUENCE, align: 'center' },
  { ...AWARD, align: 'center' },
  { ...UNIT, align: 'left' },
  { heading: '受奖集体', show: ({ nominee, unit }) => nameRecipient(nominee, unit), min: 70, max: 150, align: 'left' },
];

const PERSON_COLUMNS: readonly RosterColumn[] = [
  { ...SEQUENCE, align: 'center' },
  { ...AWARD, align: 'center' },
  { heading: '姓名', show: ({ nominee }) => nominee.name, min: 56, max: 90, align: 'center' },
  { heading: '性别', show: ({ nominee }) => nominee.sex, min: 34, max: 34, align: 'center' },
  { ...UNIT, align: 'left' },
  { heading: '职务全称', show: ({ nominee }) => nominee.position, min: 90, max: 200, align: 'left' },
];

/** The two rosters, one a sheet, each grouped by award. No column but these leaves the master roster. */
export async function writeRosters(scheme: Scheme, rosters: Rosters): Promise<Uint8Array> {
  const workbook = newWorkbook(`${scheme.title}名册`);
  drawRoster(workbook.addWorksheet('先进集体'), scheme, rosters.collectives, COLLECTIVE_COLUMNS, 'portrait');
  drawRoster(workbook.addWorksheet('先进个人'), scheme, rosters.persons, PERSON_COLUMNS, 'landscape');
  return packWorkbook(workbook);
}

function drawRoster(
  sheet: Worksheet,
  scheme: Scheme,
  entries: readonly RosterEntry[],
  columns: readonly RosterColumn[],
  orientation: Orientation,
): void {
  const headings = ['序号', ...columns.map(({ heading }) => heading)];
  const texts = entries.map((entry) => ['', ...columns.map(({ show }) => show(entry))]);
  const ranges = [{ min: 36, max: 36 }, ...columns];
  const pen = new SheetPen(
    sheet,
    fitWidths(ranges, [headings, ...texts], LOOK.text.fontSize, printableWidth(orientation)),
  );
  pen.writeLine(`${sheet.name}名册`, LOOK.title, 36);
  pen.writeLine(scheme.title, LOOK.subtitle, 24);
  const headingRow = pen.write(
    headings.map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  for (const [index, entry] of entries.entries()) {
    if (entries[index - 1]?.award !== entry.award) {
      const count = entries.filter(({ award }) => award === entry.award).length;
      pen.writeLine(`${entry.award.name}（${countOf(entry.award.recipient, count)}）`, LOOK.group, 22);
    }
    pen.write(
      [
        { value: index + 1, look: LOOK.center },
        ...columns.map(({ show, align }) => ({
          value: hideIdNumbers(show(entry)),
          look: { ...LOOK.text, align },
        })),
      ],
      22,
    );
  }
  sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false }];
  setUpPrint(sheet, orientation, { first: 1, last: headingRow });
}
