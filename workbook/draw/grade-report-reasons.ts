/** 理由 and 差距: every condition of every grade, and what the higher grades still lack. */
import type { Answer } from '../../rules/answer.ts';
import { nameGrade } from '../../rules/certificate.ts';
import type { Reason } from '../../rules/conditions/reason.ts';
import { groupReasons } from '../../rules/grading/group-reasons.ts';
import type { GradeResult } from '../../rules/grading/result.ts';
import type { Award } from '../../rules/scheme.ts';
import { center, drawList, makeRows, text } from './draw-list.ts';
import { answerCell, gradeCell, matterOf, nameClause, makeUnitNamer } from './grade-report-words.ts';
import type { DrawnPage, PenCell } from './page.ts';
import type { DrawnReport } from './grade-report.ts';

const REASON_COLUMNS = [
  { heading: '序号', min: 30, max: 30 },
  { heading: '申报编号', min: 54, max: 70 },
  { heading: '单位', min: 90, max: 150 },
  { heading: '等级', min: 44, max: 60 },
  { heading: '结论', min: 52, max: 52 },
  { heading: '理由', min: 160, max: 260 },
  { heading: '依据', min: 60, max: 110 },
  { heading: '原文', min: 120, max: 220 },
] as const;

/** 理由: every reason of every grade; one that all grades share stands once. */
export function drawGradeReasons(sheet: DrawnPage, { scheme, check, results, warning }: DrawnReport): void {
  const nameUnit = makeUnitNamer(check);
  const rows = makeRows(function* () {
    for (const [index, result] of results.entries()) {
      const leading = [center(index + 1), center(result.nominee.application), text(nameUnit(result))];
      const row = (grades: string, { answer, message, condition }: Reason): PenCell[] => [
        ...leading,
        center(grades),
        answerCell(answer),
        text(message),
        text(nameClause(scheme, condition.cite)),
        text(condition.cite.quote),
      ];
      for (const { grades, reason } of groupReasons(result.steps)) yield row(nameGrades(grades, result), reason);
      for (const reason of result.formalities.reasons) yield row('手续', reason);
    }
  });
  const about =
    '每件申请的每一项条件：符合、不符合、待确认。序号与“评定结果”相同；“手续”是办理这个事项的条件，与等级高低无关。';
  drawList(sheet, { title: '评定理由', about, warning }, REASON_COLUMNS, rows);
}

function nameGrades(grades: readonly Award[], { steps }: GradeResult): string {
  if (grades.length > 1 && grades.length === steps.length) return '各级';
  return grades.map(({ shortName }) => shortName).join('、');
}

const GAP_COLUMNS = [
  { heading: '序号', min: 30, max: 30 },
  { heading: '申报编号', min: 54, max: 70 },
  { heading: '单位', min: 90, max: 150 },
  { heading: '事项', min: 44, max: 54 },
  { heading: '已达到', min: 40, max: 40 },
  { heading: '更高等级', min: 48, max: 48 },
  { heading: '差什么', min: 90, max: 150 },
  { heading: '具体情况', min: 130, max: 220 },
  { heading: '怎样达到', min: 90, max: 160 },
  { heading: '依据', min: 60, max: 110 },
] as const;

/** 差距: for each grade above the one that is reached, all that is missing, the nearest grade first. */
export function drawGaps(
  sheet: DrawnPage,
  { scheme, grading, check, results, warning }: DrawnReport,
  grades: readonly Award[],
): void {
  const nameUnit = makeUnitNamer(check);
  const rows = makeRows(function* () {
    for (const [index, result] of results.entries()) {
      const { kind, reached, steps } = result;
      if (kind === 'kept') continue;
      const higher = steps.filter(({ grade }) => !reached || grades.indexOf(grade) < grades.indexOf(reached));
      for (const { grade, reasons } of higher.reverse()) {
        for (const reason of reasons.filter(({ answer }) => answer !== 'yes')) {
          yield [
            center(index + 1),
            center(result.nominee.application),
            text(nameUnit(result)),
            center(matterOf(grading, result)),
            center(nameGrade(reached)),
            gradeCell(grade),
            text(describeGap(reason)),
            text(reason.message),
            text(reason.condition.mend),
            text(nameClause(scheme, reason.condition.cite)),
          ];
        }
      }
    }
  });
  const about = '已达到的等级以上，每个等级还差的每一项。序号与“评定结果”相同。年报要升级的，按晋级的标准比较。';
  drawList(sheet, { title: '与更高等级的差距', about, warning }, GAP_COLUMNS, rows);
}

const WITHOUT_COUNT: Readonly<Record<Answer, string>> = { yes: '', no: '不符合', unknown: '待确认' };

function describeGap({ answer, gap }: Reason): string {
  if (!gap) return WITHOUT_COUNT[answer];
  return answer === 'unknown' ? `待确认，${gap}` : gap;
}
