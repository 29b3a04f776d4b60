/** What people do to one nomination. Each change touches its own rows, and those alone. */
import { headingsOf } from '../../rules/conditions/registry.ts';
import { nameRule } from '../../rules/name-rule.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Award } from '../../rules/scheme.ts';
import type { LinkedTables, PlacedUnit } from '../../jobs/sample/flaw.ts';
import { linkNomination, makeObjection } from '../../jobs/sample/linked-rows.ts';
import type { Row } from '../../jobs/sample/row.ts';
import { sampleDay } from '../../jobs/sample/sample-dates.ts';
import { appendRow, insertRow, type Book, type NumberedRow } from './book.ts';
import { concludeAll, type Kit } from './make-roster.ts';

/** One nomination of a book. */
interface Target {
  readonly kit: Kit;
  readonly book: Book;
  readonly target: NumberedRow;
}

/** Changes the book around the target, and gives the row that it was all about. */
export type Change = (at: Target) => NumberedRow;

export const CHANGES = {
  add: ({ kit, book, target }) => {
    const place = placeOf(kit, target.cells);
    const award = kit.random.pick(kit.scheme.awards);
    const row = insertRow(book.nominees, makeNominee(kit, place, award), kit.random);
    linkRows(kit, book, place, award, row.cells);
    return row;
  },
  remove: ({ kit, book, target }) => {
    if (kit.random.chance(2, 3)) dropLinked(book, target.cells);
    book.nominees.splice(book.nominees.indexOf(target), 1);
    return target;
  },
  failCondition: ({ kit, target }) => spoilCell(kit, 'nominees', target, [awardOf(kit, target.cells)]),
  failLinked: ({ kit, book, target }) => {
    const sheet = kit.random.pick(['confirmations', 'materials', 'expertScores', 'decisions'] as const);
    const [own] = kit.random.shuffle(rowsOf(book, sheet, target.cells));
    const [heading, value] = SPOILED[sheet];
    if (own) own.cells.set(heading, value);
    else appendRow(book.objections, makeObjection(ownNumber(book, target.cells), '待核实', sampleDay(kit.scheme)));
    return target;
  },
  blankField: ({ kit, target }) => {
    const { requiredFields } = awardOf(kit, target.cells);
    const field = requiredFields.length > 0 ? kit.random.pick(requiredFields) : '单位名称';
    target.cells.set(field, null);
    return target;
  },
  wrongId: ({ target }) => {
    const number = String(target.cells.get('身份证号') ?? '');
    if (number !== '') target.cells.set('身份证号', `${number.slice(0, -1)}${number.endsWith('1') ? '2' : '1'}`);
    return target;
  },
  mend: ({ kit, book, target }) => {
    const place = placeOf(kit, target.cells);
    const award = awardOf(kit, target.cells);
    const number = ownNumber(book, target.cells);
    dropLinked(book, target.cells);
    for (const [heading, value] of makeNominee(kit, place, award)) target.cells.set(heading, value);
    if (number !== null) target.cells.set('申报编号', number);
    linkRows(kit, book, place, award, target.cells);
    return target;
  },
  blankNumber: ({ target }) => {
    target.cells.set('申报编号', null);
    return target;
  },
  spoilUnit: ({ kit, target }) => {
    const other = kit.random.pick(kit.units).unit.number;
    target.cells.set('单位编号', kit.random.pick([null, '9999X', other]));
    return target;
  },
  otherAward: ({ kit, target }) => {
    target.cells.set('奖项', kit.random.pick([...kit.scheme.awards.map(({ name }) => name), '没有的奖']));
    return target;
  },
  likeAnother: ({ kit, book, target }) => {
    copyCells(kit, kit.random.pick(book.nominees), target, chooseAlike(kit));
    return target;
  },
  agree: ({ kit, book, target }) => {
    const rule = kit.random.pick(['nominated-twice', 'applied-twice', 'unit-limit', 'deeds-copied'] as const);
    const matter = nameRule(kit.scheme, { rule, cite: null });
    appendRow(book.decisions, agreeTo(matter, ownNumber(book, target.cells), sampleDay(kit.scheme)));
    return target;
  },
} as const satisfies Record<string, Change>;

/** Several nominations that share what only one should have. */
export function makeSomeAlike(kit: Kit, book: Book): void {
  const headings = chooseAlike(kit);
  const [source, ...others] = kit.random.shuffle(book.nominees).slice(0, kit.random.integer(2, 4));
  for (const each of source ? others : []) copyCells(kit, source ?? each, each, headings);
}

/** Headings of what tells two nominations apart: number, account, person, unit, certificate. */
function chooseAlike({ scheme, random }: Kit): readonly string[] {
  const certificate = scheme.grading?.certificate.numberHeading;
  return random.pick([
    ['申报编号'],
    ['主要事迹'],
    ['身份证号'],
    PERSON,
    PERSON,
    [...PERSON, '身份证号'],
    ['单位编号', '单位名称'],
    ...(certificate === undefined ? [] : [[certificate], [certificate]]),
  ]);
}

/** Without a number whoever has all three may be the same person. */
const PERSON: readonly string[] = ['姓名', '性别', '出生年月'];

function copyCells({ random }: Kit, from: NumberedRow, to: NumberedRow, headings: readonly string[]): void {
  for (const heading of headings) to.cells.set(heading, from.cells.get(heading) ?? null);
  if (headings === PERSON && random.chance(1, 2)) to.cells.set('身份证号', null);
}

function agreeTo(matter: string, subject: FactValue, day: string): Row {
  return new Map<string, FactValue>([
    ['事项', matter],
    ['对象', subject],
    ['决定', '同意'],
    ['决定单位', '虚构的秘书处'],
    ['决定日期', day],
    ['理由', '虚构的理由'],
  ]);
}

/** What a row of another sheet holds when it speaks against its nomination, or does not count. */
const SPOILED = {
  confirmations: ['结论', false],
  materials: ['情况', '缺'],
  expertScores: ['得分', null],
  decisions: ['决定', '不入围'],
} as const;

/** A unit that fails some condition, or leaves it open, of some of the awards that it stands for. */
export function spoilUnit(kit: Kit, book: Book): void {
  spoilCell(kit, 'memberUnits', kit.random.pick(book.memberUnits), kit.scheme.awards);
}

/** @param awards whose conditions look at the cell */
function spoilCell(
  { scheme, random }: Kit,
  sheet: 'nominees' | 'memberUnits',
  target: NumberedRow,
  awards: readonly Award[],
): NumberedRow {
  const looked = new Set(awards.flatMap(({ conditions }) => conditions.flatMap(headingsOf)));
  const columns = columnsOf(sheet, scheme).filter(({ heading }) => looked.has(heading));
  if (columns.length === 0) return target;
  const { heading, choices } = random.pick(columns);
  const value = target.cells.get(heading) ?? null;
  target.cells.set(heading, random.chance(1, 2) ? null : spoil(value, choices?.at(-1) ?? null));
  return target;
}

function spoil(value: FactValue, otherwise: FactValue): FactValue {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? 0 : value === otherwise ? null : otherwise;
}

/** The unit's row stays as it is: what a new nomination would like it to say, it says to a copy. */
function makeNominee({ make }: Kit, { unit, facts }: PlacedUnit, award: Award): Row {
  return make.nominee(unit, award, new Map(facts));
}

function linkRows({ scheme, random, ...kit }: Kit, book: Book, place: PlacedUnit, award: Award, row: Row): void {
  const linked: LinkedTables = {
    projects: [],
    materials: [],
    confirmations: [],
    experts: book.experts.map(({ cells }) => cells),
    expertScores: [],
    objections: [],
  };
  linkNomination({
    tables: linked,
    scheme,
    random,
    nominee: { award, unit: place.unit, row },
    facts: new Map(place.facts),
  });
  // Projects are the unit's, which stays as it is.
  for (const sheet of ['materials', 'confirmations', 'expertScores'] as const) {
    for (const each of linked[sheet]) appendRow(book[sheet], each);
  }
  const decisions = random.chance(1, 2) ? concludeAll({ scheme, random, ...kit }, row) : [];
  for (const each of decisions) appendRow(book.decisions, each);
}

const LINK = {
  materials: '申报编号',
  confirmations: '申报编号',
  expertScores: '申报编号',
  objections: '申报编号',
  decisions: '对象',
} as const;

/** None under a number that others have as well: they are not its own. */
function rowsOf(book: Book, sheet: keyof typeof LINK, nominee: Row): NumberedRow[] {
  const number = ownNumber(book, nominee);
  return number === null ? [] : book[sheet].filter(({ cells }) => cells.get(LINK[sheet]) === number);
}

function ownNumber(book: Book, nominee: Row): FactValue {
  const number = nominee.get('申报编号') ?? null;
  return book.nominees.some(({ cells }) => cells !== nominee && cells.get('申报编号') === number) ? null : number;
}

function dropLinked(book: Book, nominee: Row): void {
  for (const sheet of ['materials', 'confirmations', 'expertScores', 'objections', 'decisions'] as const) {
    const own = rowsOf(book, sheet, nominee);
    book[sheet] = book[sheet].filter((each) => !own.includes(each));
  }
}

function placeOf({ units, random }: Kit, nominee: Row): PlacedUnit {
  return units.find(({ unit }) => unit.number === nominee.get('单位编号')) ?? random.pick(units);
}

function awardOf({ scheme, random }: Kit, nominee: Row): Award {
  return scheme.awards.find(({ name }) => name === nominee.get('奖项')) ?? random.pick(scheme.awards);
}
