/** 等级评定报告: the grade of every application, why, what the next grade lacks, and what the annual report changes. */
import { listGrades } from '../../rules/grading/grade-application.ts';
import { hideIdNumbers } from '../../rules/id-number.ts';
import { describeGaps, listGaps } from '../../rules/incomplete-base.ts';
import { drawGaps, drawGradeReasons } from './grade-report-reasons.ts';
import { drawOutcomes, drawPoints, drawReports } from './grade-report-results.ts';
import { drawGradeSummary } from './grade-report-summary.ts';
import type { GradeReport } from './grade-report.ts';
import { ListWorkbook } from './list-workbook.ts';

/** The report on the roster that was read from `sourceFileName`. It holds no ID number. */
export function writeGradeReport(report: GradeReport, sourceFileName: string): Promise<Uint8Array> {
  const { scheme, grading, check } = report;
  const drawn = { ...report, warning: describeGaps(listGaps(check, 'report')) };
  const workbook = new ListWorkbook(`${scheme.title}报告`);
  const grades = listGrades(check.index, grading);
  drawGradeSummary(workbook.addPage('汇总'), drawn, grades, hideIdNumbers(sourceFileName));
  drawOutcomes(workbook.addPage('评定结果'), drawn);
  drawGradeReasons(workbook.addPage('理由'), drawn);
  drawGaps(workbook.addPage('差距'), drawn, grades);
  drawReports(workbook.addPage('年报调整'), drawn);
  drawPoints(workbook.addPage('积分'), drawn, grades);
  return workbook.finish();
}
