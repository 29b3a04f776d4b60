/** One fault of each kind in the form of the workbook. */
import type { FactValue } from '../../rules/roster-column.ts';
import { question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import type { Row } from './rows.ts';
import { placeOf, type Victims } from './victims.ts';

export function* plantFormatFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  yield plantNumberAsId(victims);
  yield plantDuplicateNumber(victims);
  yield plantUnknownDistrict(sample, victims);
  yield plantUnknownAward(sample, victims);
  yield plantUnknownScoreRow(sample);
  yield plantSecondScoreRow(sample, victims);
  yield plantOverrideWithoutReason(sample);
  yield plantUnknownSequence(sample, victims);
}

/** Excel keeps 15 digits of a number: the last three of such an ID are lost. */
function plantNumberAsId(victims: Victims): RowFlaw {
  const { row } = victims.takeLoneNominee((each) => /^\d{18}$/.test(String(each.row.get('身份证号'))));
  row.set('身份证号', Number(row.get('身份证号')));
  return violation('unreadable-cell', 'nominees', row, '身份证号');
}

function plantDuplicateNumber(victims: Victims): RowFlaw {
  const { facts } = victims.addUnit();
  facts.set('编号', victims.takeIdleUnit().unit.number);
  return violation('duplicate-unit-number', 'memberUnits', facts, '编号');
}

function plantUnknownDistrict({ tables }: Sample, victims: Victims): RowFlaw {
  const { facts, score } = victims.addUnit();
  facts.set('所属', '样例新区');
  tables.scores.push(score);
  return violation('unknown-district', 'memberUnits', facts, '所属');
}

/** A row more, which takes no place from anybody. */
function plantUnknownAward({ make, tables }: Sample, victims: Victims): RowFlaw {
  const isPerson = ({ award }: PlacedNominee) => award.recipient === 'person';
  const { award, unit } = victims.takeLoneNominee(isPerson);
  const row = make.nominee(unit, award);
  row.set('奖项', '先进样例奖');
  tables.nominees.push(row);
  return violation('unknown-award', 'nominees', row, '奖项');
}

function plantUnknownScoreRow({ make, makeUnit, random, tables, units }: Sample): RowFlaw {
  const row = make.score(makeUnit(random.pick(units).unit.district), []);
  tables.scores.push(row);
  return violation('score-row-unknown', 'scores', row, '编号');
}

function plantSecondScoreRow({ make, tables }: Sample, victims: Victims): RowFlaw {
  const row = make.score(victims.takeIdleUnit().unit, []);
  tables.scores.push(row);
  return violation('score-row-twice', 'scores', row, '编号');
}

/** An override that is not in order counts for nothing, so no place changes. */
function plantOverrideWithoutReason({ random, scheme, tables }: Sample): RowFlaw {
  const row: Row = new Map<string, FactValue>([
    ['所属', random.pick(scheme.districts).name],
    ['奖项', random.pick(scheme.awards).name],
    ['名额', 9],
    ['理由', null],
  ]);
  tables.overrides.push(row);
  return violation('override-invalid', 'overrides', row, '理由');
}

function plantUnknownSequence(sample: Sample, victims: Victims): RowFlaw {
  const { facts } = placeOf(
    sample,
    victims.takeLoneNominee(() => true),
  );
  facts.set('行业序列', '样例系统');
  return question('sequence-unknown', 'memberUnits', facts, '行业序列');
}
