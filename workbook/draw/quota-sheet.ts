/** 名额分配表: the sheet as the document prints it. */
import type { Worksheet } from 'exceljs';
import {
  countsOtherwise,
  type QuotaCell,
  type QuotaRow,
  type QuotaSum,
  type QuotaTable,
} from '../../rules/quota/quota-table.ts';
import { nameSetter } from '../../rules/quota/explain.ts';
import type { Award, QuotaScheme } from '../../rules/scheme.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LOOK } from './cell-looks.ts';
import { toCellText } from './cell-text.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { ExceljsPage } from './exceljs-page.ts';
import type { Formula, PenCell } from './page.ts';
import { SheetPen, sumFormula } from './sheet-pen.ts';
import { drawPart, drawWarning } from './sheet-lines.ts';
import { titleOfPart } from './words.ts';

/** Heading of the awards of a kind. */
const GROUP_HEADING = { collective: '先进集体', person: '先进个人' } as const;
/** Columns before the awards, and the one of the roster's own numbers where they are others than the printed ones. */
const LEADING = ['序号', '各区', '会员单位'];
const COUNTED = '总名册';
const ROW_HEIGHT = 21;
/** The document prints `-` for no place; the number stays a number, so that sums go through. `*` leads to the footnotes. */
const PLACES_FORMAT = '0;-0;"-"';
const OVERRIDE_FORMAT = '0"*";-0"*";"-*"';

/** Where the cells of the sheet stand, for references from other sheets. */
export interface QuotaSheet {
  /** Address of the places of a district and an award; undefined where the scheme has no ratio for them. */
  addressOf(district: string, awardId: string): string | undefined;
}

/** Draws the table: the subtotal's districts, 小计, the others, 小计 of all, 合计; sums are live formulas. */
export function drawQuotaSheet(sheet: Worksheet, scheme: QuotaScheme, quota: QuotaTable, warning: string): QuotaSheet {
  const { awards } = scheme;
  const leading = countsOtherwise(quota) ? [...LEADING, COUNTED] : LEADING;
  const pen = new SheetPen(new ExceljsPage(sheet), columnWidths(leading.length, awards.length));
  const addresses = new Map<string, string>();
  const footnotes: string[] = [];

  pen.writeLine(scheme.quota.table.cite.clause, { ...LOOK.line, fontName: '黑体', fontSize: 14 });
  pen.writeLine(titleOfPart(scheme.quota.table.title, quota.part), LOOK.title, 40);
  drawPart(pen, quota.part);
  drawWarning(pen, warning);
  const headingRow = drawHeadings(pen, leading, awards);

  const isInSubtotal = (row: QuotaRow) => row.district.scope === scheme.quota.table.subtotalScope;
  const drawRow = (row: QuotaRow) => {
    const at = pen.write(rowCells(scheme.districts.indexOf(row.district) + 1, row, leading, awards), ROW_HEIGHT);
    for (const [index, award] of awards.entries()) {
      const cell = row.cells.get(award.id);
      if (!cell) continue;
      const address = `${columnLetters(leading.length + index + 1)}${at}`;
      addresses.set(placeKey(row.district.name, award.id), address);
      if (!cell.override) continue;
      const note = `${row.district.name}（${award.shortName}）${describeOverride(quota, cell)}`;
      footnotes.push(note);
      sheet.getCell(address).note = toCellText(note);
    }
  };

  const first = pen.row;
  quota.rows.filter(isInSubtotal).forEach(drawRow);
  const others = () => {
    quota.rows.filter((row) => !isInSubtotal(row)).forEach(drawRow);
  };
  if (quota.part === '') drawSums(pen, { quota, leading, awards, first }, others);
  else others();

  drawFootnotes(pen, footnotes);
  if (leading.includes(COUNTED)) drawCountedNote(pen, quota);
  sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false }];
  setUpPrint(sheet, 'portrait', { first: 1, last: headingRow });
  return { addressOf: (district, awardId) => addresses.get(placeKey(district, awardId)) };
}

function columnWidths(before: number, awards: number): number[] {
  const leading = before > LEADING.length ? [42, 72, 66, 66] : [48, 84, 84];
  const rest = printableWidth('portrait') - leading.reduce((sum, width) => sum + width, 0);
  return [...leading, ...Array.from({ length: awards }, () => rest / awards)];
}

/** Two rows: the kind of award over its awards, everything else over both rows. Returns the lower one. */
function drawHeadings(pen: SheetPen, names: readonly string[], awards: readonly Award[]): number {
  const heading = (value: string, span = 1): PenCell => ({ value, look: LOOK.heading, span });
  const leading = names.map((text) => heading(text));
  const upper = pen.write(
    [...leading, ...groupAwards(awards).map(({ text, span }) => heading(text, span))],
    ROW_HEIGHT,
  );
  const lower = pen.write([...leading, ...awards.map(({ shortName }) => heading(shortName))], ROW_HEIGHT);
  for (let column = 1; column <= leading.length; column += 1) pen.page.joinRows(column, upper, lower);
  return lower;
}

function groupAwards(awards: readonly Award[]): { text: string; span: number }[] {
  const groups: { text: string; span: number }[] = [];
  for (const { recipient } of awards) {
    const text = GROUP_HEADING[recipient];
    const last = groups.at(-1);
    if (last?.text === text) last.span += 1;
    else groups.push({ text, span: 1 });
  }
  return groups;
}

function rowCells(number: number, row: QuotaRow, leading: readonly string[], awards: readonly Award[]): PenCell[] {
  const { members, counted } = row;
  const tone = counted !== null && counted !== members ? ('question' as const) : undefined;
  return [
    { value: number, look: LOOK.center },
    { value: row.district.name, look: LOOK.center },
    { value: members ?? '-', look: LOOK.center },
    ...(leading.includes(COUNTED) ? [{ value: counted ?? '-', look: { ...LOOK.center, tone } }] : []),
    ...awards.map(({ id }): PenCell => {
      const cell = row.cells.get(id);
      const numFmt = cell?.override ? OVERRIDE_FORMAT : PLACES_FORMAT;
      return { value: cell?.places ?? null, look: { ...LOOK.center, numFmt } };
    }),
  ];
}

/** A 小计 row over the rows of the sheet; the second one starts from the first. */
function sumCells(
  sum: QuotaSum,
  leading: readonly string[],
  awards: readonly Award[],
  rows: { readonly first: number; readonly last: number },
): PenCell[] {
  const cell = (column: number, result: number): PenCell => ({
    value: sumFormula(column, rows.first, rows.last, result),
    look: LOOK.sum,
  });
  return [
    { value: '小计', look: LOOK.sum, span: LEADING.length - 1 },
    cell(LEADING.length, sum.members),
    ...(leading.includes(COUNTED) ? [cell(leading.length, sum.counted)] : []),
    ...awards.map(({ id }, index) => cell(leading.length + index + 1, sum.places.get(id) ?? 0)),
  ];
}

interface SummedRows {
  readonly quota: QuotaTable;
  readonly leading: readonly string[];
  readonly awards: readonly Award[];
  /** The first row of the subtotal. */
  readonly first: number;
}

/** The sums of the whole table, of which a part has none, around the rows that stand between them. */
function drawSums(pen: SheetPen, { quota, leading, awards, first }: SummedRows, drawOthers: () => void): void {
  const subtotalRow = pen.write(sumCells(quota.subtotal, leading, awards, { first, last: pen.row - 1 }), ROW_HEIGHT);
  drawOthers();
  const rows = { first: subtotalRow, last: pen.row - 1 };
  const totalRow = pen.write(sumCells(quota.total, leading, awards, rows), ROW_HEIGHT);
  drawGrandTotal(pen, quota.grandTotal, { row: totalRow, leading: leading.length, awards: awards.length });
}

/** @param total the row of the sums, and how many columns stand before its awards and hold them */
function drawGrandTotal(
  pen: SheetPen,
  result: number,
  total: { readonly row: number; readonly leading: number; readonly awards: number },
): void {
  const from = `${columnLetters(total.leading + 1)}${total.row}`;
  const to = `${columnLetters(total.leading + total.awards)}${total.row}`;
  const value: Formula = { formula: `SUM(${from}:${to})`, result };
  pen.write(
    [
      { value: '合计', look: LOOK.sum, span: total.leading },
      { value, look: LOOK.sum, span: total.awards },
    ],
    ROW_HEIGHT,
  );
}

function drawFootnotes(pen: SheetPen, footnotes: readonly string[]): void {
  if (footnotes.length === 0) return;
  const look = { ...LOOK.line, fontSize: 9 };
  pen.skip(6);
  pen.writeLine('注：带 * 的名额由人工确定，不按比例计算：', look);
  footnotes.forEach((footnote, index) => pen.writeLine(`${index + 1}. ${footnote}`, look));
}

/** The numbers of the roster are for comparison alone. */
function drawCountedNote(pen: SheetPen, { printedIn }: QuotaTable): void {
  const look = { ...LOOK.line, fontSize: 9 };
  pen.skip(6);
  pen.writeLine(
    `“${COUNTED}”一栏是总名册中的会员单位数，与${printedIn ?? ''}不同的标黄；名额以${printedIn ?? ''}为准，不随它增减。`,
    look,
  );
}

/** `按比例为 1，附件1定为 0：……`, or without the number where the formula has no basis. */
function describeOverride({ printedIn }: QuotaTable, cell: QuotaCell): string {
  const from = cell.formula ? `按比例为 ${cell.formula.rounded}，` : '';
  return `${from}${nameSetter(printedIn, cell)} ${cell.places}：${cell.override?.reason ?? ''}`;
}

function placeKey(district: string, awardId: string): string {
  return `${awardId} ${district}`;
}
