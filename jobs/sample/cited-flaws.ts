/** One breach of each rule that the scheme's notice gives cause for, apart from the conditions of its awards. */
import { headingsOf, parentAwardsOf } from '../../rules/conditions/registry.ts';
import { CITED_RULES, type CitedRule } from '../../rules/finding.ts';
import { scoreSheetOf } from '../../rules/parts.ts';
import { toPoints } from '../../rules/points.ts';
import type { Award, District, Scheme } from '../../rules/scheme.ts';
import { maximumPoints } from '../../rules/score-sheet.ts';
import { question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import type { Row } from './row.ts';
import { placeOf, type Victims } from './victims.ts';

/** Rules that the scheme does not have cannot be broken. */
export function* plantCitedFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  for (const rule of CITED_RULES) {
    if (sample.scheme.checks[rule] || (rule === 'applied-twice' && isOnceEach(sample.scheme))) {
      yield* PLANTERS[rule](sample, victims);
    }
  }
}

/** One nomination for each award or grade, without a clause of its own. */
function isOnceEach({ checks, waivers }: Scheme): boolean {
  return !checks['nominated-twice'] && !waivers['applied-twice'];
}

type Planter = (sample: Sample, victims: Victims) => RowFlaw[];

const PLANTERS: Readonly<Record<CitedRule, Planter>> = {
  'over-quota': plantOverQuota,
  'unused-places': plantUnusedPlace,
  'unit-name-differs': plantOtherUnitName,
  'same-unit-two-names': plantUnitTwice,
  'nominated-twice': plantPersonTwice,
  'applied-twice': plantApplicationTwice,
  'field-missing': plantMissingFields,
  'deeds-empty': plantEmptyDeeds,
  'deeds-copied': plantCopiedDeeds,
  'id-number-malformed': plantWrongCheckDigit,
  'id-number-birth': plantOtherBirthMonth,
  'id-number-sex': plantOtherSex,
  'score-out-of-range': plantTooManyPoints,
};

/** Without one, name, sex and month of birth raise a question only. */
const hasIdNumber = (row: Row) => Boolean(row.get('身份证号'));

const isPerson = ({ award }: PlacedNominee) => award.recipient === 'person';

/** One nominee too many in the first district that counts its members; the place left empty is elsewhere. */
function plantOverQuota(sample: Sample, victims: Victims): RowFlaw[] {
  const { scheme } = sample;
  const award = scheme.awards.findLast((each) => parentAwardsOf(each).length === 0);
  if (!award) throw new RangeError('every award depends on another');
  const place = victims.takeIdleUnit(({ unit }) => unit.district === crowdedDistrict(sample));
  const row = sample.nominate(place, award);
  return [violation('over-quota', 'nominees', row, '奖项')];
}

function plantUnusedPlace(sample: Sample, victims: Victims): RowFlaw[] {
  const { row } = victims.takeNominee(({ unit }) => unit.district !== crowdedDistrict(sample));
  sample.withdraw(row);
  return [question('unused-places', 'nominees', null, '奖项')];
}

function crowdedDistrict({ scheme }: Sample): District | undefined {
  return scheme.districts.find((district) => district.countsMembers);
}

function plantOtherUnitName(_: Sample, victims: Victims): RowFlaw[] {
  const { row, unit } = victims.takeNominee(() => true);
  row.set('单位名称', `${unit.name}分部`);
  return [violation('unit-name-differs', 'nominees', row, '单位名称')];
}

/** A second row and number for a unit. */
function plantUnitTwice({ tables }: Sample, victims: Victims): RowFlaw[] {
  const { facts, score } = victims.replaceUnit();
  const { name } = victims.takeIdleUnit().unit;
  facts.set('全称', name);
  score?.set('全称', name);
  if (score) tables.scores.push(score);
  return [violation('same-unit-two-names', 'memberUnits', facts, '全称')];
}

/** The same person, or the same unit, once more for the same award. */
function plantApplicationTwice(sample: Sample, victims: Victims): RowFlaw[] {
  const isAssessed = (row: Row) => !keepsGrade(sample.scheme, row);
  const isKnown = (each: PlacedNominee) =>
    !isPerson(each) || hasIdNumber(each.row) || ['性别', '出生年月'].every((heading) => each.row.get(heading));
  const victim = victims.takeNominee((each) => isAssessed(each.row) && isKnown(each));
  const place = placeOf(sample, victim);
  let row = sample.nominate(place, victim.award);
  while (!isAssessed(row)) {
    sample.withdraw(row);
    row = sample.nominate(place, victim.award);
  }
  for (const heading of ['姓名', '性别', '出生年月', '身份证号']) row.set(heading, victim.row.get(heading) ?? null);
  const heading = isPerson(victim) ? '姓名' : '单位名称';
  const isSure = !isPerson(victim) || hasIdNumber(victim.row);
  return [(isSure ? violation : question)('applied-twice', 'nominees', row, heading)];
}

/** What asks for no grade, such as a lost certificate, may stand beside what does. */
function keepsGrade({ grading }: Scheme, row: Row): boolean {
  return grading?.matter.keeps.value.includes(String(row.get(grading.matter.heading))) ?? false;
}

/** One person under two units: the later row takes over who the earlier one is. */
function plantPersonTwice(_: Sample, victims: Victims): RowFlaw[] {
  const [first, later] = victims.takeTwoNominees(isPerson);
  for (const heading of ['姓名', '性别', '出生年月', '身份证号']) later.set(heading, first.get(heading) ?? null);
  return [(hasIdNumber(first) ? violation : question)('nominated-twice', 'nominees', later, '姓名')];
}

/** One field of a person, and one of a collective; fields that no condition looks at, so that nothing else follows. */
function plantMissingFields({ scheme }: Sample, victims: Victims): RowFlaw[] {
  return (['person', 'collective'] as const).flatMap((recipient) => {
    const fieldOf = ({ award }: PlacedNominee) =>
      award.recipient === recipient ? findPlainField(award, scheme.awards) : undefined;
    if (!scheme.awards.some((award) => award.recipient === recipient && findPlainField(award, scheme.awards)))
      return [];
    const victim = victims.takeNominee((each) => fieldOf(each) !== undefined);
    const heading = fieldOf(victim) ?? '';
    victim.row.set(heading, null);
    return [violation('field-missing', 'nominees', victim.row, heading)];
  });
}

/** Fields by which other rules know a nominee. */
const TELLING_FIELDS = ['受奖集体', '姓名', '性别', '出生年月', '主要事迹'];

function findPlainField({ requiredFields }: Award, awards: readonly Award[]): string | undefined {
  const asked = new Set(awards.flatMap(({ conditions }) => conditions).flatMap((condition) => headingsOf(condition)));
  return requiredFields.findLast((heading) => !asked.has(heading) && !TELLING_FIELDS.includes(heading));
}

function plantEmptyDeeds(_: Sample, victims: Victims): RowFlaw[] {
  const { row } = victims.takeNominee(() => true);
  row.set('主要事迹', '见材料');
  return [violation('deeds-empty', 'nominees', row, '主要事迹')];
}

function plantCopiedDeeds(_: Sample, victims: Victims): RowFlaw[] {
  const [first, later] = victims.takeTwoNominees(() => true);
  later.set('主要事迹', first.get('主要事迹') ?? null);
  return [violation('deeds-copied', 'nominees', later, '主要事迹')];
}

function plantWrongCheckDigit(_: Sample, victims: Victims): RowFlaw[] {
  const { row } = victims.takeNominee(isPerson);
  const idNumber = String(row.get('身份证号'));
  row.set('身份证号', idNumber.slice(0, -1) + (idNumber.endsWith('0') ? '1' : '0'));
  return [violation('id-number-malformed', 'nominees', row, '身份证号')];
}

function plantOtherBirthMonth(_: Sample, victims: Victims): RowFlaw[] {
  const { row } = victims.takeNominee(isPerson);
  const [year = '', month = ''] = String(row.get('出生年月')).split('-');
  row.set('出生年月', `${Number(year) + 1}-${month}`);
  return [violation('id-number-birth', 'nominees', row, '出生年月')];
}

function plantOtherSex(_: Sample, victims: Victims): RowFlaw[] {
  const { row } = victims.takeNominee(isPerson);
  row.set('性别', row.get('性别') === '男' ? '女' : '男');
  return [violation('id-number-sex', 'nominees', row, '性别')];
}

/** One step more than full marks. */
function plantTooManyPoints({ scheme }: Sample, victims: Victims): RowFlaw[] {
  const { score } = victims.takeIdleUnit();
  const scoreSheet = scoreSheetOf(scheme);
  const most = maximumPoints(scoreSheet).bonus;
  score?.set('加分（协会）', toPoints(most + 1, scoreSheet.step.value));
  return [violation('score-out-of-range', 'scores', score, '加分（协会）')];
}
