/** 评定结果, 年报调整 and 积分: one row an application. */
import { certificateUntil, readCertificateCells } from '../../rules/certificate.ts';
import type { Citation } from '../../rules/citation.ts';
import { explainResult } from '../../rules/grading/explain.ts';
import { listScales, readPoints, type PointRow, type PointScale } from '../../rules/grading/points.ts';
import { describeResting, listResting } from '../../rules/resting-decisions.ts';
import { listChosen } from '../../rules/review.ts';
import type { Award } from '../../rules/scheme.ts';
import { LOOK, toned } from './cell-looks.ts';
import { center, drawList, text } from './draw-list.ts';
import {
  answerCell,
  changeCell,
  gradeCell,
  makeUnitNamer,
  matterOf,
  nameClause,
  outcomeCell,
} from './grade-report-words.ts';
import { OUTCOMES, outcomeOf } from './report-outcome.ts';
import type { DrawnPage, PenCell } from './page.ts';
import type { DrawnReport } from './grade-report.ts';

const OUTCOME_COLUMNS = [
  { heading: '序号', min: 30, max: 30 },
  { heading: '申报编号', min: 54, max: 66 },
  { heading: '单位', min: 90, max: 150 },
  { heading: '事项', min: 44, max: 54 },
  { heading: '申报', min: 34, max: 34 },
  { heading: '达到', min: 34, max: 34 },
  { heading: '可能达到', min: 34, max: 34 },
  { heading: '原等级', min: 34, max: 34 },
  { heading: '评定结果', min: 48, max: 48 },
  { heading: '变化', min: 40, max: 40 },
  { heading: '资格审查', min: 46, max: 46 },
  { heading: '说明', min: 90, max: 170 },
  { heading: '证书编号', min: 64, max: 84 },
  { heading: '发证日期', min: 62, max: 62 },
  { heading: '有效期至', min: 62, max: 62 },
  { heading: '验证码', min: 122, max: 122 },
] as const;

/** 评定结果: the register of applications and their certificates. */
export function drawOutcomes(sheet: DrawnPage, { grading, check, results, certificates, warning }: DrawnReport): void {
  const checks = new Map(check.nominees.map((each) => [each.nominee, each]));
  const nameUnit = makeUnitNamer(check);
  const rows = results.map((result, index): PenCell[] => {
    const { nominee, applied, reached, possible, held } = result;
    const { number, issued } = readCertificateCells(grading.certificate, nominee);
    const checked = checks.get(nominee);
    const verdict = checked && OUTCOMES.find(({ id }) => id === outcomeOf(checked));
    return [
      center(index + 1),
      center(nominee.application),
      text(nameUnit(result)),
      center(matterOf(grading, result)),
      applied ? gradeCell(applied) : center(nominee.award),
      gradeCell(reached),
      gradeCell(possible),
      gradeCell(held),
      outcomeCell(result),
      changeCell(result),
      { value: verdict?.word ?? '', look: toned(LOOK.center, verdict?.tone) },
      text(explainResult(result)),
      center(number),
      center(issued),
      center(certificateUntil(grading, nominee) ?? ''),
      center(certificates.get(nominee)?.code ?? ''),
    ];
  });
  const about =
    '“达到”是各项标准全部符合的最高等级，“可能达到”是待确认的事项确认以后可能达到的更高等级；“评定结果”是扣除降级、取消事由以后的等级。只有资格审查通过、评定结果与申报一致的才发证书。';
  const chosen = listChosen(check.nominees, 'certificate');
  const decided = describeResting(chosen, listResting(check, 'certificate'), '通过审查');
  drawList(sheet, { title: '等级评定结果', about, warning, decided }, OUTCOME_COLUMNS, rows);
}

const REPORT_COLUMNS = [
  { heading: '序号', min: 30, max: 30 },
  { heading: '申报编号', min: 54, max: 70 },
  { heading: '单位', min: 110, max: 180 },
  { heading: '原等级', min: 44, max: 44 },
  { heading: '手续', min: 56, max: 56 },
  { heading: '达到', min: 44, max: 44 },
  { heading: '调整后', min: 56, max: 56 },
  { heading: '变化', min: 44, max: 44 },
  { heading: '说明', min: 130, max: 260 },
  { heading: '依据及原文', min: 110, max: 230 },
] as const;

/** 年报调整: what each annual report changes by itself. */
export function drawReports(sheet: DrawnPage, { scheme, grading, check, results, warning }: DrawnReport): void {
  const nameUnit = makeUnitNamer(check);
  const reports = results.filter(({ kind }) => kind === 'report');
  const { annualReport } = grading.matter;
  const quote = (cite: Citation) => `${nameClause(scheme, cite)}：“${cite.quote}”`;
  const rows = reports.map((result, index): PenCell[] => {
    const { nominee, held, formalities, reached, downgrades, revocations } = result;
    const cites = [annualReport.cite, ...[...downgrades, ...revocations].map(({ cite }) => cite)];
    return [
      center(index + 1),
      center(nominee.application),
      text(nameUnit(result)),
      gradeCell(held),
      answerCell(formalities.answer),
      gradeCell(reached),
      outcomeCell(result),
      changeCell(result),
      text(explainResult(result)),
      text(cites.map(quote).join('；')),
    ];
  });
  const about = `共 ${reports.length} 件${annualReport.value}。调整后的等级与推荐名单的“奖项”不同的，先更正“奖项”，再出证书。`;
  drawList(sheet, { title: `${annualReport.value}调整`, about, warning }, REPORT_COLUMNS, rows);
}

const POINT_COLUMNS = [
  { heading: '序号', min: 30, max: 30 },
  { heading: '申报编号', min: 54, max: 80 },
  { heading: '单位', min: 120, max: 220 },
  { heading: '事项', min: 50, max: 60 },
] as const;

/** 积分: the points of each source, apart, and the grade that their sum reaches by itself. */
export function drawPoints(
  sheet: DrawnPage,
  { grading, check, results, warning }: DrawnReport,
  grades: readonly Award[],
): void {
  const nameUnit = makeUnitNamer(check);
  const scales = listScales(grades);
  const rows = results
    .map((result) => ({ result, points: scales.map((scale) => readPoints(scale, result)) }))
    .filter(({ points }) => points.some((each) => each !== null))
    .map(({ result, points }, index): PenCell[] => [
      center(index + 1),
      center(result.nominee.application),
      text(nameUnit(result)),
      center(matterOf(grading, result)),
      ...scales.flatMap((scale, position) => pointCells(scale, points[position] ?? null)),
    ]);
  const columns = scales.flatMap(({ headings }) => [
    ...[...headings, '合计', '积分达到'].map((heading) => ({ heading, min: 50, max: 80 })),
    { heading: '到更高一级', min: 60, max: 100 },
  ]);
  drawList(sheet, { title: '积分明细', about: describeScales(scales), warning }, [...POINT_COLUMNS, ...columns], rows);
}

function pointCells({ headings }: PointScale, row: PointRow | null): PenCell[] {
  if (!row) return Array.from({ length: headings.length + 3 }, () => center(''));
  return [
    ...row.parts.map((part) =>
      typeof part === 'number' ? center(part) : { value: '空白', look: toned(LOOK.center, 'question') },
    ),
    { value: row.total, look: LOOK.sum },
    gradeCell(row.grade),
    center(row.gap),
  ];
}

/** `积分＝自报积分＋平台积分：一级 100，二级 80` */
function describeScales(scales: readonly PointScale[]): string {
  if (scales.length === 0) return '办法没有积分的要求。';
  const lines = scales.map(({ headings, lines: each }) => {
    const limits = each.map(({ grade, atLeast }) => `${grade.shortName} ${atLeast} 分`);
    return `${headings.join('与')}之和须达到：${limits.join('，')}`;
  });
  return `${lines.join('；')}。空白的按没有积分计算，补填后重新评定；不问积分的事项不在表内。`;
}
