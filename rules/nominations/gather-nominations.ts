/**
 * Returned lists of nominations against the master roster: what each row adds and changes there. The roster is never undone by a file: where both
 * sides say something and nobody can tell which came later, the roster stays and a person is asked.
 */
import type { FileChoice } from '../choose-file.ts';
import type { Decision } from '../decision.ts';
import { groupBy } from '../group-by.ts';
import type { Nominee } from '../master-roster.ts';
import type { TallyMember } from '../tally/unit-tally.ts';
import { findChosenUnit, makeMemberFinder } from './chosen-unit.ts';
import { COLLISION_MATTERS } from './collision-matters.ts';
import { makeDecisionFinder, type GivenDecision } from './collision-decisions.ts';
import type { Collision } from './collisions.ts';
import { compareRow, meetWithdrawn, type WithdrawnNomination } from './compare-row.ts';
import type { FoundRow, GatheredRow, NominationWrite } from './gathered-row.ts';
import { findHeld } from './held-decision.ts';
import { makeRowMatcher } from './match-rows.ts';
import type { Reception } from './receipts.ts';
import type { ReturnedNominations, TakenRows } from './returned-nominations.ts';
import { settleLists, type DistrictFile, type SettledLists } from './settle-lists.ts';

interface GatherInput {
  /** Districts that have places, in the document's order. */
  readonly expected: readonly string[];
  readonly members: readonly TallyMember[];
  /** Of the roster. */
  readonly nominees: readonly Nominee[];
  /** Cells of the roster's 推荐名单 that hold something which nobody can read, as `nominationCell` names them. */
  readonly unreadable: ReadonlySet<string>;
  /** The rows of the roster's 决定. */
  readonly decisions: readonly Decision[];
  /** What people have answered since beside collisions. */
  readonly given: readonly GivenDecision[];
  /** Headings of 推荐名单 that a district fills in. */
  readonly headings: readonly string[];
  readonly files: readonly ReturnedNominations[];
  /** Null where nothing was gathered before. */
  readonly earlier: TakenRows | null;
  readonly choice: FileChoice;
  readonly reception: Reception;
  /** By district the fingerprint of the form that it would get now. */
  readonly forms: ReadonlyMap<string, string>;
  /** Gives a number that no row has. */
  readonly number: () => string;
}

export interface GatheredNominations extends SettledLists {
  readonly rows: readonly GatheredRow[];
  readonly writes: readonly NominationWrite[];
  /** Nominations of the roster that the district's form does not have any more; those on which somebody agreed are taken out. */
  readonly withdrawn: readonly WithdrawnNomination[];
  /** Those of the withdrawn ones too, and those on which somebody has decided. */
  readonly collisions: readonly Collision[];
  readonly earlier: TakenRows | null;
}

/** Whether a list came now; what was gathered before is handed on all the same. */
export function hasLists({ districts, homeless }: GatheredNominations): boolean {
  return homeless.length > 0 || districts.some(({ state }) => state !== 'missing');
}

export function gatherNominations(input: GatherInput): GatheredNominations {
  const finder = makeMemberFinder(input.members);
  const settled = settleLists({ ...input, finder });
  const counted = settled.districts.flatMap((each) => each.counted ?? []);
  const match = makeRowMatcher(input);
  const found = counted.flatMap((file) =>
    file.list.rows.map((row): FoundRow => {
      const unit = findChosenUnit(row, finder);
      return { file, row, unit, ...match(row, unit) };
    }),
  );
  const alike = groupBy(found, ({ application }) => application);
  const decide = makeDecisionFinder(input.decisions, input.given);
  const sides = { ...input, finder, decide };
  const compared = found.map((each) => compareRow(each, alike.get(each.application) ?? [], sides));
  const named = new Set(found.map(({ application }) => application));
  // Nobody misses in one district's list what somebody let another one nominate.
  const isForeign = (application: string) =>
    findHeld(input.decisions, COLLISION_MATTERS.foreign, application)?.word === 'agreed';
  const isWithdrawn = ({ application, unitNumber }: Nominee, { district }: DistrictFile) =>
    application !== '' &&
    !named.has(application) &&
    !isForeign(application) &&
    finder.byNumber.find(unitNumber)?.district === district;
  const withdrawn = counted
    .filter(({ list }) => list.isForm)
    .flatMap((file) =>
      input.nominees
        .filter((nominee) => isWithdrawn(nominee, file))
        .map((nominee) => meetWithdrawn(nominee, { file, decide, earlier: input.earlier })),
    );
  return {
    ...settled,
    earlier: input.earlier,
    rows: compared.map(({ gathered }) => gathered),
    writes: compared.flatMap(({ writes }) => writes),
    withdrawn,
    collisions: [...compared.flatMap(({ collisions }) => collisions), ...withdrawn],
  };
}
