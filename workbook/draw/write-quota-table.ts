/** 附件1 名额分配表 as a workbook: the table as printed, and how each of its cells came about. */
import type { Worksheet } from 'exceljs';
import { describeGaps, type Gap } from '../../rules/incomplete-base.ts';
import type { QuotaCell, QuotaTable } from '../../rules/quota/quota-table.ts';
import { nameSetter, ROUNDING_NAME } from '../../rules/quota/explain.ts';
import type { Award, District, QuotaScheme } from '../../rules/scheme.ts';
import { LOOK } from './cell-looks.ts';
import { fitWidths } from './column-widths.ts';
import { nameDocument, titleOfPart } from './words.ts';
import { newWorkbook, packWorkbook } from './new-workbook.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { drawQuotaSheet, type QuotaSheet } from './quota-sheet.ts';
import { ExceljsPage } from './exceljs-page.ts';
import type { PenCell } from './page.ts';
import { SheetPen } from './sheet-pen.ts';
import { drawWarning } from './sheet-lines.ts';

const TABLE_SHEET = '名额分配表';
const EXPLANATION_SHEET = '说明';

/** The quota table (正文 一, 附件1). Its second sheet explains every cell: base, ratio, rounding, override, clause. */
export async function writeQuotaTable(
  scheme: QuotaScheme,
  quota: QuotaTable,
  gaps: readonly Gap[],
): Promise<Uint8Array> {
  const warning = describeGaps(gaps);
  const workbook = newWorkbook(titleOfPart(scheme.quota.table.title, quota.part));
  const table = drawQuotaSheet(workbook.addWorksheet(TABLE_SHEET), scheme, quota, warning);
  const explanation = workbook.addWorksheet(EXPLANATION_SHEET);
  drawExplanation(explanation, { scheme, quota, table }, warning);
  return packWorkbook(workbook);
}

const COLUMNS = [
  { heading: '各区', min: 40, max: 70 },
  { heading: '奖项', min: 60, max: 90 },
  { heading: '基数', min: 60, max: 80 },
  { heading: '基数值', min: 44, max: 44 },
  { heading: '比例', min: 36, max: 50 },
  { heading: '计算值', min: 44, max: 60 },
  { heading: '取整', min: 48, max: 60 },
  { heading: '取整后', min: 40, max: 40 },
  { heading: '人工调整及理由', min: 70, max: 120 },
  { heading: '名额', min: 36, max: 36 },
  { heading: '依据', min: 70, max: 125 },
  { heading: '原文', min: 90, max: 190 },
] as const;

/** What is explained, and where its cells stand. */
interface Explained {
  readonly scheme: QuotaScheme;
  readonly quota: QuotaTable;
  readonly table: QuotaSheet;
}

function drawExplanation(sheet: Worksheet, explained: Explained, warning: string): void {
  const { scheme, quota } = explained;
  const rows = quota.rows.flatMap(({ district, cells }) =>
    scheme.awards.flatMap((award) => {
      const cell = cells.get(award.id);
      return cell ? [explainCell(explained, district, award, cell)] : [];
    }),
  );
  const headings = COLUMNS.map(({ heading }) => heading);
  const texts = rows.map((row) => row.map(({ value }) => (typeof value === 'string' ? value : '')));
  const pen = new SheetPen(
    new ExceljsPage(sheet),
    fitWidths(COLUMNS, [headings, ...texts], LOOK.text.fontSize, printableWidth('landscape')),
  );
  pen.writeLine(titleOfPart('名额计算说明', quota.part), LOOK.title, 36);
  pen.writeLine(`${scheme.quota.table.title}中每一个名额的由来：${explainTable(quota)}计算值不经任何近似。`, LOOK.line);
  const firstRepeated = drawWarning(pen, warning);
  const headingRow = pen.write(headings.map((value) => ({ value, look: LOOK.heading })));
  for (const row of rows) pen.write(row);
  sheet.views = [{ state: 'frozen', ySplit: headingRow, xSplit: 2, showGridLines: false }];
  sheet.autoFilter = { from: { row: headingRow, column: 1 }, to: { row: pen.row - 1, column: COLUMNS.length } };
  setUpPrint(sheet, 'landscape', { first: firstRepeated, last: headingRow });
}

function explainTable({ printedIn }: QuotaTable): string {
  const computed = '基数 × 比例 = 计算值，取整';
  return printedIn === null
    ? `${computed}，再作人工调整。`
    : `名额以${printedIn}印出的为准，只由“名额调整”改变；${computed}，用来说明和核对它。`;
}

function explainCell(
  { scheme, quota, table }: Explained,
  district: District,
  award: Award,
  cell: QuotaCell,
): PenCell[] {
  const { printedIn } = quota;
  const { formula, override, places } = cell;
  const cite = override?.cite ?? formula?.cite ?? null;
  const source = override && !override.cite ? '总名册“名额调整”表' : nameDocument(scheme, cite);
  const address = table.addressOf(district.name, award.id);
  const center = (value: PenCell['value']): PenCell => ({ value, look: LOOK.center });
  const adjusted = override && `${nameSetter(printedIn, cell)} ${places}：${override.reason}`;
  const base = formula && `${printedIn ?? ''}${formula.baseAward ?? '会员单位'}`;
  return [
    center(district.name),
    center(award.name),
    center(base ?? '无计算基数'),
    center(formula?.base ?? '-'),
    center(formula?.ratio ?? '-'),
    center(formula?.exact ?? '-'),
    center(formula ? ROUNDING_NAME[formula.rounding] : '-'),
    center(formula?.rounded ?? '-'),
    { value: adjusted ?? '', look: override ? { ...LOOK.text, tone: 'question' } : LOOK.text },
    { value: address ? { formula: `'${TABLE_SHEET}'!${address}`, result: places } : places, look: LOOK.sum },
    { value: source, look: LOOK.text },
    { value: cite && source === nameDocument(scheme, cite) ? cite.quote : '', look: LOOK.text },
  ];
}
