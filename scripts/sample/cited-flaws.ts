/** One breach of each rule that the scheme's notice gives cause for, apart from the conditions of its awards. */
import { CITED_RULES, type CitedRule } from '../../rules/finding.ts';
import { toPoints } from '../../rules/points.ts';
import type { District } from '../../rules/scheme.ts';
import { maximumPoints } from '../../rules/score-sheet.ts';
import { question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import { parentAwards } from './plan.ts';
import type { Row } from './rows.ts';
import { qualify, type Victims } from './victims.ts';

/** Rules that the scheme does not have cannot be broken. */
export function* plantCitedFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  for (const rule of CITED_RULES) {
    if (sample.scheme.checks[rule]) yield* PLANTERS[rule](sample, victims);
  }
}

type Planter = (sample: Sample, victims: Victims) => RowFlaw[];

const PLANTERS: Readonly<Record<CitedRule, Planter>> = {
  'over-quota': plantOverQuota,
  'unused-places': plantUnusedPlace,
  'unit-name-differs': plantOtherUnitName,
  'same-unit-two-names': plantUnitTwice,
  'nominated-twice': plantPersonTwice,
  'field-missing': plantMissingFields,
  'deeds-empty': plantEmptyDeeds,
  'deeds-copied': plantCopiedDeeds,
  'id-number-malformed': plantWrongCheckDigit,
  'id-number-birth': plantOtherBirthMonth,
  'id-number-sex': plantOtherSex,
  'score-out-of-range': plantTooManyPoints,
};

const isPerson = ({ award }: PlacedNominee) => award.recipient === 'person';

/** One nominee too many in the first district that counts its members; the place left empty is elsewhere. */
function plantOverQuota(sample: Sample, victims: Victims): RowFlaw[] {
  const { make, scheme, tables } = sample;
  const award = scheme.awards.findLast((each) => parentAwards(each).length === 0);
  if (!award) throw new RangeError('every award depends on another');
  const place = victims.takeIdleUnit(({ unit }) => unit.district === crowdedDistrict(sample));
  qualify(sample, place, award);
  const row = make.nominee(place.unit, award);
  tables.nominees.push(row);
  return [violation('over-quota', 'nominees', row, '奖项')];
}

function plantUnusedPlace(sample: Sample, victims: Victims): RowFlaw[] {
  const { nominees } = sample.tables;
  const { row } = victims.takeLoneNominee(({ unit }) => unit.district !== crowdedDistrict(sample));
  nominees.splice(nominees.indexOf(row), 1);
  return [question('unused-places', 'nominees', null, '奖项')];
}

function crowdedDistrict({ scheme }: Sample): District | undefined {
  return scheme.districts.find((district) => district.countsMembers);
}

function plantOtherUnitName(_: Sample, victims: Victims): RowFlaw[] {
  const { row, unit } = victims.takeLoneNominee(() => true);
  row.set('单位名称', `${unit.name}分部`);
  return [violation('unit-name-differs', 'nominees', row, '单位名称')];
}

/** A second row and number for a unit, whose name differs by a blank alone. */
function plantUnitTwice({ tables }: Sample, victims: Victims): RowFlaw[] {
  const { facts, score } = victims.addUnit();
  const { name } = victims.takeIdleUnit().unit;
  const written = `${name.slice(0, 4)} ${name.slice(4)}`;
  facts.set('全称', written);
  score.set('全称', written);
  tables.scores.push(score);
  return [violation('same-unit-two-names', 'memberUnits', facts, '全称')];
}

/** One person under two units: the later row takes over who the earlier one is. */
function plantPersonTwice(sample: Sample, victims: Victims): RowFlaw[] {
  const [first, later] = takeTwo(sample, victims, isPerson);
  for (const heading of ['姓名', '性别', '出生年月', '身份证号']) later.set(heading, first.get(heading) ?? null);
  return [violation('nominated-twice', 'nominees', later, '姓名')];
}

/** One field of a person, and the ID number of a collective's head. */
function plantMissingFields(_: Sample, victims: Victims): RowFlaw[] {
  const empty = (row: Row, heading: string) => {
    row.set(heading, null);
    return violation('field-missing', 'nominees', row, heading);
  };
  const asks = ({ award }: PlacedNominee, heading: string) => award.requiredFields.includes(heading);
  const person = victims.takeLoneNominee((each) => isPerson(each) && asks(each, '职务'));
  const collective = victims.takeLoneNominee((each) => !isPerson(each) && asks(each, '身份证号'));
  return [empty(person.row, '职务'), empty(collective.row, '身份证号')];
}

function plantEmptyDeeds(_: Sample, victims: Victims): RowFlaw[] {
  const { row } = victims.takeLoneNominee(() => true);
  row.set('主要事迹', '见材料');
  return [violation('deeds-empty', 'nominees', row, '主要事迹')];
}

function plantCopiedDeeds(sample: Sample, victims: Victims): RowFlaw[] {
  const [first, later] = takeTwo(sample, victims, () => true);
  later.set('主要事迹', first.get('主要事迹') ?? null);
  return [violation('deeds-copied', 'nominees', later, '主要事迹')];
}

function plantWrongCheckDigit(_: Sample, victims: Victims): RowFlaw[] {
  const { row } = victims.takeLoneNominee(isPerson);
  const idNumber = String(row.get('身份证号'));
  row.set('身份证号', idNumber.slice(0, -1) + (idNumber.endsWith('0') ? '1' : '0'));
  return [violation('id-number-malformed', 'nominees', row, '身份证号')];
}

function plantOtherBirthMonth(_: Sample, victims: Victims): RowFlaw[] {
  const { row } = victims.takeLoneNominee(isPerson);
  const [year = '', month = ''] = String(row.get('出生年月')).split('-');
  row.set('出生年月', `${Number(year) + 1}-${month}`);
  return [violation('id-number-birth', 'nominees', row, '出生年月')];
}

function plantOtherSex(_: Sample, victims: Victims): RowFlaw[] {
  const { row } = victims.takeLoneNominee(isPerson);
  row.set('性别', row.get('性别') === '男' ? '女' : '男');
  return [violation('id-number-sex', 'nominees', row, '性别')];
}

/** One step more than full marks. */
function plantTooManyPoints({ scheme }: Sample, victims: Victims): RowFlaw[] {
  const { score } = victims.takeIdleUnit();
  const most = maximumPoints(scheme.scoreSheet).bonus;
  score.set('加分（协会）', toPoints(most + 1, scheme.scoreSheet.step.value));
  return [violation('score-out-of-range', 'scores', score, '加分（协会）')];
}

/** Two rows of 推荐名单, the upper one first. */
function takeTwo({ tables }: Sample, victims: Victims, wanted: (nominee: PlacedNominee) => boolean): [Row, Row] {
  const [a, b] = [victims.takeLoneNominee(wanted).row, victims.takeLoneNominee(wanted).row];
  return tables.nominees.indexOf(a) < tables.nominees.indexOf(b) ? [a, b] : [b, a];
}
