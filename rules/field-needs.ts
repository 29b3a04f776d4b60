/** Which cells of 推荐名单 have to be filled in for which award, before anybody judges what stands in them. */
import type { Condition, Guard } from './condition.ts';
import { neededCell, registeredCell } from './conditions/registry.ts';
import { isAskedOfRows } from './conditions/subject.ts';
import type { MemberUnit } from './master-roster.ts';
import type { Award, District } from './scheme.ts';

export interface FieldNeed {
  readonly award: Award;
  readonly heading: string;
  /** Only where this cell of the same row holds one of these words. */
  readonly when?: Guard;
  /** Not where this cell of the same row holds one of these words. */
  readonly unless?: Guard;
  /** The units of which the document does not ask it. */
  readonly exempt: ReadonlySet<MemberUnit>;
}

/** @param units those that the district can nominate */
export function listFieldNeeds(
  awards: readonly Award[],
  district: District,
  units: readonly MemberUnit[],
): readonly FieldNeed[] {
  return awards.flatMap((award) => [
    ...award.requiredFields.map((heading): FieldNeed => ({ award, heading, exempt: new Set() })),
    ...award.conditions.flatMap((condition): FieldNeed[] => {
      const cell = neededCell(condition);
      if (cell?.of !== 'nominee' || cell.exceptScopes.includes(district.scope)) return [];
      const { heading } = cell;
      if (award.requiredFields.includes(heading)) return [];
      const exempt = units.filter((unit) => !asksUnit(condition, unit));
      return [{ award, heading, ...guardsOfRow(condition), exempt: new Set(exempt) }];
    }),
  ]);
}

/** Headings of 推荐名单 under which somebody registers what comes in: not for who nominates. */
export function listRegisteredHeadings(awards: readonly Award[]): ReadonlySet<string> {
  return new Set(
    awards.flatMap(({ conditions }) =>
      conditions.flatMap((condition) => {
        const cell = registeredCell(condition);
        return cell?.of === 'nominee' ? [cell.heading] : [];
      }),
    ),
  );
}

function guardsOfRow({ when, unless }: Condition): Pick<FieldNeed, 'when' | 'unless'> {
  return { ...(when?.of === 'nominee' && { when }), ...(unless?.of === 'nominee' && { unless }) };
}

function asksUnit({ when, unless }: Condition, { facts }: MemberUnit): boolean {
  const guards = {
    ...(when?.of === 'member-unit' && { when }),
    ...(unless?.of === 'member-unit' && { unless }),
  };
  return isAskedOfRows(guards, { 'member-unit': facts, nominee: new Map() });
}
