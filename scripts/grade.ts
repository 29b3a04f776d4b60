import { countOpen } from '../rules/finding.ts';
import type { Reason } from '../rules/conditions/reason.ts';
import { gradeApplications } from '../rules/grading.ts';
import type { GradeResult } from '../rules/grading/result.ts';
import { explainResult } from '../rules/grading/explain.ts';
import { listGaps } from '../rules/incomplete-base.ts';
import { gradingOf } from '../rules/parts.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { writeGradeReport } from '../workbook/draw/write-grade-report.ts';
import { listCertificates, makeCertifier } from './certify.ts';
import { deliver, type OutputOptions } from './deliver.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { gapsToJson, sayGaps } from './left-out.ts';
import { loadRoster } from './load-roster.ts';
import { say } from './terminal.ts';

export interface GradeOptions extends OutputOptions {
  /** File with the key of the verification codes; without it the report lists none. */
  readonly key?: string;
}

/** `grade R.xlsx --out F.xlsx [--key KEYFILE]`: the grade of every application, why, and what the higher ones lack. */
export async function grade(path: string, options: GradeOptions): Promise<ExitCode> {
  const { scheme, check, fileName } = await loadRoster(path);
  const grading = gradingOf(scheme);
  const results = gradeApplications(check.index, grading);
  const certify = options.key === undefined ? undefined : await makeCertifier(scheme, results, options.key);
  const certificates = listCertificates(check, certify);
  const gaps = listGaps(check, 'report');
  await deliver(options, {
    file: () => writeGradeReport({ scheme, grading, check, results, certificates }, fileName),
    json: () => ({
      scheme: scheme.id,
      incomplete: gapsToJson(gaps),
      applications: results.map((result) => ({
        ...toJson(result),
        certificate: certificates.get(result.nominee) ?? null,
      })),
    }),
  });
  sayGaps(gaps);
  const open = results.filter(({ settled }) => !settled).length;
  say(`评定 ${results.length} 件申请，其中 ${open} 件还有待确认的事项。`);
  const violations = countOpen(check.remarks, 'violation');
  if (violations === 0) return EXIT.fine;
  say(`总名册有 ${violations} 处违规，有违规的申请不发证书；运行 npx pingyou check 查看在哪里。`);
  return EXIT.violations;
}

function toJson(result: GradeResult) {
  const { nominee, unit, kind, applied, held, reached, possible, outcome, settled, change } = result;
  return {
    row: nominee.row,
    application: nominee.application,
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
