/** One breach of each rule of the parts that the scheme has: links, materials, experts, objections, certificates, limits. */
import type { Cap, Grading, UnitLimit } from '../../rules/scheme-parts.ts';
import { OBJECTION_WORDS } from '../../rules/master-roster.ts';
import { linksApplications } from '../../rules/sheets.ts';
import { baseOf, headingOf, setCount } from './caps.ts';
import { applicationOf, question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import { plantLinkFlaws } from './link-flaws.ts';
import { makeObjection } from './linked-rows.ts';
import { plantMaterialFlaws } from './material-flaws.ts';
import { plantPanelFlaws } from './panel-flaws.ts';
import type { Row } from './row.ts';
import { reviewDay } from './sample-dates.ts';
import { placeOf, type Victims } from './victims.ts';

export function* plantPartFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  const { scheme } = sample;
  if (linksApplications(scheme)) yield* plantLinkFlaws(sample, victims);
  if (scheme.materials) yield* plantMaterialFlaws(sample, victims);
  if (scheme.expertReview) yield* plantPanelFlaws(sample, victims, scheme.expertReview.maximum.value);
  if (scheme.quota && scheme.quota.published.length > 0) yield plantMember(sample, victims);
  if (scheme.notice.objections) yield* plantObjections(sample, victims);
  if (scheme.grading) {
    yield* plantNumbers(victims, scheme.grading.certificate);
    yield* plantGrounds(sample, victims, scheme.grading);
  }
  for (const limit of scheme.limits.perUnit) yield* plantCrowd(sample, victims, limit);
  // Last: it counts who is there. One cap alone, for a group above its cap waits as a whole: the others still get their forms.
  for (const cap of scheme.limits.caps.slice(-1)) yield* plantCap(sample, cap);
}

const anyone = () => true;

/** A unit more than the notice prints. */
function plantMember({ scheme, tables }: Sample, victims: Victims): RowFlaw {
  const { score } = victims.addUnit(scheme.districts.find(({ countsMembers }) => countsMembers));
  if (score) tables.scores.push(score);
  return question('members-differ', 'memberUnits', null, '所属');
}

function* plantObjections({ tables, scheme }: Sample, victims: Victims): Iterable<RowFlaw> {
  const isFree = (each: PlacedNominee) => tables.objections.every((row) => row.get('申报编号') !== applicationOf(each));
  for (const [rule, word] of [
    ['objection-open', OBJECTION_WORDS.open],
    ['objection-upheld', OBJECTION_WORDS.upheld],
  ] as const) {
    const row = makeObjection(applicationOf(victims.takeNominee(isFree)), word, reviewDay(scheme));
    tables.objections.push(row);
    yield violation(rule, 'objections', row, '处理结果');
  }
}

function* plantNumbers(
  victims: Victims,
  { numberHeading, prefix }: { numberHeading: string; prefix: { value: string } },
): Iterable<RowFlaw> {
  const malformed = victims.takeNominee(anyone).row;
  malformed.set(numberHeading, `${prefix.value}样例`);
  yield violation('certificate-number-malformed', 'nominees', malformed, numberHeading);
  const numbered = (each: PlacedNominee) => typeof each.row.get(numberHeading) === 'string';
  const [first, later] = victims.takeTwoNominees(numbered);
  later.set(numberHeading, first.get(numberHeading) ?? null);
  yield violation('certificate-number-twice', 'nominees', later, numberHeading);
}

/** One ground against a grade of each list. */
function* plantGrounds(sample: Sample, victims: Victims, { downgrades, revocations }: Grading): Iterable<RowFlaw> {
  for (const [ground] of [downgrades, revocations]) {
    if (!ground) continue;
    const victim = victims.takeNominee(anyone);
    const row = ground.of === 'nominee' ? victim.row : placeOf(sample, victim).facts;
    row.set(ground.heading, ground.oneOf[0] ?? true);
    yield violation('grade-ground', ground.of === 'nominee' ? 'nominees' : 'memberUnits', row, ground.heading);
  }
}

/** Nominations more of a unit that has one, for other awards of the group; where places are counted, others of its district make room. */
function* plantCrowd(sample: Sample, victims: Victims, { awards, most }: UnitLimit): Iterable<RowFlaw> {
  const group = sample.scheme.awards.filter(({ id }) => awards.includes(id));
  const victim = victims.takeNominee(({ award }) => group.includes(award));
  const others = group.filter((award) => award !== victim.award);
  let last: Row | undefined;
  for (const award of others.slice(0, most.value)) {
    if (sample.scheme.quota) {
      const makesRoom = (each: PlacedNominee) => each.award === award && each.unit.district === victim.unit.district;
      sample.withdraw(victims.takeNominee(makesRoom).row);
    }
    last = sample.nominate(placeOf(sample, victim), award);
  }
  if (!last || others.length < most.value) throw new RangeError('too few awards for a unit to have too many');
  yield violation('unit-limit', 'nominees', last, '奖项');
}

/** As many units less as bring the limit below the nominees. */
function* plantCap({ tables, scheme, units }: Sample, { awards, base, ratio }: Cap): Iterable<RowFlaw> {
  const names = scheme.awards.filter(({ id }) => awards.includes(id)).map(({ name }) => name);
  const rows = tables.nominees.filter((row) => names.includes(String(row.get('奖项'))));
  const nominated = new Set(tables.nominees.map((row) => row.get('单位编号')));
  const present = new Set(tables.memberUnits);
  let total = tables.memberUnits.reduce((sum, row) => sum + baseOf(row.get(headingOf(base))), 0);
  const allowed = () => Math.floor((total * ratio.value.numerator) / ratio.value.denominator);
  for (const { unit, facts } of units) {
    if (allowed() < rows.length) break;
    if (!present.has(facts)) continue;
    // What makes a nominee a member stays; nothing looks at a mere number.
    if ('unitsWith' in base && nominated.has(unit.number)) continue;
    total -= baseOf(facts.get(headingOf(base)));
    setCount(facts, base, 0);
  }
  const first = rows[allowed()];
  if (!first) throw new RangeError(`the limit of ${base.name} cannot be exceeded`);
  yield violation('cap-exceeded', 'nominees', first, '奖项');
}
