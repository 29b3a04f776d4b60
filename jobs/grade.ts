import { countOpen } from '../rules/finding.ts';
import type { Reason } from '../rules/conditions/reason.ts';
import { gradeApplications } from '../rules/grading/grade-application.ts';
import type { GradeResult } from '../rules/grading/result.ts';
import { explainResult } from '../rules/grading/explain.ts';
import { hideIdNumbers } from '../rules/id-number.ts';
import { listGaps } from '../rules/incomplete-base.ts';
import { gradingOf } from '../rules/parts.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { writeGradeReport } from '../workbook/draw/write-grade-report.ts';
import { listCertificates, makeCertifier } from './certify.ts';
import { deliver } from './deliver.ts';
import type { NamedBytes } from './folder.ts';
import type { InputFile, JobContext, JobResult, OutputName } from './job.ts';
import { gapsToJson, tellGaps } from './left-out.ts';
import { loadRoster } from './load-roster.ts';
import { fileChangesToJson } from './tell-changes.ts';
import { run } from './way.ts';

export interface GradeInput {
  readonly roster: InputFile;
  /** The key of the verification codes; without it the report lists none. */
  readonly key: NamedBytes | null;
  readonly out: OutputName | null;
}

/** 等级评定: the grade of every application, why, and what the higher ones lack. */
export async function grade({ roster, key, out }: GradeInput, context: JobContext): Promise<JobResult<object>> {
  const { scheme, check, fileName } = await loadRoster(roster, context.schemes);
  const grading = gradingOf(scheme);
  const results = gradeApplications(check.index, grading);
  const certify = key ? await makeCertifier(scheme, results, key) : undefined;
  const certificates = listCertificates(check, certify);
  const gaps = listGaps(check, 'report');
  const files = await deliver(
    out,
    () => writeGradeReport({ scheme, grading, check, results, certificates }, fileName),
    context,
    [roster],
  );
  tellGaps(gaps, context);
  const open = results.filter(({ settled }) => !settled).length;
  context.tell(`评定 ${results.length} 件申请，其中 ${open} 件还有待确认的事项。`);
  const violations = countOpen(check.remarks, 'violation');
  if (violations > 0) {
    context.tell(`总名册有 ${violations} 处违规，有违规的申请不发证书；${run('check')} 查看在哪里。`);
  }
  return {
    files,
    summary: () => ({
      scheme: scheme.id,
      incomplete: gapsToJson(gaps),
      changes: fileChangesToJson(files),
      applications: results.map((result) => ({
        ...toJson(result),
        certificate: certificates.get(result.nominee) ?? null,
      })),
    }),
    verdict: violations > 0 ? 'violations' : 'fine',
  };
}

function toJson(result: GradeResult) {
  const { nominee, unit, kind, applied, held, reached, possible, outcome, settled, change } = result;
  return {
    row: nominee.row,
    application: hideIdNumbers(nominee.application),
    unit: hidePrivateParts(unit?.name ?? nominee.unitName),
    kind,
    applied: applied?.id ?? null,
    held: held?.id ?? null,
    reached: reached?.id ?? null,
    possible: possible?.id ?? null,
    outcome: outcome?.id ?? null,
    settled,
    change,
    explanation: explainResult(result),
    grounds: [...result.downgrades, ...result.revocations].map(({ heading, cite }) => ({ heading, cite })),
    grades: result.steps.map(({ grade: each, answer, reasons }) => ({
      grade: each.id,
      answer,
      reasons: reasons.map(reasonToJson),
    })),
    formalities: result.formalities.reasons.map(reasonToJson),
  };
}

function reasonToJson({ condition, answer, message, gap }: Reason) {
  return { condition: condition.id, answer, message, gap: gap || null, clause: condition.cite.clause };
}
