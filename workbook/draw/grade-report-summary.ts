/** 汇总: the first sheet of a grade report, to read in a minute. */
import { groupBy } from '../../rules/group-by.ts';
import type { GradeChange, GradeResult } from '../../rules/grading/result.ts';
import type { Award } from '../../rules/scheme.ts';
import { LOOK } from './cell-looks.ts';
import { CHANGE_WORDS, matterOf } from './grade-report-words.ts';
import { printableWidth } from './print-setup.ts';
import { OUTCOMES, outcomeOf } from './report-outcome.ts';
import { heading, ROW_HEIGHT, section } from './report-section.ts';
import type { DrawnPage } from './page.ts';
import { SheetPen, sumFormula } from './sheet-pen.ts';
import { tellPrintedSheets } from './report-sheets.ts';
import { drawWarning } from './sheet-lines.ts';
import type { DrawnReport } from './grade-report.ts';

const COLUMNS = 6;

export function drawGradeSummary(
  sheet: DrawnPage,
  report: DrawnReport,
  grades: readonly Award[],
  sourceFileName: string,
): void {
  const page = printableWidth('portrait');
  const pen = new SheetPen(
    sheet,
    Array.from({ length: COLUMNS }, () => page / COLUMNS),
  );
  const open = report.results.filter(({ settled }) => !settled).length;
  pen.writeLine('等级评定报告', LOOK.title, 36);
  pen.writeLine(report.scheme.title, LOOK.subtitle, 24);
  const repeated = drawWarning(pen, report.warning);
  pen.writeLine(`评定对象：${sourceFileName}`, LOOK.line);
  pen.writeLine(
    `申请 ${report.results.length} 件，其中 ${open} 件还有待确认的事项。每件的结果见“评定结果”，每一项理由见“理由”，还差什么见“差距”。`,
    LOOK.line,
  );
  pen.writeLine(tellPrintedSheets('grade'), LOOK.line);
  pen.writeLine(`依据：${report.scheme.documents.map(({ title }) => `《${title}》`).join('、')}`, LOOK.line);
  drawGrades(pen, report, grades);
  drawMatters(pen, report);
  drawChanges(pen, report);
  sheet.setUp({
    orientation: 'portrait',
    titleRows: report.warning === '' ? undefined : { first: repeated, last: repeated },
  });
}

function drawGrades(pen: SheetPen, { results, certificates }: DrawnReport, grades: readonly Award[]): void {
  section(pen, '一、各等级的申请');
  const rows = [...grades, null].map((grade): [string, ...number[]] => [
    grade?.shortName ?? '无等级',
    count(results, ({ applied }) => applied === grade),
    count(results, ({ reached }) => reached === grade),
    count(results, ({ outcome, settled }) => outcome === grade && settled),
    count(results, ({ outcome, settled }) => outcome === grade && !settled),
    count(results, ({ applied, nominee }) => applied === grade && certificates.has(nominee)),
  ]);
  drawCounts(pen, ['等级', '申报', '达到标准', '评定结果', '待确认', '有验证码'], rows);
}

function drawMatters(pen: SheetPen, { grading, results, check }: DrawnReport): void {
  section(pen, '二、各事项的资格审查');
  const checks = new Map(check.nominees.map((each) => [each.nominee, each]));
  const byMatter = groupBy(results, (result) => matterOf(grading, result) || '没有填写');
  const rows = [...byMatter].map(([matter, ofMatter]): [string, ...number[]] => {
    const outcomes = ofMatter.map(({ nominee }) => {
      const checked = checks.get(nominee);
      return checked ? outcomeOf(checked) : 'refused';
    });
    return [matter, ofMatter.length, ...OUTCOMES.map(({ id }) => outcomes.filter((each) => each === id).length)];
  });
  drawCounts(pen, ['事项', '申请', ...OUTCOMES.map(({ word }) => word)], rows);
}

function drawChanges(pen: SheetPen, { grading, results }: DrawnReport): void {
  section(pen, '三、等级的变化');
  const changes = Object.keys(CHANGE_WORDS) as GradeChange[];
  const byMatter = groupBy(results, (result) => matterOf(grading, result) || '没有填写');
  const rows = [...byMatter].map(([matter, ofMatter]): [string, ...number[]] => [
    matter,
    ...changes.map((change) => count(ofMatter, (result) => result.change === change)),
  ]);
  drawCounts(pen, ['事项', ...changes.map((change) => CHANGE_WORDS[change])], rows);
}

/** A table of counts with their sums. */
function drawCounts(
  pen: SheetPen,
  headings: readonly string[],
  rows: readonly (readonly [string, ...number[]])[],
): void {
  heading(pen, headings, []);
  const first = pen.row;
  for (const [name, ...counts] of rows) {
    pen.write(
      [{ value: name, look: LOOK.center }, ...counts.map((value) => ({ value, look: LOOK.center }))],
      ROW_HEIGHT,
    );
  }
  const last = pen.row - 1;
  const sums = headings.slice(1).map((_, index) => {
    const total = rows.reduce((sum, row) => sum + Number(row[index + 1] ?? 0), 0);
    return { value: sumFormula(index + 2, first, last, total), look: LOOK.sum };
  });
  pen.write([{ value: '合计', look: LOOK.sum }, ...sums], ROW_HEIGHT);
}

function count(results: readonly GradeResult[], holds: (result: GradeResult) => boolean): number {
  return results.filter(holds).length;
}
