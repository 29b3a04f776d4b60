/** 降级、取消的事由: cells that speak against a grade. */
import type { Citation } from '../citation.ts';
import type { RowOwner } from '../condition.ts';
import type { MemberUnit, Nominee } from '../master-roster.ts';

/** Speaks against a grade when the cell holds one of these words; a yes-no column holds 是. */
export interface GradeGround {
  readonly of: RowOwner;
  readonly heading: string;
  readonly oneOf: readonly string[];
  readonly cite: Citation;
}

/** True where the cell speaks against a grade. It is filled in once something is established, so that a blank one does not. */
export function groundHolds({ of, heading, oneOf }: GradeGround, nominee: Nominee, unit: MemberUnit | null): boolean {
  const value = (of === 'nominee' ? nominee : unit)?.facts.get(heading) ?? null;
  return typeof value === 'boolean' ? value : value !== null && oneOf.includes(String(value));
}

export function groundsAgainst(
  grounds: readonly GradeGround[],
  nominee: Nominee,
  unit: MemberUnit | null,
): GradeGround[] {
  return grounds.filter((ground) => groundHolds(ground, nominee, unit));
}
