/** 奖金发放表: who is paid what by which association, and who is not paid and why (正文 三). */
import { describeGaps, type Gap } from '../../rules/incomplete-base.ts';
import type { Prize, PrizeTable } from '../../rules/prize.ts';
import { describeResting, type Resting } from '../../rules/resting-decisions.ts';
import type { PrizeScheme } from '../../rules/scheme.ts';
import { LOOK } from './cell-looks.ts';
import { fitWidths } from './column-widths.ts';
import { drawLines, type SheetLines } from './sheet-lines.ts';
import { nameDocument, nameRecipient, titleOfPart } from './words.ts';
import { ListWorkbook } from './list-workbook.ts';
import { printableWidth } from './print-setup.ts';
import { amountFormat, groupByPayer, namePayer, type PayerGroup } from './prize-groups.ts';
import { drawPaymentSheet, type PaymentSheet } from './prize-payment-sheet.ts';
import type { DrawnPage, PenCell } from './page.ts';
import { SheetPen, sumFormula } from './sheet-pen.ts';

const PAYMENT_SHEET = '奖金发放表';

/** The prize table: sheet 1 to sign, sheet 2 sums by payer, sheet 3 the prizes that a no-duplicate rule holds back. */
export function writePrizeTable(
  scheme: PrizeScheme,
  prizes: PrizeTable,
  gaps: readonly Gap[],
  resting: Resting,
): Promise<Uint8Array> {
  const base = { part: prizes.part, warning: describeGaps(gaps) };
  const workbook = new ListWorkbook(titleOfPart(`${scheme.title}奖金发放表`, prizes.part));
  const groups = groupByPayer(scheme, prizes);
  const paid = groups.flatMap((group) => group.prizes);
  const unpaid = prizes.prizes.filter(({ fen }) => fen === 0);
  const payments = drawPaymentSheet(workbook.addPage(PAYMENT_SHEET), scheme, groups, {
    totalFen: prizes.totalFen,
    lines: { ...base, decided: describeResting(paid, resting) },
  });
  drawSummary(
    workbook.addPage('汇总'),
    scheme,
    { groups, payments },
    {
      ...base,
      decided: describeResting(paid, resting, '计入'),
    },
  );
  drawUnpaid(workbook.addPage('不发放说明'), scheme, unpaid, {
    ...base,
    decided: describeResting(unpaid, resting),
  });
  return workbook.finish();
}

function drawSummary(
  sheet: DrawnPage,
  scheme: PrizeScheme,
  { groups, payments }: { readonly groups: readonly PayerGroup[]; readonly payments: PaymentSheet },
  lines: SheetLines,
): void {
  const page = printableWidth('portrait');
  const pen = new SheetPen(sheet, [40, page - 280, 70, 70, 100]);
  pen.writeLine(titleOfPart('奖金汇总表', lines.part ?? ''), LOOK.title, 36);
  pen.writeLine(scheme.title, LOOK.subtitle, 22);
  drawLines(pen, lines);
  const headings = ['序号', '发放单位', '集体', '个人', '金额（元）'];
  const headingRow = pen.write(
    headings.map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  const first = pen.row;
  const count = (group: PayerGroup, recipient: 'collective' | 'person') =>
    group.prizes.filter(({ award }) => award.recipient === recipient).length;
  const amount = { ...LOOK.number, numFmt: amountFormat(groups) };
  for (const [index, group] of groups.entries()) {
    const reference = { formula: `'${PAYMENT_SHEET}'!E${payments[index] ?? 0}`, result: group.fen / 100 };
    pen.write(
      [
        { value: index + 1, look: LOOK.center },
        { value: namePayer(group), look: LOOK.text },
        { value: count(group, 'collective'), look: LOOK.center },
        { value: count(group, 'person'), look: LOOK.center },
        { value: reference, look: amount },
      ],
      22,
    );
  }
  const last = pen.row - 1;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  pen.write(
    [
      { value: '合计', look: LOOK.sum, span: 2 },
      {
        value: sumFormula(3, first, last, sum(groups.map((group) => count(group, 'collective')))),
        look: LOOK.sum,
      },
      { value: sumFormula(4, first, last, sum(groups.map((group) => count(group, 'person')))), look: LOOK.sum },
      { value: sumFormula(5, first, last, sum(groups.map(({ fen }) => fen)) / 100), look: { ...amount, bold: true } },
    ],
    22,
  );
  sheet.setUp({ orientation: 'portrait', titleRows: { first: 1, last: headingRow }, frozenRows: headingRow });
}

const UNPAID_COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: '奖项', min: 70, max: 100 },
  { heading: '受奖集体/个人', min: 90, max: 130 },
  { heading: '单位', min: 120, max: 200 },
  { heading: '不发放的原因', min: 120, max: 290 },
  { heading: '依据及原文', min: 120, max: 260 },
] as const;

function drawUnpaid(sheet: DrawnPage, scheme: PrizeScheme, prizes: readonly Prize[], lines: SheetLines): void {
  const headings = UNPAID_COLUMNS.map(({ heading }) => heading);
  const rows = prizes.map(({ award, nominee, unit, notes }, index): PenCell[] => [
    { value: index + 1, look: LOOK.center },
    { value: award.name, look: LOOK.center },
    { value: nameRecipient(nominee, unit), look: LOOK.text },
    { value: unit.name, look: LOOK.text },
    { value: notes.map(({ text }) => text).join('；'), look: LOOK.text },
    { value: notes.map(({ cite }) => `${nameDocument(scheme, cite)}：“${cite.quote}”`).join('；'), look: LOOK.text },
  ]);
  const texts = rows.map((row) => row.map(({ value }) => (typeof value === 'string' ? value : '')));
  const pen = new SheetPen(
    sheet,
    fitWidths(UNPAID_COLUMNS, [headings, ...texts], LOOK.text.fontSize, printableWidth('landscape')),
  );
  pen.writeLine(titleOfPart('不发放奖金说明', lines.part ?? ''), LOOK.title, 36);
  const said =
    prizes.length > 0
      ? `以下 ${prizes.length} 个获奖集体、个人按规定不发放奖金。`
      : '没有按规定不发放奖金的获奖集体、个人。';
  pen.writeLine(`${said}未通过资格审查的推荐不在获奖之列，原因见审查报告。`, LOOK.line, 22);
  const firstRepeated = drawLines(pen, lines);
  const headingRow = pen.write(
    headings.map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  for (const row of rows) pen.write(row, 20);
  sheet.setUp({
    orientation: 'landscape',
    titleRows: { first: firstRepeated, last: headingRow },
    frozenRows: headingRow,
  });
}
