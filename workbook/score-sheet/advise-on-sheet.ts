/** What a person should look at in a sheet that counts: blanks, hidden parts, sums that say something else. */
import { SHOW_VERY_HIDDEN } from '../../rules/very-hidden.ts';
import { toPoints } from '../../rules/points.ts';
import type { ScoreCategory } from '../../rules/scheme-score-sheet.ts';
import { nameScoreColumn } from '../../rules/score-columns.ts';
import type { ReturnedSheet } from '../../rules/tally/returned-file.ts';
import { countAnswered, readAnswer, type SheetAnswer } from '../../rules/tally/sheet-answer.ts';
import { readAddress } from '../../ooxml/read/cell-address.ts';
import type { ScoreSheetPlace, ScoreSheetWorkbook } from './find-score-sheet.ts';
import { quoteForUser } from '../intake/quote.ts';
import { isScorersCell, tellWhoMends } from './scorer-cells.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import { COLUMN, listInputCells, ROLES, type Role } from './score-sheet-places.ts';
import type { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import type { SheetRemarks } from './sheet-remarks.ts';

export type Inputs = Pick<ReturnedSheet, 'scores' | 'vetoes' | 'unread'>;

/** Adds every warning about a sheet whose inputs were read. */
export function adviseOnSheet(
  workbook: ScoreSheetWorkbook,
  { grid, isOneOfSeveral }: ScoreSheetPlace,
  { layout, inputs }: { readonly layout: ScoreSheetLayout; readonly inputs: Inputs },
  remarks: SheetRemarks,
): void {
  const answer = readAnswer(inputs);
  const blank = listBlank(layout, inputs);
  for (const role of ROLES) {
    if (answer === 'filled' || (answer === 'self-missing' && role === 'association')) {
      adviseOnBlanks(layout, blank, role, remarks);
    }
    adviseOnSums(grid, layout, { role, scores: inputs.scores[role] }, remarks);
  }
  adviseOnAnswer(answer, layout, inputs, remarks);
  adviseOnVetoes(layout, inputs, remarks);
  if (blank.size + inputs.unread.length > 0) adviseOnBesides(workbook, grid, layout, { inputs, blank, remarks });
  adviseOnHiding(workbook, { grid, isOneOfSeveral }, layout, remarks);
  workbook.remarks.forEach((remark, index) => {
    remarks.warn('file-remark', [], () => remark, String(index));
  });
}

/** Addresses of the input cells that hold nothing. */
function listBlank(layout: ScoreSheetLayout, { scores, vetoes, unread }: Inputs): ReadonlySet<string> {
  const values = [...scores.self, ...scores.association, ...vetoes.self, ...vetoes.association];
  const addresses = listInputCells(layout);
  return new Set(addresses.filter((_, at) => (values[at] === null || values[at] === 'open') && !unread.includes(at)));
}

const LONGEST_COMMENT = 30;

interface Unanswered {
  readonly inputs: Inputs;
  readonly blank: ReadonlySet<string>;
  readonly remarks: SheetRemarks;
}

/** Answers in comments and in pictures are no answers: nobody's program reads the one, and nobody may guess at the other. */
function adviseOnBesides(
  workbook: ScoreSheetWorkbook,
  { sheet }: SheetGrid,
  layout: ScoreSheetLayout,
  { inputs, blank, remarks }: Unanswered,
): void {
  const { comments, pictures } = workbook.readBesideCells(sheet.name);
  const unread = new Set(listInputCells(layout).filter((_, at) => inputs.unread.includes(at)));
  for (const [address, comment] of comments) {
    if (!blank.has(address) && !unread.has(address)) continue;
    const said = quoteForUser(comment.replace(/\s+/g, ' ').slice(-LONGEST_COMMENT));
    const message = `${address} 单元格没有得分，而批注里写着${said}；批注不计入，请把得分填进单元格后重新报送。`;
    const told = tellWhoMends(layout, address, message);
    if (isScorersCell(layout, address)) remarks.warn('answer-in-comment', [address], () => told, address);
    else remarks.ask('answer-in-comment', [address], () => told, address);
  }
  if (pictures === 0) return;
  const message = `表上贴有 ${pictures} 张图片，图片里写的内容读不出来、没有计入，请把得分填进单元格后重新报送。`;
  // The stamp of a unit that has answered everything is no answer that it owes.
  const owes = [...blank, ...unread].some((address) => !isScorersCell(layout, address));
  if (owes) remarks.ask('answer-in-picture', [], () => message);
  else
    remarks.warn(
      'answer-in-picture',
      [],
      () => `表上贴有 ${pictures} 张图片，图片里写的内容读不出来、没有计入，请查看。`,
    );
}

/** Rows that somebody has put between those of the form. */
export function adviseOnInserted({ inserted }: ScoreSheetPlace, remarks: SheetRemarks): void {
  if (inserted.length === 0) return;
  const named = inserted.slice(0, 5);
  const rows = `第 ${named.join('、')} 行${inserted.length > 5 ? `等 ${inserted.length} 行` : ''}`;
  remarks.warn(
    'row-inserted',
    [],
    () =>
      `${rows}是另外插入的，写的内容没有计入；其余各行按文字对上发出的评分表读取，其他提示中的单元格都按发出的评分表的位置写。`,
  );
}

function adviseOnAnswer(answer: SheetAnswer, layout: ScoreSheetLayout, inputs: Inputs, remarks: SheetRemarks): void {
  const { headingRow } = layout;
  const { vetoes } = inputs;
  const [self, association] = ROLES.map((role) => `${COLUMN[role]}${headingRow + 1}`);
  if (answer === 'blank') {
    const isUnanswered = [...vetoes.self, ...vetoes.association].every((state) => state === 'open');
    const what = isUnanswered ? '评分表是空白的' : '评分表只答了一票否决项，得分一项也没有填';
    remarks.ask('sheet-blank', [self ?? ''], () => `${what}，按未填处理，请填写后重新报送。`);
  } else if (answer === 'self-missing') {
    const [own, theirs] = [countAnswered(inputs, 'self'), countAnswered(inputs, 'association')];
    const few = own === 0 ? '没有得分' : `只有 ${own} 项得分`;
    remarks.ask(
      'self-missing',
      [association ?? ''],
      () =>
        `${describeColumn(layout, 'association')}已填 ${theirs} 项，而 ${describeColumn(layout, 'self')}${few}，可能填错了栏，请核对是哪一方打的分。`,
    );
  }
}

function adviseOnBlanks(layout: ScoreSheetLayout, blank: ReadonlySet<string>, role: Role, remarks: SheetRemarks): void {
  const scores = [...layout.categories, layout.bonus].flatMap(({ items }) =>
    items.map((item) => item.scoreCells[role]),
  );
  const states = layout.vetoes.map(({ stateCells }) => stateCells[role]);
  const say = role === 'self' ? remarks.ask.bind(remarks) : remarks.warn.bind(remarks);
  if ([...scores, ...states].every((address) => blank.has(address))) {
    const cell = `${COLUMN[role]}${layout.headingRow + 1}`;
    say(`${role}-blank`, [cell], () => `${describeColumn(layout, role)}全部空白，请补填。`);
    return;
  }
  const unscored = scores.filter((address) => blank.has(address));
  if (unscored.length > 0) {
    const column = describeColumn(layout, role);
    say(`${role}-score-blank`, unscored, (cells) => `${column}的 ${cells}没有得分（空白不是 0），请补填。`);
  }
  const open = states.filter((address) => blank.has(address));
  if (open.length > 0) {
    say(`${role}-veto-open`, open, (cells) => `${cells}的一票否决项尚未确认，请核实后补填。`);
  }
}

/** `E 列“内保处/科评分”` */
function describeColumn({ scheme: { scoreSheet } }: ScoreSheetLayout, role: Role): string {
  return `${COLUMN[role]} 列${nameScoreColumn(scoreSheet, role)}`;
}

/** The sheet's own sums are never used; where they differ, what people saw on the screen is not what counts. */
function adviseOnSums(
  grid: SheetGrid,
  layout: ScoreSheetLayout,
  { role, scores }: { readonly role: Role; readonly scores: Inputs['scores'][Role] },
  remarks: SheetRemarks,
): void {
  const { step } = layout.scheme.scoreSheet;
  let from = 0;
  const sum = ({ items }: ScoreCategory) => {
    const own = scores.slice(from, (from += items.length));
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
  { grid: { sheet }, isOneOfSeveral }: Pick<ScoreSheetPlace, 'grid' | 'isOneOfSeveral'>,
  layout: ScoreSheetLayout,
  remarks: SheetRemarks,
): void {
  const rows = sheet.hiddenRows.filter((row) => row <= layout.signatureRow).map((row) => `${COLUMN.category}${row}`);
  if (rows.length > 0) remarks.warn('hidden-rows', rows, (cells) => `${cells}所在的行被隐藏，内容照常计入，请核对。`);
  const lastColumn = readAddress(`${COLUMN.associationSum}1`)?.column ?? 0;
  if (sheet.hiddenColumns.some(({ first }) => first <= lastColumn)) {
    remarks.warn('hidden-columns', [], () => '评分表中有列被隐藏，内容照常计入，请核对。');
  }
  const namesOf = (hidden: 'hidden' | 'veryHidden') =>
    workbook.sheets.filter(({ state }) => state === hidden).map(({ name }) => quoteForUser(name));
  const hidden = namesOf('hidden');
  if (hidden.length > 0) remarks.warn('hidden-sheets', [], () => `工作表${hidden.join('、')}被隐藏，请核对。`);
  const deep = namesOf('veryHidden');
  if (deep.length > 0) {
    const message = `工作表${deep.join('、')}被深度隐藏，“取消隐藏”里找不到，要看请${SHOW_VERY_HIDDEN}。`;
    remarks.warn('hidden-sheets', [], () => message, 'deep');
  }
  const others = workbook.sheets.filter(({ name }) => name !== sheet.name).map(({ name }) => quoteForUser(name));
  if (others.length > 0 && !isOneOfSeveral) {
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
