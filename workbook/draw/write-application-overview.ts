/** 材料汇总: how every application stands, whom to call first, and the questions that are still open as rows for the master roster. */
import {
  countItems,
  describeLack,
  listOpenQuestions,
  sortByUrgency,
  type ApplicationFile,
} from '../../rules/application-file.ts';
import { describeGaps, type Gap } from '../../rules/incomplete-base.ts';
import { hideIdNumbers } from '../../rules/id-number.ts';
import { showName } from '../../rules/publishable.ts';
import type { Facts } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { sheetsOf } from '../../rules/sheets.ts';
import { writeRosterTable } from '../roster/write-master-roster.ts';
import { LOOK, toned, type Tone } from './cell-looks.ts';
import { center, drawList, text } from './draw-list.ts';
import { ListWorkbook } from './list-workbook.ts';
import type { DrawnPage, PenCell } from './page.ts';
import { sumFormula, type SheetPen } from './sheet-pen.ts';
import { markUnfinished } from './sheet-lines.ts';

const COUNTS = [
  { heading: '应交', key: 'all', tone: undefined },
  { heading: '已交', key: 'present', tone: undefined },
  { heading: '缺', key: 'missing', tone: 'violation' },
  { heading: '不合要求', key: 'faulty', tone: 'violation' },
  { heading: '未登记', key: 'unregistered', tone: 'question' },
  { heading: '免交', key: 'waived', tone: undefined },
] as const satisfies readonly { heading: string; key: keyof ReturnType<typeof countItems>; tone: Tone | undefined }[];

/** As far as the scheme asks for materials. */
type CountColumns = readonly (typeof COUNTS)[number][];

const FIXED_COLUMNS = [
  { heading: '序号', min: 32, max: 32 },
  { heading: '申报编号', min: 52, max: 70 },
  { heading: '奖项', min: 70, max: 110 },
  { heading: '单位', min: 100, max: 170 },
  { heading: '姓名', min: 40, max: 60 },
  { heading: '联系电话', min: 70, max: 80 },
] as const;
const FIRST_COUNT = FIXED_COLUMNS.length + 1;
const LAST_COLUMNS = [
  { heading: '待确认', min: 40, max: 40 },
  { heading: '缺什么', min: 120, max: 260 },
] as const;

export function writeApplicationOverview(
  scheme: Scheme,
  files: readonly ApplicationFile[],
  gaps: readonly Gap[],
): Promise<Uint8Array> {
  const workbook = new ListWorkbook(`${scheme.title}材料汇总`);
  drawOverview(workbook.addPage('汇总'), scheme, sortByUrgency(files), describeGaps(gaps));
  if (sheetsOf(scheme).includes('confirmations')) {
    const rows = files.flatMap(listWaitingRows);
    const page = writeRosterTable(workbook, { scheme, key: 'confirmations', name: '待确认' }, rows);
    // Its rows are copied into the roster, so nothing else stands in it.
    if (gaps.length > 0) markUnfinished(page);
  }
  return workbook.finish();
}

/** Rows for 人工确认. A question that has a row there already is answered in that row; a second one would be a fault. */
function listWaitingRows(file: ApplicationFile): Facts[] {
  return listOpenQuestions(file)
    .filter(({ row }) => row === null)
    .map(
      ({ condition }): Facts =>
        new Map([
          ['申报编号', hideIdNumbers(file.check.nominee.application)],
          ['条件', condition.demand],
        ]),
    );
}

function drawOverview(sheet: DrawnPage, scheme: Scheme, files: readonly ApplicationFile[], warning: string): void {
  const counts = scheme.materials ? COUNTS : [];
  const columns = [...FIXED_COLUMNS, ...counts.map(({ heading }) => ({ heading, min: 38, max: 38 })), ...LAST_COLUMNS];
  const about = `${scheme.title}。欠交最多的排在最前，先同他们联系；其后是尚未登记的、有待确认的。各项见该申报的清单。`;
  const title = scheme.materials ? '申报材料汇总' : '人工确认汇总';
  const rows = files.map((file, index) => drawRow(file, index, counts));
  const pen = drawList(sheet, { title, about, warning }, columns, rows);
  if (files.length > 0) drawSums(pen, files, counts);
}

function drawRow(file: ApplicationFile, index: number, shown: CountColumns): PenCell[] {
  const { nominee, award, unit } = file.check;
  const counts = countItems(file);
  const open = listOpenQuestions(file).length;
  return [
    center(index + 1),
    center(hideIdNumbers(nominee.application)),
    text(award.shortName),
    text(showName(unit?.name ?? nominee.unitName, file.check)),
    text(award.recipient === 'person' ? showName(nominee.name, file.check) : ''),
    text(String(nominee.facts.get('联系电话') ?? '')),
    ...shown.map(({ key, tone }): PenCell => drawCount(counts[key], tone)),
    drawCount(open, 'question'),
    text(describeLack(file)),
  ];
}

/** Nothing is left blank, so that the rest stands out. */
function drawCount(count: number, tone: Tone | undefined): PenCell {
  return count > 0 ? { value: count, look: toned(LOOK.center, tone) } : { value: null, look: LOOK.center };
}

function drawSums(pen: SheetPen, files: readonly ApplicationFile[], shown: CountColumns): void {
  const lastRow = pen.row - 1;
  const firstRow = lastRow - files.length + 1;
  const totals = [
    ...shown.map(({ key }) => files.reduce((sum, file) => sum + countItems(file)[key], 0)),
    files.reduce((sum, file) => sum + listOpenQuestions(file).length, 0),
  ];
  pen.write(
    [
      { value: '合计', look: LOOK.sum, span: FIRST_COUNT - 1 },
      ...totals.map((total, index) => ({
        value: sumFormula(FIRST_COUNT + index, firstRow, lastRow, total),
        look: LOOK.sum,
      })),
      { value: '', look: LOOK.sum },
    ],
    22,
  );
}
