/**
 * Whether a name may leave the house: on the notice, rosters, prize table and score sheets, and in the names of files. Asked of each name, whatever
 * else was decided about its nomination.
 */
import { isOpen, type Finding } from './finding.ts';
import type { MemberUnit } from './master-roster.ts';
import type { Remark } from './merge-findings.ts';
import type { ClearedNominee } from './nominee-check.ts';
import { hidePrivateParts } from './public-name.ts';
import type { RosterIndex } from './roster-index.ts';

/** False while its names, or its unit's, hold what has no place on a public list and nobody has decided that they are real. */
export function isPublishable({ findings }: Pick<ClearedNominee, 'findings'>): boolean {
  return !findings.some(keepsBack);
}

/** A name of a nomination for reports and file names: whole where it may be published, else without its private parts. */
export function showName(text: string, nomination: Pick<ClearedNominee, 'findings'> | undefined): string {
  return nomination && isPublishable(nomination) ? text : hidePrivateParts(text);
}

/** The rows of 会员单位 of which the same is true: most of them are nobody's nomination. */
export function listUnpublishableUnits({
  remarks,
  index,
}: {
  readonly remarks: readonly Remark[];
  readonly index: RosterIndex;
}): Set<MemberUnit> {
  const findings = remarks.flatMap((remark) => remark.findings).filter(keepsBack);
  const rows = new Set(findings.flatMap(({ where: [{ sheet, row }] }) => (sheet === 'memberUnits' ? [row] : [])));
  return new Set(index.roster.memberUnits.filter(({ row }) => rows.has(row)));
}

function keepsBack(finding: Finding): boolean {
  return finding.rule === 'name-not-public' && isOpen(finding);
}
