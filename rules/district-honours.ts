/** 区级表彰名册: whom a district honours by itself and files, as its staff have said in the roster. No amount stands in it: the document prints none. */
import { partOf, type RosterCheck } from './check-roster.ts';
import type { MemberUnit } from './master-roster.ts';
import type { NomineeCheck } from './nominee-check.ts';
import { isPublishable } from './publishable.ts';
import { SELECTION_KINDS } from './selection.ts';

export interface DistrictHonours {
  /** The districts. */
  readonly part: string;
  readonly name: string;
  readonly units: readonly MemberUnit[];
  /** Those of 推荐名单: nobody else stands in a roster. */
  readonly persons: readonly NomineeCheck[];
}

/** Null of the whole roster and of what is no district's alone, and where nobody is honoured. */
export function listDistrictHonours(check: RosterCheck): DistrictHonours | null {
  const { index, nominees, part } = check;
  const { districtHonours } = index.scheme.roster;
  if (!part || !districtHonours) return null;
  const others = SELECTION_KINDS.filter((kind) => kind !== 'districts' && part.selection[kind].size > 0);
  if (others.length > 0) return null;
  const { heading, name } = districtHonours;
  const rankOf = makeRank(check);
  const units = index.roster.memberUnits
    .filter(({ facts }) => facts.get(heading) === true)
    .sort((a, b) => rankOf(a) - rankOf(b) || a.row - b.row);
  const persons = nominees
    .filter(
      (each) => each.award.recipient === 'person' && each.nominee.facts.get(heading) === true && isPublishable(each),
    )
    .sort((a, b) => rankOf(a.unit) - rankOf(b.unit) || a.nominee.row - b.nominee.row);
  return units.length + persons.length > 0 ? { part: partOf(check), name, units, persons } : null;
}

/** By district as in the quota table, then by 行业序列 as the staff keep it, those without a known one last. */
function makeRank({ index: { scheme, roster } }: RosterCheck): (unit: MemberUnit | null) => number {
  const district = new Map(scheme.districts.map(({ name }, position) => [name, position]));
  const sequence = new Map(roster.sequence.map((name, position) => [name, position]));
  const last = roster.sequence.length;
  return (unit) =>
    (district.get(unit?.district ?? '') ?? scheme.districts.length) * (last + 1) +
    (sequence.get(unit?.sequence ?? '') ?? last);
}
