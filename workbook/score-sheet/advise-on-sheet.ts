/** What a person should look at in a sheet that counts: blanks, hidden parts, sums that say something else. */
import type { VetoState } from '../../rules/master-roster.ts';
import { toPoints } from '../../rules/points.ts';
import type { ScoreCategory } from '../../rules/scheme.ts';
import { nameScoreColumn } from '../../rules/score-columns.ts';
import type { ReturnedSheet } from '../../rules/tally/returned-file.ts';
import { countScored, readAnswer, type SheetAnswer } from '../../rules/tally/sheet-answer.ts';
import { readAddress } from '../../ooxml/read/cell-address.ts';
import type { ScoreSheetWorkbook } from './find-score-sheet.ts';
import { quoteForUser } from '../intake/quote.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import { COLUMN, ROLES, type Role } from './score-sheet-places.ts';
import type { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { SheetRemarks } from './sheet-remarks.ts';

type Inputs = Pick<ReturnedSheet, 'scores' | 'vetoes'>;

/** Adds every warning about a sheet whose inputs were read without a fault. */
export function adviseOnSheet(
  workbook: ScoreSheetWorkbook,
  grid: SheetGrid,
  layout: ScoreSheetLayout,
  inputs: Inputs,
  remarks: SheetRemarks,
): void {
  const answer = readAnswer(inputs);
  for (const role of ROLES) {
    if (answer === 'filled' || (answer === 'self-missing' && role === 'association')) {
      adviseOnBlanks(layout, inputs, role, remarks);
    }
    adviseOnSums(grid, layout, inputs, role, remarks);
  }
  adviseOnAnswer(answer, layout, inputs, remarks);
  adviseOnVetoes(layout, inputs, remarks);
  adviseOnHiding(workbook, grid, layout, remarks);
}

function adviseOnAnswer(
  answer: SheetAnswer,
  layout: ScoreSheetLayout,
  { scores, vetoes }: Inputs,
  remarks: SheetRemarks,
): void {
  const { headingRow } = layout;
  const [self, association] = ROLES.map((role) => `${COLUMN[role]}${headingRow + 1}`);
  if (answer === 'blank') {
    const isUnanswered = [...vetoes.self, ...vetoes.association].every((state) => state === 'open');
    const what = isUnanswered ? '评分表是空白的' : '评分表只答了一票否决项，得分一项也没有填';
    remarks.warn('sheet-blank', [self ?? ''], () => `${what}，按未填处理，请填写后重新报送。`);
  } else if (answer === 'self-missing') {
    const [own, theirs] = [countScored(scores.self), countScored(scores.association)];
    const few = own === 0 ? '没有得分' : `只有 ${own} 项得分`;
    remarks.warn(
      'self-missing',
      [association ?? ''],
      () =>
        `${describeColumn(layout, 'association')}已填 ${theirs} 项，而 ${describeColumn(layout, 'self')}${few}，可能填错了栏，请核对是哪一方打的分，见“待确认”表。`,
    );
  }
}

function adviseOnBlanks(layout: ScoreSheetLayout, { scores, vetoes }: Inputs, role: Role, remarks: SheetRemarks): void {
  if (isUntouched(scores[role], vetoes[role])) {
    const cell = `${COLUMN[role]}${layout.headingRow + 1}`;
    remarks.warn(`${role}-blank`, [cell], () => `${describeColumn(layout, role)}全部空白，请补填。`);
    return;
  }
  const places = layout.categories.flatMap(({ items }) => items);
  const blank = places.filter((_, index) => scores[role][index] === null).map(({ scoreCells }) => scoreCells[role]);
  if (blank.length > 0) {
    remarks.warn(
      `${role}-score-blank`,
      blank,
      (cells) => `${describeColumn(layout, role)}的 ${cells}没有得分（空白不是 0），请补填。`,
    );
  }
  const open = layout.vetoes.filter((_, index) => vetoes[role][index] === 'open').map((veto) => veto.stateCells[role]);
  if (open.length > 0) {
    remarks.warn(`${role}-veto-open`, open, (cells) => `${cells}的一票否决项尚未确认，请核实后补填。`);
  }
}

/** `E 列“内保处/科评分”` */
function describeColumn({ scheme: { scoreSheet } }: ScoreSheetLayout, role: Role): string {
  return `${COLUMN[role]} 列${nameScoreColumn(scoreSheet, role)}`;
}

function isUntouched(scores: readonly (number | null)[], vetoes: readonly VetoState[]): boolean {
  return scores.every((score) => score === null) && vetoes.every((state) => state === 'open');
}

/** The sheet's own sums are never used; where they differ, what people saw on the screen is not what counts. */
function adviseOnSums(
  grid: SheetGrid,
  layout: ScoreSheetLayout,
  { scores }: Inputs,
  role: Role,
  remarks: SheetRemarks,
): void {
  const { step } = layout.scheme.scoreSheet;
  let from = 0;
  const sum = ({ items }: ScoreCategory) => {
    const own = scores[role].slice(from, (from += items.length));
    return own.reduce<number>((total, score) => total + (score ?? 0), 0);
  };
  const basic = layout.categories.reduce((total, { category }) => total + sum(category), 0);
  const bonus = sum(layout.bonus.category);
  for (const [address, steps] of [
    [layout.basicCells[role], basic],
    [layout.bonusCells[role], bonus],
  ] as const) {
    const cell = grid.get(address);
    if (cell?.kind !== 'number' || cell.value === toPoints(steps, step.value)) continue;
    remarks.warn(
      'stored-sum-differs',
      [address],
      (cells) => `${cells}中保存的合计与各项得分之和不符，已按各项得分计算，请核对。`,
    );
  }
}

function adviseOnVetoes(layout: ScoreSheetLayout, { vetoes }: Inputs, remarks: SheetRemarks): void {
  const differ = layout.vetoes.filter((_, index) => {
    const [self, association] = [vetoes.self[index], vetoes.association[index]];
    return self !== association && self !== 'open' && association !== 'open';
  });
  if (differ.length === 0) return;
  const cells = differ.map(({ stateCells }) => stateCells.association);
  remarks.warn('veto-disagrees', cells, (names) => `${names}的一票否决项评分方与单位所填不同，以评分方为准，请核对。`);
}

function adviseOnHiding(
  workbook: ScoreSheetWorkbook,
  { sheet }: SheetGrid,
  layout: ScoreSheetLayout,
  remarks: SheetRemarks,
): void {
  const rows = sheet.hiddenRows.filter((row) => row <= layout.signatureRow).map((row) => `${COLUMN.category}${row}`);
  if (rows.length > 0) remarks.warn('hidden-rows', rows, (cells) => `${cells}所在的行被隐藏，内容照常计入，请核对。`);
  const lastColumn = readAddress(`${COLUMN.associationSum}1`)?.column ?? 0;
  if (sheet.hiddenColumns.some(({ first }) => first <= lastColumn)) {
    remarks.warn('hidden-columns', [], () => '评分表中有列被隐藏，内容照常计入，请核对。');
  }
  const hidden = workbook.sheets.filter(({ state }) => state !== 'visible').map(({ name }) => quoteForUser(name));
  if (hidden.length > 0) remarks.warn('hidden-sheets', [], () => `工作表${hidden.join('、')}被隐藏，请核对。`);
  const others = workbook.sheets.filter(({ name }) => name !== sheet.name).map(({ name }) => quoteForUser(name));
  if (others.length > 0) {
    remarks.warn(
      'extra-sheets',
      [],
      () => `文件另有工作表${others.slice(0, 5).join('、')}，未读取，请查看是否需要处理。`,
    );
  }
}

/** After everything has been read. */
export function adviseOnControls({ cleaned }: SheetGrid, remarks: SheetRemarks): void {
  if (cleaned.size === 0) return;
  remarks.warn(
    'control-character',
    [...cleaned],
    (cells) => `${cells}里有看不见的控制字符，已按换行读取或去掉，请核对。`,
  );
}
