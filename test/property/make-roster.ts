/** Small rosters with units that stand for several awards: made of a seed, half of them with room for all. */
import { parentAwardsOf } from '../../rules/conditions/registry.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { meetCaps } from '../../jobs/sample/caps.ts';
import { conclude, conclusionDay } from '../../jobs/sample/decisions.ts';
import type { PlacedNominee, PlacedUnit, RowMaker, SampleTables } from '../../jobs/sample/flaw.ts';
import { linkNomination, startLinkedTables } from '../../jobs/sample/linked-rows.ts';
import { makeUnitMaker, neededBase } from '../../jobs/sample/plan.ts';
import type { Random } from '../../jobs/sample/random.ts';
import { makeRowMaker } from '../../jobs/sample/rows.ts';
import type { Row } from '../../jobs/sample/row.ts';
import { SAMPLE_SEQUENCE } from '../../jobs/sample/unit-names.ts';
import { numberRows, type Book } from './book.ts';

/** What changes are made with. */
export interface Kit {
  readonly scheme: Scheme;
  readonly random: Random;
  readonly make: RowMaker;
  readonly units: readonly PlacedUnit[];
}

const UNITS = [8, 15] as const;
const MOST_NOMINATIONS = 4;
const ROOM = 99;

export function makeRoster(scheme: Scheme, random: Random): { readonly kit: Kit; readonly book: Book } {
  const make = makeRowMaker(scheme, random);
  const makeUnit = makeUnitMaker(scheme, random);
  const addUnit = (): PlacedUnit => {
    const unit = makeUnit(scheme.districts.length > 0 ? random.pick(scheme.districts) : null);
    return { unit, facts: make.memberUnit(unit), score: scheme.scoreSheet && make.score(unit, random.chance(4, 5)) };
  };
  const units = Array.from({ length: random.integer(...UNITS) }, addUnit);
  const linked = startLinkedTables(scheme, random);
  const nominees = units.slice(1).flatMap(({ unit, facts }) =>
    pickAwards(scheme, random).map((award): PlacedNominee => {
      const nominee = { award, unit, row: make.nominee(unit, award, facts) };
      linkNomination({ tables: linked, scheme, random, nominee, facts });
      return nominee;
    }),
  );
  const kit: Kit = { scheme, random, make, units };
  const isRoomy = random.chance(1, 2);
  if (isRoomy) {
    const idle = Math.max(0, ...scheme.limits.caps.map((cap) => neededBase(cap, nominees)));
    units.push(...Array.from({ length: idle }, addUnit));
    meetCaps(scheme, units, nominees);
  }
  const tables: SampleTables = {
    ...linked,
    memberUnits: units.map(({ facts }) => facts),
    scores: units.flatMap(({ score }) => score ?? []),
    nominees: random.shuffle(nominees.map(({ row }) => row)),
    overrides: isRoomy && scheme.quota ? makeRoom(scheme) : [],
    sequence: SAMPLE_SEQUENCE.map((name) => new Map([['行业序列', name]])),
    decisions: nominees.flatMap(({ row }) => (random.chance(3, 4) ? concludeAll(kit, row) : [])),
  };
  return { kit, book: numberRows(tables) };
}

/** One to four, now and then one of them twice; mostly with what they depend on. */
function pickAwards({ awards }: Scheme, random: Random): Award[] {
  const picked = Array.from({ length: random.integer(1, MOST_NOMINATIONS) }, () => random.pick(awards));
  const once = random.chance(1, 6) ? picked : [...new Set(picked)];
  const parents = new Set(once.flatMap(parentAwardsOf));
  const lacking = awards.filter((each) => parents.has(each.id) && !once.includes(each));
  return (random.chance(3, 4) ? [...lacking, ...once] : once).slice(0, MOST_NOMINATIONS);
}

/** 名额调整 that gives every district more places than anybody takes. */
function makeRoom({ districts, awards }: Scheme): Row[] {
  return districts.flatMap((district) =>
    awards.map(
      (award): Row =>
        new Map<string, string | number>([
          ['所属', district.name],
          ['奖项', award.name],
          ['名额', ROOM],
          ['理由', '虚构的调整'],
        ]),
    ),
  );
}

/** A row of 决定 for every step: mostly 入围. */
export function concludeAll({ scheme, random }: Kit, nominee: Row): Row[] {
  return (scheme.review?.steps ?? []).map((step, position) => {
    const word = random.chance(4, 5) ? 'shortlisted' : random.pick(['rejected', 'deferred'] as const);
    return conclude(step, nominee, word, conclusionDay(scheme, position));
  });
}
