/** One fault of each kind in the form of the workbook. */
import type { FactValue } from '../../rules/roster-column.ts';
import { linksApplications, sheetsOf } from '../../rules/sheets.ts';
import { headingOf } from './caps.ts';
import { note, question, violation, type PlacedNominee, type RowFlaw, type Sample } from './flaw.ts';
import type { Row } from './row.ts';
import { placeOf, type Victims } from './victims.ts';
import { unitOfHeading } from '../../rules/checks/magnitudes.ts';
import { columnsOf, CREDIT_CODE_COLUMN } from '../../rules/roster-columns.ts';
import type { TableKey } from '../../rules/roster-cell.ts';
import { inventCreditCode } from './invented-code.ts';

const { heading: CREDIT_CODE } = CREDIT_CODE_COLUMN;

export function* plantFormatFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  const { scheme } = sample;
  yield sample.nominees.some(hasIdNumber) ? plantNumberAsId(victims) : plantUnreadableWord(sample, victims);
  yield plantBlankNumber(victims);
  yield plantDuplicateNumber(victims);
  yield plantSharedCode(victims);
  yield plantContraryCode(sample, victims);
  if (!linksApplications(scheme)) yield* plantApplicationNumbers(victims);
  if (scheme.districts.length > 0) yield plantUnknownDistrict(sample, victims);
  yield plantUnknownAward(sample, victims);
  if (scheme.scoreSheet) {
    yield plantUnknownScoreRow(sample);
    yield plantSecondScoreRow(sample, victims);
  }
  if (scheme.roster.projects) yield plantProjectOfNobody(sample);
  if (scheme.quota) yield plantOverrideWithoutReason(sample);
  if (scheme.roster.sequence) yield plantUnknownSequence(sample, victims);
  yield plantControlCharacter(victims);
  yield plantTelephoneInName(victims);
}

function hasIdNumber({ row }: PlacedNominee): boolean {
  return /^\d{18}$/.test(String(row.get('身份证号')));
}

/** Excel keeps 15 digits of a number: the last three of such an ID are lost. */
function plantNumberAsId(victims: Victims): RowFlaw {
  const { row } = victims.takeNominee(hasIdNumber);
  row.set('身份证号', Number(row.get('身份证号')));
  return violation('unreadable-cell', 'nominees', row, '身份证号');
}

/** Neither 是 nor 否, or no number. */
function plantUnreadableWord({ scheme }: Sample, victims: Victims): RowFlaw {
  const counted = scheme.limits.caps.map(({ base }) => headingOf(base));
  const column = scheme.roster.memberUnits.find(
    ({ type, heading }) => ['yes-no', 'integer', 'number'].includes(type) && !counted.includes(heading),
  );
  if (!column) throw new RangeError('every text can be read in every column');
  const { facts } = victims.takeIdleUnit();
  facts.set(column.heading, '看情况');
  return violation('unreadable-cell', 'memberUnits', facts, column.heading);
}

/** One that stands for nothing, as other programs leave it. */
function plantControlCharacter(victims: Victims): RowFlaw {
  const { facts } = victims.takeIdleUnit();
  facts.set('全称', `${String(facts.get('全称'))}\u009F（本部）`);
  return note('cell-note', 'memberUnits', facts, '全称');
}

function plantBlankNumber(victims: Victims): RowFlaw {
  const { facts } = victims.replaceUnit();
  facts.set('编号', null);
  return violation('unit-number-blank', 'memberUnits', facts, '编号');
}

/** Where no other sheet names nominations: one without a number, and two with one. */
function* plantApplicationNumbers(victims: Victims): Iterable<RowFlaw> {
  victims.takeNominee(() => true).row.set('申报编号', null);
  yield note('application-missing', 'nominees', null, '申报编号');
  const [first, later] = victims.takeTwoNominees(() => true);
  later.set('申报编号', first.get('申报编号') ?? null);
  yield violation('application-twice', 'nominees', later, '申报编号');
}

function plantDuplicateNumber(victims: Victims): RowFlaw {
  const { facts } = victims.replaceUnit();
  facts.set('编号', victims.takeIdleUnit().unit.number);
  return violation('duplicate-unit-number', 'memberUnits', facts, '编号');
}

function plantSharedCode(victims: Victims): RowFlaw {
  const [upper, lower] = [victims.replaceUnit().facts, victims.replaceUnit().facts];
  for (const row of [upper, lower]) row.set(CREDIT_CODE, inventCreditCode(1));
  return violation('duplicate-unit-code', 'memberUnits', lower, CREDIT_CODE);
}

/** Number and name are a unit's, the code is nobody's. */
function plantContraryCode(sample: Sample, victims: Victims): RowFlaw {
  const nominee = victims.takeAnyNominee(() => true);
  placeOf(sample, nominee).facts.set(CREDIT_CODE, inventCreditCode(2));
  nominee.row.set(CREDIT_CODE, inventCreditCode(3));
  return question('unit-code-differs', 'nominees', nominee.row, CREDIT_CODE);
}

function plantUnknownDistrict({ tables }: Sample, victims: Victims): RowFlaw {
  const { facts, score } = victims.addUnit();
  facts.set('所属', '样例新区');
  if (score) tables.scores.push(score);
  return violation('unknown-district', 'memberUnits', facts, '所属');
}

/** A row more, which takes no place from anybody. */
function plantUnknownAward(sample: Sample, victims: Victims): RowFlaw {
  const { make, tables } = sample;
  const { award, unit } = victims.takeNominee(() => true);
  const row = make.nominee(unit, award, new Map());
  row.set('奖项', '先进样例奖');
  tables.nominees.push(row);
  return violation('unknown-award', 'nominees', row, '奖项');
}

function plantUnknownScoreRow({ make, makeUnit, random, tables, units }: Sample): RowFlaw {
  const row = make.score(makeUnit(random.pick(units).unit.district), false);
  tables.scores.push(row);
  return violation('score-row-unknown', 'scores', row, '编号');
}

function plantSecondScoreRow({ make, tables }: Sample, victims: Victims): RowFlaw {
  const row = make.score(victims.takeIdleUnit().unit, false);
  tables.scores.push(row);
  return violation('score-row-twice', 'scores', row, '编号');
}

/** One more, so that nobody's lacks. */
function plantProjectOfNobody({ makeUnit, random, tables, units }: Sample): RowFlaw {
  const row: Row = new Map(random.pick(tables.projects));
  row.set('单位编号', makeUnit(random.pick(units).unit.district).number);
  tables.projects.push(row);
  return violation('project-unit-unknown', 'projects', row, '单位编号');
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

/** Of a unit without a nomination: it would stand on the score sheet, and in its file's name. */
function plantTelephoneInName(victims: Victims): RowFlaw {
  const { unit, facts } = victims.takeIdleUnit();
  facts.set('全称', `${unit.name}（电话 000-12345678）`);
  return violation('name-not-public', 'memberUnits', facts, '全称');
}

function plantUnknownSequence(sample: Sample, victims: Victims): RowFlaw {
  const { facts } = placeOf(
    sample,
    victims.takeNominee(() => true),
  );
  facts.set('行业序列', '样例系统');
  return question('sequence-unknown', 'memberUnits', facts, '行业序列');
}

/** A number in the smaller unit, 元 in a column of 万元: of the largest number, which fails no condition for being larger; whoever's row it is. The last of all, for rows may have gone till then. */
export function* plantMagnitudes({ scheme, tables }: Sample): Iterable<RowFlaw> {
  for (const sheet of ['projects', 'memberUnits'] as const) {
    if (!sheetsOf(scheme).includes(sheet)) continue;
    for (const column of columnsOf(sheet, scheme)) {
      const unit = unitOfHeading(column);
      const [largest] = [...tables[sheet]].sort((a, b) => size(b.get(column.heading)) - size(a.get(column.heading)));
      if (!unit || !largest) continue;
      largest.set(column.heading, size(largest.get(column.heading)) * unit.factor);
      yield question('magnitude-odd', sheet, largest, column.heading);
    }
  }
}

function size(value: FactValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** Rows, a column and a sheet that nobody sees, or that somebody has struck out. */
export function* plantUnseenParts({ scheme, looks }: Sample, victims: Victims): Iterable<RowFlaw> {
  const firstOf = (sheet: TableKey) => columnsOf(sheet, scheme)[0]?.heading ?? '';
  const hidden = victims.takeIdleUnit().facts;
  looks.hiddenRows.add(hidden);
  yield question('row-hidden', 'memberUnits', hidden, firstOf('memberUnits'));

  const struck = victims.takeNominee(() => true).row;
  looks.struckRows.add(struck);
  yield question('row-struck', 'nominees', struck, firstOf('nominees'));

  const heading = columnsOf('nominees', scheme).findLast((column) => column.heading !== CREDIT_CODE)?.heading ?? '';
  looks.hiddenColumns.push({ sheet: 'nominees', heading });
  yield question('column-hidden', 'nominees', null, heading);

  const sheet = scheme.roster.sequence === null ? 'decisions' : 'sequence';
  looks.hiddenSheets.add(sheet);
  yield question('sheet-hidden', sheet, null, firstOf(sheet));
}
