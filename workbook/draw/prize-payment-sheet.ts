/** The sheet that is signed: each payer begins a new page, with its prizes, their sum and the signatures. */
import type { Prize } from '../../rules/prize.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LOOK } from './cell-looks.ts';
import { fitWidths } from './column-widths.ts';
import { drawLines, type SheetLines } from './sheet-lines.ts';
import { nameDocument, nameRecipient, titleOfPart } from './words.ts';
import { printableWidth } from './print-setup.ts';
import { amountFormat, namePayer, type PayerGroup } from './prize-groups.ts';
import type { DrawnPage } from './page.ts';
import { SheetPen, sumFormula } from './sheet-pen.ts';

const COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: '奖项', min: 70, max: 90 },
  { heading: '受奖集体/个人', min: 80, max: 130 },
  { heading: '单位', min: 120, max: 200 },
  { heading: '金额（元）', min: 60, max: 60 },
  { heading: '备注', min: 44, max: 60 },
  // Written in by hand, one line for each who is paid.
  { heading: '领取人签名', min: 72, max: 72 },
] as const;
const AMOUNT_COLUMN = 5;
const SUM_LABEL = '小计';
/** Room for a signature. */
const SIGNED_HEIGHT = 26;

/** Row of each payer's sum, in the order of the groups. */
export type PaymentSheet = readonly number[];

/**
 * Draws one section for each payer. What was decided on a prize stands once in the head, with its clause, and rows refer to it by number.
 */
export function drawPaymentSheet(
  sheet: DrawnPage,
  scheme: Scheme,
  groups: readonly PayerGroup[],
  { totalFen, lines }: { readonly totalFen: number; readonly lines: SheetLines },
): PaymentSheet {
  const headings = COLUMNS.map(({ heading }) => heading);
  const prizes = groups.flatMap((group) => group.prizes);
  const texts = prizes.map(({ award, nominee, unit }) => [
    '',
    award.name,
    nameRecipient(nominee, unit),
    unit.name,
    '',
    '',
    '',
  ]);
  const pen = new SheetPen(
    sheet,
    fitWidths(COLUMNS, [headings, ...texts], LOOK.text.fontSize, printableWidth('portrait')),
  );
  const remarks = listRemarks(scheme, prizes);
  const numFmt = amountFormat(groups);

  pen.writeLine(titleOfPart('奖金发放表', lines.part ?? ''), LOOK.title, 36);
  pen.writeLine(scheme.title, LOOK.subtitle, 22);
  drawLines(pen, lines);
  remarks.forEach((remark, index) => pen.writeLine(`注${index + 1}：${remark}`, { ...LOOK.line, fontSize: 9 }));
  const headingRow = pen.write(
    headings.map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  const firstRow = pen.row;
  const sumRows = groups.map((group, index) => {
    const sumRow = drawGroup(pen, group, { scheme, remarks, numFmt });
    if (index < groups.length - 1) pen.page.breakPage();
    return sumRow;
  });
  drawTotal(pen, firstRow, totalFen, numFmt);
  sheet.setUp({ orientation: 'portrait', titleRows: { first: 1, last: headingRow }, frozenRows: headingRow });
  return sumRows;
}

interface GroupLooks {
  readonly scheme: Scheme;
  /** That rows refer to by their number. */
  readonly remarks: readonly string[];
  /** Of amounts. */
  readonly numFmt: string;
}

function drawGroup(pen: SheetPen, group: PayerGroup, { scheme, remarks, numFmt }: GroupLooks): number {
  pen.writeLine(`${namePayer(group)}：${group.prizes.length} 笔`, LOOK.group, 22);
  const first = pen.row;
  for (const [index, { award, nominee, unit, fen, notes }] of group.prizes.entries()) {
    const marks = notes.map((note) => `注${remarks.indexOf(describeNote(scheme, note)) + 1}`).join('、');
    pen.write(
      [
        { value: index + 1, look: LOOK.center },
        { value: award.name, look: LOOK.center },
        { value: nameRecipient(nominee, unit), look: LOOK.text },
        { value: unit.name, look: LOOK.text },
        { value: fen / 100, look: { ...LOOK.number, numFmt } },
        { value: marks, look: LOOK.center },
        { value: '', look: LOOK.center },
      ],
      SIGNED_HEIGHT,
    );
  }
  const sumRow = pen.write(
    [
      { value: SUM_LABEL, look: LOOK.sum, span: AMOUNT_COLUMN - 1 },
      {
        value: sumFormula(AMOUNT_COLUMN, first, pen.row - 1, group.fen / 100),
        look: { ...LOOK.sum, align: 'right', numFmt },
      },
      { value: '', look: LOOK.sum, span: 2 },
    ],
    22,
  );
  pen.skip(14);
  pen.writeLine('经办：　　　　　　　　　　审核：　　　　　　　　　　　　　年　　月　　日', LOOK.line, 26);
  return sumRow;
}

/** All payers together: the sums are found by their label, so that a row put in between is counted. */
function drawTotal(pen: SheetPen, firstRow: number, totalFen: number, numFmt: string): void {
  const letters = columnLetters(AMOUNT_COLUMN);
  const last = Math.max(firstRow, pen.row - 1);
  const formula = `SUMIF(A${firstRow}:A${last},"${SUM_LABEL}",${letters}${firstRow}:${letters}${last})`;
  pen.skip(10);
  pen.write(
    [
      { value: '各发放单位合计', look: LOOK.sum, span: AMOUNT_COLUMN - 1 },
      {
        value: { formula, result: totalFen / 100 },
        look: { ...LOOK.sum, align: 'right', numFmt },
      },
      { value: '', look: LOOK.sum, span: 2 },
    ],
    22,
  );
}

/** Each decision once, in the order in which they come up. */
function listRemarks(scheme: Scheme, prizes: readonly Prize[]): string[] {
  return [...new Set(prizes.flatMap(({ notes }) => notes.map((note) => describeNote(scheme, note))))];
}

/** `已领市级先进奖金的……（沪企保协（2024）39号 正文 三：“……”）` */
function describeNote(scheme: Scheme, { text, cite }: Prize['notes'][number]): string {
  return `${text}（${nameDocument(scheme, cite)}：“${cite.quote}”）`;
}
