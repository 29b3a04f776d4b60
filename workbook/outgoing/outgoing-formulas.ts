/**
 * What the workbook for nominations computes while it is filled in: the unit that is chosen, places in use, and what is missing in a row. It is
 * help for who fills it in; whether a nomination holds is judged by `rules/`.
 */
import { parentAwardsOf } from '../../rules/conditions/registry.ts';
import type { Guard } from '../../rules/condition.ts';
import type { FieldNeed } from '../../rules/field-needs.ts';
import { groupBy } from '../../rules/group-by.ts';
import { lettersOf, OUTGOING_SHEET, type OutgoingLayout } from './outgoing-layout.ts';

/** Functions that Excel 2010, WPS and LibreOffice all have. No formula of the workbook uses another. */
export const OUTGOING_FUNCTIONS = [
  'AND',
  'COUNTIF',
  'IF',
  'IFERROR',
  'INDEX',
  'ISNA',
  'LEFT',
  'LEN',
  'MATCH',
  'OR',
  'SUMPRODUCT',
  'TRIM',
] as const;

type FunctionName = (typeof OUTGOING_FUNCTIONS)[number];

const call = (name: FunctionName, ...inputs: readonly (string | number)[]) => `${name}(${inputs.join(',')})`;
/** One is as good as itself. */
const any = (tests: readonly string[]) => (tests.length === 1 ? (tests[0] ?? '') : call('OR', ...tests));
const all = (tests: readonly string[]) => (tests.length === 1 ? (tests[0] ?? '') : call('AND', ...tests));
const text = (value: string) => `"${value.replaceAll('"', '""')}"`;
const sayIf = (test: string, said: string) => call('IF', test, text(said), text(''));

/** `'选项'!$A$2:$A$9` */
function rangeIn(
  sheet: string,
  letters: string | readonly [string, string],
  rows: { first: number; last: number },
): string {
  const [from, to] = typeof letters === 'string' ? [letters, letters] : letters;
  return `'${sheet}'!$${from}$${rows.first}:$${to}$${rows.last}`;
}

/** The units that the district can choose from, as they are shown. */
export function choiceRange({ choices }: OutgoingLayout): string {
  return rangeIn(OUTGOING_SHEET.choices, choices.label, choices.units);
}

/** The awards for which it has places. */
export function awardRange({ choices }: OutgoingLayout): string {
  return rangeIn(OUTGOING_SHEET.choices, choices.award, choices.awards);
}

/** A cell of a nomination. */
const cellIn = (letters: string, row: number) => `'${OUTGOING_SHEET.nominees}'!$${letters}${row}`;

function awardCell({ award }: OutgoingLayout, row: number): string {
  return cellIn(award, row);
}

function positionCell({ choices }: OutgoingLayout, row: number): string {
  return `'${OUTGOING_SHEET.choices}'!$${choices.position}${row}`;
}

/** Which unit a nomination is of: chosen from the list, or written as its number or its full name. */
export function positionFormula(layout: OutgoingLayout, row: number): string {
  const { choices } = layout;
  // As text, and without the blanks that people type around it.
  const written = call('TRIM', cellIn(layout.choice, row));
  const find = (letters: string, otherwise: string | number) =>
    call('IFERROR', call('MATCH', written, rangeIn(OUTGOING_SHEET.choices, letters, choices.units), 0), otherwise);
  const found = find(choices.label, find(choices.number, find(choices.name, 0)));
  return call('IF', call('LEN', written) + '=0', 0, found);
}

/** 单位编号 or 单位名称 of the unit that is chosen. */
export function unitFormula(layout: OutgoingLayout, heading: string, row: number): string {
  const { choices } = layout;
  const column = heading === '单位编号' ? choices.number : choices.name;
  const position = positionCell(layout, row);
  const found = call('INDEX', rangeIn(OUTGOING_SHEET.choices, column, choices.units), position);
  return call('IF', `${position}=0`, text(''), found);
}

/** How many nominations stand for an award, which a text or a cell names. */
export function usedFormula(layout: OutgoingLayout, award: string): string {
  return call('COUNTIF', rangeIn(OUTGOING_SHEET.nominees, layout.award, layout.rows), award);
}

/** Between the awards of one line. */
export const GAP = '  |  ';

/** `已用名额：先进单位 3/20  |  先进保卫部门 0/8` */
export function usageFormula(layout: OutgoingLayout): string {
  const parts = layout.list.places.map(
    ({ award, places }) => `${text(`${award.name} `)}&${usedFormula(layout, text(award.name))}&${text(`/${places}`)}`,
  );
  return [text('已用名额：'), parts.join(`&${text(GAP)}&`)].join('&');
}

const USED_UP = '已用完';

/** The same as it is now. */
export function showLeft(places: number, used: number): string {
  if (used === places) return USED_UP;
  return used > places ? `超出 ${used - places} 个` : `还可推荐 ${places - used} 个`;
}

/** What is left of the places, from the cells that hold them and how many are used. */
export function leftFormula(places: string, used: string): string {
  const left = `${text('还可推荐 ')}&(${places}-${used})&${text(' 个')}`;
  const over = `${text('超出 ')}&(${used}-${places})&${text(' 个')}`;
  const within = call('IF', `${used}=${places}`, text(USED_UP), left);
  return call('IF', `${used}>${places}`, over, within);
}

/** What 提示 shows: nothing of a row that nobody has begun. */
export function hintFormula(layout: OutgoingLayout, row: number): string {
  const inputs = layout.columns.filter(({ isInput }) => isInput).map(({ letters }) => `$${letters}${row}`);
  const begun = [`$${layout.choice}${row}`, ...inputs].join('&');
  const faults = `'${OUTGOING_SHEET.choices}'!$${layout.choices.faults}${row}`;
  const length = call('LEN', faults);
  // Each of them ends with a mark, the last one too.
  const told = call('LEFT', faults, `${length}-1`);
  return call('IF', `${call('LEN', begun)}=0`, text(''), call('IF', `${length}=0`, text(FILLED), told));
}

/** Of a row in which nothing is missing. */
const FILLED = '已填齐';

/** What is missing or cannot stay in a row, one after the other; empty where it is nothing. */
export function faultsFormula(layout: OutgoingLayout, row: number): string {
  return [
    awardFault(layout, row),
    unitFault(layout, row),
    ...parentFaults(layout, row),
    ...missingFields(layout, row),
    ...wrongLengths(layout, row),
  ].join('&');
}

function awardFault(layout: OutgoingLayout, row: number): string {
  const { choices, rows } = layout;
  const award = awardCell(layout, row);
  const place = call('MATCH', award, awardRange(layout), 0);
  const before = `'${OUTGOING_SHEET.nominees}'!$${layout.award}$${rows.first}:$${layout.award}${row}`;
  const places = call('INDEX', rangeIn(OUTGOING_SHEET.choices, choices.places, choices.awards), place);
  const over = sayIf(`${call('COUNTIF', before, award)}>${places}`, '超出名额；');
  const unknown = call('IF', call('ISNA', place), text('没有这个奖项的名额；'), over);
  return call('IF', `${award}=""`, text('没有选奖项；'), unknown);
}

function unitFault(layout: OutgoingLayout, row: number): string {
  const { choices } = layout;
  const position = positionCell(layout, row);
  const none = call('IF', `${cellIn(layout.choice, row)}=""`, text('没有选单位；'), text('名单里没有这家单位；'));
  const place = call('MATCH', awardCell(layout, row), awardRange(layout), 0);
  const { first, last } = choices.obstacles;
  const against = call('INDEX', rangeIn(OUTGOING_SHEET.choices, [first, last], choices.units), position, place);
  const known = call('IF', `${against}=""`, text(''), `${against}&${text('；')}`);
  return call('IF', `${position}=0`, none, call('IF', call('ISNA', place), text(''), known));
}

/** The unit has to be nominated for another award as well. */
function parentFaults(layout: OutgoingLayout, row: number): string[] {
  const { list, rows, unitNumber } = layout;
  return list.scheme.awards.flatMap((award) =>
    parentAwardsOf(award).flatMap((id) => {
      const parent = list.scheme.awards.find((each) => each.id === id);
      if (!parent) return [];
      const isParent = `(${rangeIn(OUTGOING_SHEET.nominees, layout.award, rows)}=${text(parent.name)})`;
      const isSame = `(${rangeIn(OUTGOING_SHEET.nominees, unitNumber, rows)}=${cellIn(unitNumber, row)})`;
      const test = all([
        `${awardCell(layout, row)}=${text(award.name)}`,
        `${positionCell(layout, row)}>0`,
        `${call('SUMPRODUCT', `${isParent}*${isSame}`)}=0`,
      ]);
      return [sayIf(test, `所在单位没有推荐为${parent.name}；`)];
    }),
  );
}

/** Needs that differ in nothing but the award are one piece. */
function missingFields(layout: OutgoingLayout, row: number): string[] {
  const inputs = new Map(
    layout.columns.flatMap(({ isInput, column, letters }) => (isInput ? [[column.heading, letters]] : [])),
  );
  const asked = layout.list.needs.filter(({ heading }) => inputs.has(heading) && heading !== '奖项');
  const groups = groupBy(asked, (need) => (isPlain(need) ? need.heading : need));
  return [...groups.values()].map((needs) => {
    const [first] = needs;
    const heading = first?.heading ?? '';
    const cell = cellIn(inputs.get(heading) ?? layout.choice, row);
    const isAward = any(needs.map(({ award }) => `${awardCell(layout, row)}=${text(award.name)}`));
    const others = first ? limitsOf(layout, first, row) : [];
    return sayIf(all([isAward, `${call('LEN', call('TRIM', cell))}=0`, ...others]), `缺${heading}；`);
  });
}

function isPlain({ when, unless, exempt }: FieldNeed): boolean {
  return when === undefined && unless === undefined && exempt.size === 0;
}

/** What besides the award decides whether a cell is needed. */
function limitsOf(layout: OutgoingLayout, need: FieldNeed, row: number): string[] {
  const { choices } = layout;
  const compare = ({ heading, oneOf }: Guard, how: '=' | '<>') => {
    const letters = lettersOf(layout, heading);
    return letters === null ? [] : oneOf.map((word) => `${cellIn(letters, row)}${how}${text(word)}`);
  };
  const when = need.when ? compare(need.when, '=') : [];
  const exempt = choices.exempt.find((each) => each.need === need);
  const position = positionCell(layout, row);
  const isExempt =
    exempt &&
    call(
      'IF',
      `${position}=0`,
      text(''),
      call('INDEX', rangeIn(OUTGOING_SHEET.choices, exempt.letters, choices.units), position),
    );
  return [
    ...(when.length > 0 ? [any(when)] : []),
    ...(need.unless ? compare(need.unless, '<>') : []),
    ...(isExempt === undefined ? [] : [`${isExempt}<>${text(EXEMPT)}`]),
  ];
}

/** What 选项 says of a unit that the document lets off. */
export const EXEMPT = '免填';

/** Characters of an ID number and of a credit code. */
const CODE_LENGTH = 18;

function wrongLengths(layout: OutgoingLayout, row: number): string[] {
  return layout.columns
    .filter(({ isInput, column }) => isInput && (column.type === 'id-number' || column.type === 'credit-code'))
    .map(({ column, letters }) => {
      const length = call('LEN', call('TRIM', cellIn(letters, row)));
      return sayIf(all([`${length}>0`, `${length}<>${CODE_LENGTH}`]), `${column.heading}不是 ${CODE_LENGTH} 位；`);
    });
}

/** A cell of 备案名册, which shows one of 推荐名单. */
export function showFormula(letters: string, row: number): string {
  const cell = cellIn(letters, row);
  return call('IF', `${cell}=""`, text(''), cell);
}

/** The number of a row among those in which a cell of the column is filled in; nothing in the others. */
export function ordinalFormula(letters: string, firstRow: number, row: number): string {
  const before = `$${letters}$${firstRow}:$${letters}${row}`;
  return call('IF', `$${letters}${row}=""`, text(''), call('SUMPRODUCT', `(${call('LEN', before)}>0)*1`));
}
