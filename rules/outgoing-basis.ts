/** What a district's form rests on and nobody in the district can change: whether a form that comes back was made of the roster as it is now. */
import type { RosterCheck } from './check-roster.ts';
import { groupBy } from './group-by.ts';
import type { MemberUnit } from './master-roster.ts';
import type { Award, District, Scheme } from './scheme.ts';
import { makeAddressCheck } from './unaddressed-unit.ts';

export interface OutgoingBasis {
  readonly scheme: Scheme;
  readonly district: District;
  readonly places: readonly { readonly award: Award; readonly places: number }[];
  /** To choose from. */
  readonly units: readonly { readonly unit: MemberUnit }[];
}

/** Of every district that has places, as `planOutgoing` lists them, without all else. */
export function listOutgoingBases(check: RosterCheck): OutgoingBasis[] {
  const { scheme, roster } = check.index;
  const whyUnlisted = makeAddressCheck(check, '推荐表');
  const unitsOf = groupBy(
    roster.memberUnits.filter((unit) => whyUnlisted(unit) === null),
    ({ district }) => district,
  );
  const placesOf = groupBy(
    check.places.filter(({ places }) => places > 0),
    ({ district }) => district,
  );
  return [...placesOf].map(([district, places]) => ({
    scheme,
    district,
    places,
    units: (unitsOf.get(district.name) ?? []).map((unit) => ({ unit })),
  }));
}
