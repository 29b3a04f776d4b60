/** Which sheets the master roster of a scheme has. */
import { asksForConfirmation } from './conditions/registry.ts';
import type { TableKey } from './roster-cell.ts';
import type { Scheme } from './scheme.ts';

/** In the order in which a new roster has them. */
export function sheetsOf(scheme: Scheme): readonly TableKey[] {
  const has: Readonly<Record<TableKey, boolean>> = {
    memberUnits: true,
    projects: scheme.roster.projects !== null,
    scores: scheme.scoreSheet !== null,
    nominees: true,
    materials: scheme.materials !== null,
    confirmations: hasConfirmations(scheme),
    experts: scheme.expertReview !== null,
    expertScores: scheme.expertReview !== null,
    objections: scheme.notice.objections !== null,
    decisions: true,
    overrides: scheme.quota !== null,
    sequence: scheme.roster.sequence !== null,
  };
  return (Object.keys(has) as TableKey[]).filter((sheet) => has[sheet]);
}

/** Staff may do without it as long as nothing has been decided: rosters of earlier years have none. */
export function mayLack(sheet: TableKey): boolean {
  return sheet === 'decisions';
}

/** True where other sheets name rows of 推荐名单, which then have an 申报编号. */
export function linksApplications(scheme: Scheme): boolean {
  return (
    scheme.materials !== null ||
    scheme.expertReview !== null ||
    scheme.notice.objections !== null ||
    hasConfirmations(scheme)
  );
}

function hasConfirmations({ awards }: Scheme): boolean {
  return awards.some(({ conditions }) => conditions.some(asksForConfirmation));
}
