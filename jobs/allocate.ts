import type { QuotaCell, QuotaSum, QuotaTable } from '../rules/quota/quota-table.ts';
import { explainQuotaCell } from '../rules/quota/explain.ts';
import { asQuota, quotaOf } from '../rules/parts.ts';
import { listGaps } from '../rules/incomplete-base.ts';
import type { Finding } from '../rules/finding.ts';
import { writeQuotaTable } from '../workbook/draw/write-quota-table.ts';
import { run } from './way.ts';
import { loadRoster } from './load-roster.ts';
import { BY_DISTRICT, nameOfPart, narrowLoaded, type PartRequest } from './load-part.ts';
import { fileChangesToJson } from './tell-changes.ts';
import { deliver } from './deliver.ts';
import type { JobContext, JobResult, OutputName } from './job.ts';
import { gapsToJson, partToJson, tellGaps } from './left-out.ts';
import { tellCauses } from './describe-finding.ts';

/** What would make the table itself wrong, or its numbers of members. */
const QUOTA_RULES: ReadonlySet<string> = new Set([
  'unknown-district',
  'duplicate-unit-number',
  'override-invalid',
  'coverage-unclear',
  'members-differ',
]);
const QUOTA_SHEETS: ReadonlySet<string> = new Set(['scheme', 'memberUnits', 'overrides']);

export interface AllocateInput extends PartRequest {
  readonly out: OutputName | null;
}

/** 名额分配: 附件1 and how each of its cells came about. */
export async function allocate({ roster, only, out }: AllocateInput, context: JobContext): Promise<JobResult<object>> {
  const whole = await loadRoster(roster, context.schemes);
  const scheme = asQuota(whole.scheme);
  const loaded = narrowLoaded(whole, only, BY_DISTRICT);
  const quota = quotaOf(loaded.check);
  const gaps = listGaps(loaded.check, 'quota');
  const files = await deliver(nameOfPart(out, loaded.check), () => writeQuotaTable(scheme, quota, gaps), context, [
    roster,
  ]);
  tellGaps(gaps, context);
  const faults = loaded.check.remarks.filter(concernsQuota);
  tellCauses(faults, `${run('check')} 看审查报告`, loaded, context);
  return {
    files,
    summary: () => ({
      ...partToJson(loaded.check),
      incomplete: gapsToJson(gaps),
      changes: fileChangesToJson(files),
      ...toJson(quota),
    }),
    verdict: faults.some(({ severity }) => severity === 'violation') ? 'violations' : 'fine',
  };
}

function concernsQuota({ rule, where: [{ sheet }] }: Finding): boolean {
  return QUOTA_RULES.has(rule) || (rule === 'unreadable-cell' && QUOTA_SHEETS.has(sheet));
}

function toJson(quota: QuotaTable) {
  return {
    rows: quota.rows.map(({ district, members, counted, cells }) => ({
      district: district.name,
      members,
      counted,
      quotas: mapCells(cells, (cell) => cell.places),
      explain: mapCells(cells, (cell) => ({ sentence: explainQuotaCell(quota, cell), ...cell })),
    })),
    ...(quota.part === '' && {
      subtotal: sumToJson(quota.subtotal),
      total: sumToJson(quota.total),
      grandTotal: quota.grandTotal,
    }),
  };
}

function mapCells<T>(cells: ReadonlyMap<string, QuotaCell>, show: (cell: QuotaCell) => T): Record<string, T> {
  return Object.fromEntries([...cells].map(([award, cell]) => [award, show(cell)]));
}

function sumToJson({ members, counted, places }: QuotaSum) {
  return { members, counted, quotas: Object.fromEntries(places) };
}
