/** One nominee that fails each condition of the scheme, and one that leaves each open that can be open. */
import type { Condition } from '../../rules/condition.ts';
import { columnsOf, vetoHeading, VETO_WORDS } from '../../rules/master-roster.ts';
import { toPoints } from '../../rules/points.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { failingValue, listFacts } from './fact-values.ts';
import { question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import { placeOf, qualify, type Victims } from './victims.ts';

export function* plantConditionFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  for (const [condition, awards] of firstOfEachId(sample.scheme)) {
    switch (condition.kind) {
      case 'fact':
      case 'any-of':
        yield plantFact(sample, victims, condition, awards);
        break;
      case 'member-unit':
        yield plantStranger(sample, condition, awards);
        break;
      case 'basic-points':
        yield* plantPoints(sample, victims, condition, awards);
        break;
      case 'veto':
        yield* plantVetoes(sample, victims, condition, awards);
        break;
      case 'parent-award':
        yield plantOrphan(sample, victims, condition, awards);
        break;
      case 'judgement':
        break;
    }
  }
}

/** Each condition once, with the awards that have it. */
function firstOfEachId({ awards }: Scheme): Map<Condition, Award[]> {
  const holders = new Map<Condition, Award[]>();
  for (const award of awards) {
    for (const condition of award.conditions) {
      const known = [...holders].find(([{ id }]) => id === condition.id);
      if (known) known[1].push(award);
      else holders.set(condition, [award]);
    }
  }
  return holders;
}

/** Where no value can fail, the cell stays blank, which is a question. */
function plantFact(sample: Sample, victims: Victims, condition: Condition, awards: readonly Award[]): RowFlaw {
  const factsFor = ({ unit }: PlacedNominee) => listFacts(condition, unit.district.scope);
  const victim = victims.takeLoneNominee((each) => awards.includes(each.award) && factsFor(each).length > 0);
  const [flaw] = factsFor(victim).map(({ of, heading, test }) => {
    const sheet = of === 'nominee' ? 'nominees' : 'memberUnits';
    const row = of === 'nominee' ? victim.row : placeOf(sample, victim).facts;
    const value = failingValue(test, columnOf(sample.scheme, sheet, heading));
    row.set(heading, value);
    return (value === null ? question : violation)(condition.id, sheet, row, heading);
  });
  if (!flaw) throw new RangeError(`condition ${condition.id} looks at no cell`);
  return flaw;
}

/** A row more, of a unit that is no member: it takes no place from anybody. */
function plantStranger(
  { make, makeUnit, nominees, random, tables }: Sample,
  condition: Condition,
  awards: readonly Award[],
): RowFlaw {
  const row = make.nominee(makeUnit(random.pick(nominees).unit.district), random.pick(awards));
  tables.nominees.push(row);
  return violation(condition.id, 'nominees', row, '单位编号');
}

function* plantPoints(
  sample: Sample,
  victims: Victims,
  condition: Condition,
  awards: readonly Award[],
): Iterable<RowFlaw> {
  const heading = '基本得分（协会）';
  const { threshold, step } = sample.scheme.scoreSheet;
  const take = () =>
    placeOf(
      sample,
      victims.takeLoneNominee((each) => awards.includes(each.award)),
    ).score;
  const below = take();
  // The nearest whole point below the line, as 84 is below 85.
  below.set(heading, Math.ceil(toPoints(threshold.value, step.value)) - 1);
  yield violation(condition.id, 'scores', below, heading);
  const notScored = take();
  notScored.set(heading, null);
  yield question(condition.id, 'scores', notScored, heading);
}

function* plantVetoes(
  sample: Sample,
  victims: Victims,
  condition: Condition,
  awards: readonly Award[],
): Iterable<RowFlaw> {
  const take = () =>
    placeOf(
      sample,
      victims.takeLoneNominee((each) => awards.includes(each.award)),
    ).score;
  const heading = () => vetoHeading(sample.random.integer(0, sample.scheme.scoreSheet.vetoItems.length - 1));
  const occurred = { row: take(), heading: heading() };
  occurred.row.set(occurred.heading, VETO_WORDS.occurred);
  yield violation(condition.id, 'scores', occurred.row, occurred.heading);
  const open = { row: take(), heading: heading() };
  open.row.set(open.heading, VETO_WORDS.open);
  yield question(condition.id, 'scores', open.row, open.heading);
}

/** Moves a nomination to a unit of the same district that nobody nominated for the award that it depends on. */
function plantOrphan(sample: Sample, victims: Victims, condition: Condition, awards: readonly Award[]): RowFlaw {
  const isNominated = (award: Award) => sample.nominees.some((each) => each.award === award);
  const award = awards.find(isNominated);
  if (!award) throw new RangeError(`nobody is nominated for an award with ${condition.id}`);
  const victim = victims.takeNomineeBesideOthers((each) => each.award === award);
  const newUnit = victims.takeIdleUnit(({ unit }) => unit.district === victim.unit.district);
  qualify(sample, newUnit, award);
  for (const [heading, value] of sample.make.nominee(newUnit.unit, award)) victim.row.set(heading, value);
  return violation(condition.id, 'nominees', victim.row, '单位编号');
}

function columnOf(scheme: Scheme, sheet: 'nominees' | 'memberUnits', heading: string): RosterColumn {
  const column = columnsOf(sheet, scheme).find((each) => each.heading === heading);
  if (!column) throw new RangeError(`no column ${heading}`);
  return column;
}
