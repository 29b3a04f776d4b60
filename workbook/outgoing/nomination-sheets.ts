/** 推荐名单 as a district fills it in, and 备案名册, the same as the district chops and keeps it. */
import { APPLICATION_COLUMN } from '../../rules/application-columns.ts';
import { wordOf } from '../../rules/roster-column.ts';
import { groupBy } from '../../rules/group-by.ts';
import type { OutgoingRow } from '../../rules/outgoing.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LOOK, type Look } from '../draw/cell-looks.ts';
import { toCellText } from '../draw/cell-text.ts';
import { fitWidths, toColumnWidth, type WidthRange } from '../draw/column-widths.ts';
import type { ListWorkbook } from '../draw/list-workbook.ts';
import type { PenCell } from '../draw/page.ts';
import { describePrint, printableWidth } from '../draw/print-setup.ts';
import { SheetPen } from '../draw/sheet-pen.ts';
import { validateColumn } from '../roster/roster-validation.ts';
import { lookOfColumn, writeFact } from '../roster/write-master-roster.ts';
import { nameChoice } from './name-choice.ts';
import {
  awardRange,
  choiceRange,
  GAP,
  hintFormula,
  ordinalFormula,
  showFormula,
  unitFormula,
  usageFormula,
} from './outgoing-formulas.ts';
import {
  CHOICE_COLUMN,
  FIRST_ROSTER_COLUMN,
  UNIT_CHOICE_HEADING,
  HEADING_ROW,
  HINT_HEADING,
  lettersOf,
  OUTGOING_SHEET,
  type NominationColumn,
  type OutgoingLayout,
} from './outgoing-layout.ts';

/** Of cells that are to be filled in. */
export const OPEN_FILL = 'FFFFFAE0';

/** In points. */
const WIDTH = { hint: 170, choice: 200, deeds: 260, text: 120, unitName: 170, short: 64 };
const WIDTHS: Readonly<Record<string, number>> = {
  申报编号: 78,
  奖项: 100,
  单位编号: 64,
  单位名称: WIDTH.unitName,
  受奖集体: WIDTH.unitName,
  姓名: WIDTH.short,
  主要事迹: WIDTH.deeds,
};
const WIDTH_OF_TYPE: Readonly<Record<string, number>> = {
  'id-number': 132,
  'credit-code': 132,
  phone: 92,
  text: WIDTH.text,
  code: 78,
};
const HEADING_HEIGHT = 30;
/** Three lines of the small texts. */
const ROW_HEIGHT = 38;
const SMALL = 9;

/** The sheet whose headings are those of the roster's 推荐名单, so that it is read as one. */
export function drawNominations(workbook: ListWorkbook, layout: OutgoingLayout): void {
  const { sheet } = workbook.addPage(OUTGOING_SHEET.nominees);
  const { columns, list, rows } = layout;
  const inputLook = (look: Look): Look => ({ ...look, fill: OPEN_FILL, unlocked: true });
  const looks = columns.map(({ column, isInput }): Look => {
    const look = lookOfColumn(column);
    return isInput ? inputLook(look) : { ...look, fill: LOCKED_FILL };
  });
  const lookStyles = looks.map((look) => workbook.styleOf(look));
  const choiceLook = inputLook({ ...LOOK.text, fontSize: SMALL, numFmt: '@' });
  const styles = {
    hint: workbook.styleOf({ ...LOOK.text, fontSize: SMALL, fill: LOCKED_FILL }),
    choice: workbook.styleOf(choiceLook),
    heading: workbook.styleOf(LOOK.heading),
    line: workbook.styleOf({ ...LOOK.line, bold: true }),
  };
  const used = list.places.map(({ award, places }) => {
    const taken = list.rows.filter(({ filled }) => filled?.award === award.name).length;
    return `${award.name} ${taken}/${places}`;
  });
  sheet.addRow(
    [
      { value: '黄色的格子填写，其余已锁定', style: styles.line, span: 2 },
      {
        value: { formula: usageFormula(layout), result: `已用名额：${used.join(GAP)}` },
        style: styles.line,
        span: columns.length,
      },
    ],
    { height: 24 },
  );
  const headings = [HINT_HEADING, UNIT_CHOICE_HEADING, ...columns.map(({ column }) => column.heading)];
  sheet.addRow(
    headings.map((value) => ({ value, style: styles.heading })),
    { height: HEADING_HEIGHT },
  );
  sheet.addNote(1, '这一行还缺什么，随填随变；写着“已填齐”的，该填的都填了');
  sheet.addNote(2, '从下拉的名单里选，也可以直接写单位的编号或全称；单位编号和单位名称会自动出来');
  columns.forEach(({ column: { about } }, index) => {
    if (about) sheet.addNote(index + headings.length - columns.length + 1, toCellText(about));
  });
  const choiceOf = new Map(list.units.map((each) => [each.unit, nameChoice(each, list.places)]));
  list.rows.forEach((each, index) => {
    const row = rows.first + index;
    const { filled } = each;
    const choice = filled?.unit ? (choiceOf.get(filled.unit) ?? '') : (filled?.choice ?? '');
    const asked = groupBy(filled?.asked ?? [], ({ heading }) => askedColumn(layout, heading));
    const colour = (column: number, look: Look, style: number) =>
      asked.has(column) ? workbook.styleOf({ ...look, fill: ASKED_FILL }) : style;
    sheet.addRow(
      [
        { value: { formula: hintFormula(layout, row), result: filled ? null : '' }, style: styles.hint },
        { value: toCellText(choice), style: colour(CHOICE_COLUMN, choiceLook, styles.choice) },
        ...columns.map((column, index) => ({
          value: valueOfCell(layout, column, { ...each, row }),
          style: colour(FIRST_ROSTER_COLUMN + index, looks[index] ?? LOOK.text, lookStyles[index] ?? 0),
        })),
      ],
      { height: ROW_HEIGHT },
    );
    for (const [column, remarks] of asked) {
      sheet.addNote(column, toCellText(remarks.map(({ message }) => message).join('\n')));
    }
  });
  sheet.options.widths = [WIDTH.hint, WIDTH.choice, ...columns.map(widthOf)].map(toColumnWidth);
  sheet.options.gridLines = true;
  sheet.options.frozen = { rows: HEADING_ROW, columns: 2 };
  sheet.options.protected = true;
  sheet.options.print = { ...describePrint('landscape', { first: 1, last: HEADING_ROW }), area: printArea(layout) };
  sheet.options.validations = listValidations(layout);
}

/** From the number of the nomination as far as fits on a page that can be read: the deeds, and what stands behind them, are for the screen. */
function printArea({ columns, rows }: OutgoingLayout): string {
  const deeds = columns.findIndex(({ column }) => column.heading === '主要事迹');
  const last = columns.at(deeds < 0 ? -1 : deeds - 1);
  return `$${columns[0]?.letters ?? 'A'}$1:$${last?.letters ?? 'A'}$${rows.last}`;
}

/** Of what follows from the rest, or is given. */
const LOCKED_FILL = 'FFF3F3F3';

function widthOf({ column: { heading, type } }: NominationColumn): number {
  return WIDTHS[heading] ?? WIDTH_OF_TYPE[type] ?? WIDTH.short;
}

function valueOfCell(
  layout: OutgoingLayout,
  { column: { heading } }: NominationColumn,
  { application, filled, row }: OutgoingRow & { readonly row: number },
) {
  if (heading === APPLICATION_COLUMN.heading) return application;
  if (heading === '单位编号' || heading === '单位名称') {
    const { number = '', name = '' } = filled?.unit ?? {};
    return { formula: unitFormula(layout, heading, row), result: heading === '单位编号' ? number : name };
  }
  return writeFact(filled?.facts.get(heading) ?? null);
}

/** Of cells that a district has to mend. */
const ASKED_FILL = 'FFFFC7CE';

/** The column in which something is mended: what follows from the unit is mended where it is chosen, and so is what is about the whole row. */
function askedColumn({ columns }: OutgoingLayout, heading: string | null): number {
  const at = columns.findIndex(({ column, isInput }) => column.heading === heading && isInput);
  return at < 0 ? CHOICE_COLUMN : FIRST_ROSTER_COLUMN + at;
}

/** The address of the cell in which something of a row is to be mended. */
export function askedCell(layout: OutgoingLayout, row: number, heading: string | null): string {
  return `${columnLetters(askedColumn(layout, heading))}${row}`;
}

/** As in the roster, but for what the district alone can choose from. */
function listValidations(layout: OutgoingLayout) {
  const { columns, rows, choice, list } = layout;
  const within = (letters: string) => `${letters}${rows.first}:${letters}${rows.last}`;
  return [
    // Number and name may be written as well: what is no unit is told in 提示.
    { range: within(choice), type: 'list' as const, formula: choiceRange(layout) },
    ...columns.flatMap(({ column, letters, isInput }) => {
      if (!isInput) return [];
      if (column.heading === '奖项') {
        const error = '请从下拉的奖项中选，名单以外的没有名额。';
        const formula = awardRange(layout);
        return [{ range: within(letters), type: 'list' as const, formula, errorTitle: column.heading, error }];
      }
      const validation = validateColumn('nominees', column, list.scheme);
      return validation ? [{ ...validation, range: within(letters) }] : [];
    }),
  ];
}

interface ListColumn extends WidthRange {
  readonly heading: string;
  readonly of: string;
  readonly align: 'left' | 'center';
}

/** What a roster that goes to others shows; no number of a person, no telephone. */
const LIST_COLUMNS: readonly ListColumn[] = [
  { heading: '奖项', of: '奖项', min: 90, max: 130, align: 'center' },
  { heading: '单位全称', of: '单位名称', min: 200, max: 280, align: 'left' },
  { heading: '受奖集体', of: '受奖集体', min: 150, max: 200, align: 'left' },
  { heading: '姓名', of: '姓名', min: 60, max: 60, align: 'center' },
  { heading: '性别', of: '性别', min: 36, max: 36, align: 'center' },
  { heading: '职务全称', of: '职务', min: 120, max: 160, align: 'left' },
];

/** 备案名册: to be printed, chopped and kept. It is filled in by formulas, so that it is what was nominated. */
export function drawDistrictList(workbook: ListWorkbook, layout: OutgoingLayout): void {
  const { list, rows } = layout;
  const shown = LIST_COLUMNS.flatMap((column) => {
    const letters = lettersOf(layout, column.of);
    return letters === null ? [] : [{ ...column, letters }];
  });
  const page = workbook.addPage(OUTGOING_SHEET.list);
  const texts = list.rows.map((row) => ['', ...shown.map((column) => showNow(row, column))]);
  const ranges = [{ min: 36, max: 36 }, ...shown];
  const widths = fitWidths(ranges, texts, LOOK.text.fontSize, printableWidth('landscape'));
  const pen = new SheetPen(page, widths);
  pen.writeLine(list.scheme.title, LOOK.title, 34);
  pen.writeLine(`${OUTGOING_SHEET.list}（${list.district.name}）`, LOOK.subtitle, 24);
  const headingRow = pen.write(
    ['序号', ...shown.map(({ heading }) => heading)].map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  // Column B: 奖项 stands beside the count.
  let ordinal = 0;
  for (const [index, row] of list.rows.entries()) {
    const number = ordinalFormula('B', headingRow + 1, pen.row);
    const isUsed = row.filled !== null && row.filled.award !== '';
    const cells: PenCell[] = [
      { value: { formula: number, result: isUsed ? (ordinal += 1) : '' }, look: LOOK.center },
      ...shown.map((column): PenCell => ({
        value: { formula: showFormula(column.letters, rows.first + index), result: showNow(row, column) },
        look: column.align === 'center' ? LOOK.center : LOOK.text,
      })),
    ];
    pen.write(cells, 24);
  }
  pen.skip(18);
  pen.writeLine(
    '推荐单位（盖章）：　　　　　　　　　　　　　负责人（签字）：　　　　　　　　　　　　年　　月　　日',
    LOOK.paragraph,
    60,
  );
  page.setUp({
    orientation: 'landscape',
    titleRows: { first: headingRow, last: headingRow },
    frozenRows: headingRow,
  });
  page.sheet.options.protected = true;
}

function showNow({ filled }: OutgoingRow, { of }: ListColumn): string {
  if (!filled) return '';
  return of === '单位名称' ? (filled.unit?.name ?? '') : wordOf(filled.facts.get(of) ?? null);
}
