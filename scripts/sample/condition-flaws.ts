/** One nominee that fails each condition of the scheme, and one that leaves each open that can be open. */
import type { Condition } from '../../rules/condition.ts';
import { vetoHeading, VETO_WORDS } from '../../rules/master-roster.ts';
import { scoreSheetOf } from '../../rules/parts.ts';
import { toPoints } from '../../rules/points.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { plantFact, plantSum } from './fact-flaws.ts';
import { question, violation, type RowFlaw, type Sample } from './flaw.ts';
import { nominate, withdraw } from './nominations.ts';
import type { Row } from './rows.ts';
import { isAskedOf, takeAsked } from './take-asked.ts';
import { placeOf, type Victims } from './victims.ts';

export function* plantConditionFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  for (const { condition, awards } of listDistinct(sample.scheme)) {
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
      case 'sum':
        yield plantSum(sample, victims, condition, awards);
        break;
      case 'projects':
        yield* plantProjects(sample, victims, condition, awards);
        break;
      case 'confirmation':
        yield plantRefusal(sample, victims, condition, awards);
        break;
      case 'outranks':
        yield plantSameGrade(sample, victims, condition, awards);
        break;
      case 'judgement':
        break;
    }
  }
}

/** Each condition once, with the awards that have it; grades may ask different things under one id. */
function listDistinct({ awards }: Scheme): { condition: Condition; awards: Award[] }[] {
  const holders = new Map<string, { condition: Condition; awards: Award[] }>();
  for (const award of awards) {
    for (const condition of award.conditions) {
      const content = JSON.stringify(condition);
      const known = holders.get(content);
      if (known) known.awards.push(award);
      else holders.set(content, { condition, awards: [award] });
    }
  }
  return [...holders.values()];
}

/** A nomination more, of a unit that is no member: it takes no place from anybody. */
function plantStranger(sample: Sample, condition: Condition, awards: readonly Award[]): RowFlaw {
  const { makeUnit, nominees, random } = sample;
  const stranger = { unit: makeUnit(random.pick(nominees).unit.district), facts: new Map(), score: null };
  const row = nominate(sample, stranger, random.pick(awards));
  return violation(condition.id, 'nominees', row, '单位编号');
}

function* plantPoints(
  sample: Sample,
  victims: Victims,
  condition: Condition,
  awards: readonly Award[],
): Iterable<RowFlaw> {
  const heading = '基本得分（协会）';
  const { threshold, step } = scoreSheetOf(sample.scheme);
  const take = () => takeScore(sample, victims, awards);
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
  const take = () => takeScore(sample, victims, awards);
  const heading = () => vetoHeading(sample.random.integer(0, scoreSheetOf(sample.scheme).vetoItems.length - 1));
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
  withdraw(sample, victim.row);
  return violation(condition.id, 'nominees', nominate(sample, newUnit, award), '单位编号');
}

function takeScore(sample: Sample, victims: Victims, awards: readonly Award[]): Row {
  const { score } = placeOf(
    sample,
    victims.takeNominee(({ award }) => awards.includes(award)),
  );
  if (!score) throw new RangeError('the sample has no scores');
  return score;
}

/** A unit without projects fails whatever its award asks of them. */
function* plantProjects(
  sample: Sample,
  victims: Victims,
  condition: Condition,
  awards: readonly Award[],
): Iterable<RowFlaw> {
  const victim = takeAsked(sample, victims, condition, awards);
  const { projects } = sample.tables;
  const others = projects.filter((row) => row.get('单位编号') !== victim.unit.number);
  projects.splice(0, projects.length, ...others);
  const { facts } = placeOf(sample, victim);
  for (const each of victim.award.conditions) {
    if (each.kind === 'projects' && isAskedOf(sample, each, victim))
      yield violation(each.id, 'memberUnits', facts, '编号');
  }
}

function plantRefusal(sample: Sample, victims: Victims, condition: Condition, awards: readonly Award[]): RowFlaw {
  const victim = takeAsked(sample, victims, condition, awards);
  const row = sample.tables.confirmations.find(
    (each) => each.get('申报编号') === victim.row.get('申报编号') && each.get('条件') === condition.demand,
  );
  if (!row) throw new RangeError(`nobody confirmed ${condition.id}`);
  row.set('结论', false);
  return violation(condition.id, 'confirmations', row, '结论');
}

function plantSameGrade(
  sample: Sample,
  victims: Victims,
  condition: Extract<Condition, { kind: 'outranks' }>,
  awards: readonly Award[],
): RowFlaw {
  const victim = takeAsked(sample, victims, condition, awards);
  victim.row.set(condition.heading, victim.award.shortName);
  return violation(condition.id, 'nominees', victim.row, condition.heading);
}
