/** What a way on counts, and the list that it opens: the same rows. */
import type { CauseView } from '../desk/finding-view.ts';
import { groupBy } from '../../rules/group-by.ts';
import type { Gap } from '../../rules/incomplete-base.ts';
import { cellKey } from '../../rules/merge-findings.ts';
import type { NominationLine } from './nomination-lines.ts';
import type { OpenedRoster } from './opened-roster.ts';

/** Each kind once, with all that any of several lists lacks; nominations come before what is wrong with single rows. */
export function joinGaps(gaps: readonly Gap[]): Gap[] {
  const kinds = [...groupBy(gaps, ({ what }) => what).values()].flatMap(joinKind);
  return [...kinds.filter(isOfNominations), ...kinds.filter((gap) => !isOfNominations(gap))];
}

function joinKind(gaps: readonly Gap[]): Gap[] {
  const [first, ...others] = gaps;
  if (!first || others.length === 0) return [...gaps];
  const cells = gaps.flatMap(({ where }) => where);
  const where = [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()];
  return [{ ...first, where, count: where.length }];
}

/** Whether it counts nominations, and no findings. */
export function isOfNominations({ unit }: Gap): boolean {
  return unit === '个';
}

export function listGapNominees({ nominees }: Pick<OpenedRoster, 'nominees'>, { where }: Gap): NominationLine[] {
  const rows = new Set(where.map(({ row }) => row));
  return nominees.filter(({ card }) => rows.has(card.row));
}

/** The causes of its findings, with those alone. */
export function listGapCauses({ report }: Pick<OpenedRoster, 'report'>, { what, where }: Gap): CauseView[] {
  const cells = new Set(where.map(cellKey));
  return report.causes
    .filter(({ ruleName, severity }) => ruleName === what && severity !== 'note')
    .map((cause) => ({ ...cause, findings: cause.findings.filter(({ cell }) => cells.has(cell)) }))
    .filter(({ findings }) => findings.length > 0);
}
