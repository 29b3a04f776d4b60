/** 汇总, the first sheet: what came back, and every district in figures. */
import { toPoints } from '../../rules/points.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import type { DistrictTally } from '../../rules/tally/district-tally.ts';
import { tellUnscored } from '../../rules/tally/unscored.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LOOK, type Look } from '../draw/cell-looks.ts';
import type { ListWorkbook, WrittenPage } from '../draw/list-workbook.ts';
import { printableWidth } from '../draw/print-setup.ts';
import type { PenCell } from '../draw/page.ts';
import { SheetPen, sumFormula } from '../draw/sheet-pen.ts';
import { drawWarning } from '../draw/sheet-lines.ts';
import { addDataBar } from './draw-table.ts';
import type { TallyTable } from './tally-table.ts';

export const OVERVIEW_SHEET = '汇总';
/** The cells right of these say what the summary is of; the next tally reads them back. */
export const IDENTITY_LABEL = { scheme: '方案编号', blank: '评分表指纹' } as const;

const COLUMNS = [
  { heading: '所属', share: 1.1 },
  { heading: '应报\n单位', share: 0.9 },
  { heading: '已计入', share: 0.9 },
  { heading: '未填', share: 0.8 },
  { heading: '待确认', share: 0.8 },
  { heading: '重复\n待定', share: 0.8 },
  { heading: '已退回', share: 0.8 },
  { heading: '未交', share: 0.8 },
  { heading: '计入率', share: 1.6, barTo: 1, numFmt: '0.0%' },
  { heading: '评分\n完整', share: 0.9 },
  { heading: '平均分', share: 1.6, barTo: 100, numFmt: '0.0' },
  { heading: '中位数', share: 0.9, numFmt: '0.0' },
  { heading: '标准差', share: 0.9, numFmt: '0.0' },
  { heading: '达到\n资格线', share: 0.9 },
  { heading: '达线率', share: 1.6, barTo: 1, numFmt: '0.0%' },
  { heading: '具备\n资格', share: 0.9 },
  { heading: '名额', share: 0.8 },
  { heading: '偏离', share: 1 },
] as const;

const MARK_WORDS = { high: '偏高', low: '偏低' } as const;
const SMALL: Look = { ...LOOK.center, fontSize: 9.5 };

interface OverviewAround {
  /** The layout's fingerprint. */
  readonly blank: string;
  /** How many entries were ignored. */
  readonly ignored: number;
  /** What stands on the sheets behind it. */
  readonly tables: readonly Pick<TallyTable, 'sheetName' | 'purpose' | 'rowCount'>[];
}

export function drawOverview(
  workbook: ListWorkbook,
  tally: Tally,
  { blank, ignored, tables }: OverviewAround,
  warning: string,
): void {
  const sheet = workbook.addPage(OVERVIEW_SHEET);
  const unit = printableWidth('landscape') / COLUMNS.reduce((sum, { share }) => sum + share, 0);
  const pen = new SheetPen(
    sheet,
    COLUMNS.map(({ share }) => share * unit),
  );
  pen.writeLine('评分表汇总', LOOK.title, 34);
  pen.writeLine(tally.scheme.title, LOOK.subtitle, 22);
  drawWarning(pen, warning);
  drawCounts(pen, tally, ignored);
  const unscored = tellUnscored(tally);
  if (unscored !== null) pen.writeLine(unscored, { ...LOOK.line, fontSize: 9.5, tone: 'question' });
  pen.skip(8);
  const headingRow = drawDistricts(pen, sheet, tally);
  drawContents(pen, tables);
  drawNotes(pen, tally);
  for (const [label, value] of [
    [IDENTITY_LABEL.scheme, tally.scheme.id],
    [IDENTITY_LABEL.blank, blank],
  ] as const) {
    pen.write([
      { value: label, look: { ...LOOK.line, fontSize: 9 }, span: 2 },
      { value, look: { ...LOOK.line, fontSize: 9 }, span: COLUMNS.length - 2 },
    ]);
  }
  sheet.setUp({ orientation: 'landscape', frozenRows: headingRow, frozenColumns: 1, pagesHigh: 1 });
}

/** Large figures on top: files on the left, units on the right. */
function drawCounts(pen: SheetPen, { accepted, rejected, all }: Tally, ignored: number): void {
  const withWarnings = accepted.filter(({ warnings }) => warnings.length > 0).length;
  const counts = [
    ['收到文件', accepted.length + rejected.length],
    ['接受', accepted.length - withWarnings],
    ['接受但有提示', withWarnings],
    ['退回', rejected.length],
    ['忽略（未读取）', ignored],
    ['应报单位', all.expected],
    ['已计入单位', all.states.counted],
    ['未填单位', all.states.blank],
    ['未交单位', all.states.missing],
  ] as const;
  const span = COLUMNS.length / counts.length;
  const tones = { 退回: 'violation', 未填单位: 'question', 未交单位: 'question', 接受但有提示: 'question' } as const;
  pen.write(
    counts.map(([value]) => ({ value, look: { ...LOOK.group, fontSize: 9.5, align: 'center' }, span })),
    20,
  );
  pen.write(
    counts.map(([label, value]): PenCell => {
      const tone = value > 0 && label in tones ? tones[label as keyof typeof tones] : undefined;
      return { value, look: { ...LOOK.sum, fontSize: 15, tone }, span };
    }),
    30,
  );
}

function drawDistricts(pen: SheetPen, page: WrittenPage, { districts, all }: Tally): number {
  const headingRow = pen.write(
    COLUMNS.map(({ heading }) => ({ value: heading, look: { ...LOOK.heading, fontSize: 9.5 } })),
    28,
  );
  const first = pen.row;
  for (const district of districts) pen.write(districtCells(district), 17);
  const last = pen.row - 1;
  COLUMNS.forEach((column, index) => {
    if (!('barTo' in column)) return;
    const letters = columnLetters(index + 1);
    addDataBar(page, `${letters}${first}:${letters}${last}`, column.barTo);
  });
  const summed = new Set([
    '应报\n单位',
    '已计入',
    '未填',
    '待确认',
    '重复\n待定',
    '已退回',
    '未交',
    '评分\n完整',
    '达到\n资格线',
    '具备\n资格',
    '名额',
  ]);
  const cells = districtCells(all).map((cell, index): PenCell => {
    const bold = { ...cell, look: { ...cell.look, bold: true } };
    if (typeof cell.value !== 'number' || !summed.has(COLUMNS[index]?.heading ?? '')) return bold;
    return { ...bold, value: sumFormula(index + 1, first, last, cell.value) };
  });
  pen.write(cells, 20);
  return headingRow;
}

function districtCells(tally: DistrictTally): PenCell[] {
  const { states, expected, scored, reaching, mark } = tally;
  const values: (string | number | null)[] = [
    tally.district,
    expected,
    states.counted,
    states.blank,
    states.unconfirmed,
    states.undecided,
    states.rejected,
    states.missing,
    share(states.counted, expected),
    scored,
    round(tally.mean),
    round(tally.median),
    round(tally.spread),
    reaching,
    share(reaching, scored),
    tally.eligible,
    tally.places,
    mark && MARK_WORDS[mark],
  ];
  const tones: Readonly<Record<number, Look['tone']>> = {
    3: states.blank > 0 ? 'question' : undefined,
    4: states.unconfirmed > 0 ? 'question' : undefined,
    5: states.undecided > 0 ? 'question' : undefined,
    6: states.rejected > 0 ? 'violation' : undefined,
    7: states.missing > 0 ? 'question' : undefined,
    17: mark ? 'violation' : undefined,
  };
  return values.map((value, index) => {
    const column = COLUMNS[index];
    const numFmt = column && 'numFmt' in column ? column.numFmt : undefined;
    return { value, look: { ...SMALL, numFmt, tone: tones[index] } };
  });
}

/** Entries of the contents side by side, and how many columns the name of one takes. */
const CONTENTS = { beside: 2, name: 3 };

/** What each of the other sheets is for, and how much stands on it. */
function drawContents(pen: SheetPen, tables: OverviewAround['tables']): void {
  const span = COLUMNS.length / CONTENTS.beside;
  pen.skip(6);
  pen.writeLine('后面各表', { ...LOOK.section, fontSize: 10.5 }, 18);
  for (let at = 0; at < tables.length; at += CONTENTS.beside) {
    const cells = tables.slice(at, at + CONTENTS.beside).flatMap(({ sheetName, purpose, rowCount }): PenCell[] => [
      { value: `${sheetName}（${rowCount} 行）`, look: { ...LOOK.group, fontSize: 9.5 }, span: CONTENTS.name },
      { value: purpose, look: { ...LOOK.text, fontSize: 9.5 }, span: span - CONTENTS.name },
    ]);
    pen.write(cells, 17);
  }
}

function drawNotes(pen: SheetPen, { scheme: { scoreSheet } }: Tally): void {
  const line = toPoints(scoreSheet.threshold.value, scoreSheet.step.value);
  const notes = [
    `平均分、中位数、标准差、达线率都按“${scoreSheet.columns.basic.association}”的基本得分，只统计各项填写完整的单位；资格线是基本得分 ${line} 分，具备资格还须一票否决项均确认未发生。`,
    '“偏离”：某所属的平均分与其他所属相差太远时标出。先取其他各所属平均分的中位数，再取它们与它相差的中位数（MAD）；某所属与它相差超过 3 倍 1.4826×MAD（不足 1 分按 1 分）的标“偏高”或“偏低”。评分完整的不足 5 家的所属不参与比较。标出只说明尺度可能不同，须由人查看。',
    '收到文件 = 接受 + 接受但有提示 + 退回；应报单位 = 已计入 + 未填（交来的表没有得分）+ 待确认 + 重复待定 + 已退回 + 未交。退回的原因、提示和每个数字的来源见后面各表。',
  ];
  pen.skip(6);
  for (const note of notes) pen.writeLine(note, { ...LOOK.line, fontSize: 9.5 });
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
