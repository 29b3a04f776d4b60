/** 单位得分, 未交单位 and 临界名单: a row for each unit. */
import { groupBy } from '../../rules/group-by.ts';
import { toPoints } from '../../rules/points.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import { explainScoreColumns, nameScoreColumn } from '../../rules/score-columns.ts';
import { maximumPoints, type CategorySum } from '../../rules/score-sheet.ts';
import { QUALIFICATION_WORDS, type ScoreVerdict } from '../../rules/score-verdict.ts';
import { showPath } from '../../rules/tally/returned-file.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import { NEAR_POINTS, type BorderlineCause, type BorderlineUnit } from '../../rules/tally/borderline.ts';
import { findScoredAward } from '../../rules/tally/place-units.ts';
import { PLACE_STANDING_WORDS, STATE_WORDS, type UnitTally } from '../../rules/tally/unit-tally.ts';
import type { Contact } from '../roster/read-contacts.ts';
import { mapEach, type BodyCell, type BodyTone, type TallyColumn, type TallyTable } from './tally-table.ts';

export const UNIT_SHEET = '单位得分';
const HELD_BACK_SHEET = '收到未计入';
const MISSING_SHEET = '未交单位';
export const BORDERLINE_SHEET = '临界名单';

const NUMBER: TallyColumn = { heading: '编号', width: 44, align: 'center' };
const DISTRICT: TallyColumn = { heading: '所属', width: 36, align: 'center' };
const UNIT: TallyColumn = { heading: '单位', width: 140, align: 'left' };
/** The columns that name a unit, and their cells. */
export const UNIT_COLUMNS: readonly TallyColumn[] = [NUMBER, DISTRICT, UNIT];

export function nameUnit({ unit }: Pick<UnitTally, 'unit'>): BodyCell[] {
  return [unit.number, unit.district, unit.name];
}

/** Room for a column's own heading on a few lines. */
const WIDTH_OF_NAMED = 42;

const ANSWER_TONE = { yes: 'fine', no: 'violation', unknown: 'question' } as const satisfies Record<string, BodyTone>;
const STANDING_TONE = { inside: 'fine', tied: 'question', outside: null } as const;

/** Every expected unit, best first within its district. */
export function tableUnits({ scheme, units }: Tally): TallyTable {
  const { scoreSheet } = scheme;
  const award = findScoredAward(scheme);
  const { basic, bonus } = maximumPoints(scoreSheet);
  const show = (steps: number) => toPoints(steps, scoreSheet.step.value);
  const points = (heading: string, barTo?: number): TallyColumn => ({ heading, width: 30, align: 'center', barTo });
  const { columns: headings } = scoreSheet;
  const named = (heading: string, what: string, barTo?: number) => ({
    ...points(`${heading}\n${what}`, barTo),
    width: WIDTH_OF_NAMED,
  });
  const columns: TallyColumn[] = [
    ...UNIT_COLUMNS,
    ...scoreSheet.categories.map(({ name, maximum }) => points(`${name}\n${show(maximum.value)}`)),
    named(headings.basic.association, '基本', show(basic)),
    named(headings.bonus.association, '加分'),
    points('评分\n总分', show(basic + bonus)),
    named(headings.basic.self, '基本'),
    named(headings.bonus.self, '加分'),
    points('自评\n总分'),
    { heading: '评分减\n自评', width: 34, align: 'center', numFmt: '+0.##;-0.##;0' },
    { heading: '结论', width: 72, align: 'center' },
    { heading: '理由', width: 150, align: 'left' },
    { heading: '总名次', width: 34, align: 'center' },
    { heading: '区内名次', width: 34, align: 'center' },
    { heading: '名额', width: 40, align: 'center' },
    { heading: '状态', width: 40, align: 'center' },
  ];
  return {
    sheetName: UNIT_SHEET,
    title: '单位得分与名次',
    purpose: '每家单位的得分、结论和名次，在不在名额内',
    about: [
      `${explainScoreColumns(scoreSheet)}。各类得分和名次均按评分；结论只看基本得分和一票否决项，加分不计入。`,
      `名次只排具备参评资格的单位，按总分由高到低，同分同名次，其后名次顺延（1、2、2、4）${award ? `；“名额”对照本所属的${award.name}名额` : ''}。`,
    ],
    columns,
    frozen: UNIT_COLUMNS.length,
    rowCount: units.length,
    rows: mapEach([...units].sort(compareUnits(units)), (unit) => [...nameUnit(unit), ...scoreCells(scheme, unit)]),
  };
}

/** By district as in the tally, then by rank; units without one by points. */
function compareUnits(units: readonly UnitTally[]): (a: UnitTally, b: UnitTally) => number {
  const district = new Map<string, number>();
  units.forEach(({ unit }, index) => {
    if (!district.has(unit.district)) district.set(unit.district, index);
  });
  const order = (unit: UnitTally) => district.get(unit.unit.district) ?? 0;
  const rank = ({ districtRank }: UnitTally) => districtRank ?? units.length + 1;
  const points = ({ scores }: UnitTally) => scores?.outcome.basicPoints ?? -1;
  return (a, b) => order(a) - order(b) || rank(a) - rank(b) || points(b) - points(a);
}

function scoreCells(
  { scoreSheet }: ScoredScheme,
  { scores, state, rank, districtRank, standing }: UnitTally,
): BodyCell[] {
  const stateCell: BodyCell = { value: STATE_WORDS[state], tone: state === 'counted' ? null : 'question' };
  if (!scores) return [...Array.from({ length: scoreSheet.categories.length + 12 }, () => null), stateCell];
  const { self, association } = scores;
  const show = (steps: number) => toPoints(steps, scoreSheet.step.value);
  const sums = ({ sums: { basicPoints, bonusPoints, totalPoints } }: ScoreVerdict): BodyCell[] =>
    [basicPoints, bonusPoints, totalPoints].map(show);
  return [
    ...association.sums.categories.map((sum) => categoryCell(sum, show)),
    ...(isBlank(association) ? [null, null, null] : sums(association)),
    ...(isBlank(self) ? [null, null, null] : sums(self)),
    isBlank(association) || isBlank(self) ? null : show(association.sums.totalPoints - self.sums.totalPoints),
    { value: QUALIFICATION_WORDS[association.answer], tone: ANSWER_TONE[association.answer] },
    association.summary,
    rank,
    districtRank,
    standing && { value: PLACE_STANDING_WORDS[standing], tone: STANDING_TONE[standing] },
    stateCell,
  ];
}

function categoryCell({ category, points, blank }: CategorySum, show: (steps: number) => number): BodyCell {
  if (blank.length === category.items.length) return null;
  return blank.length > 0 ? { value: show(points), tone: 'question' } : show(points);
}

function isBlank({ sums }: ScoreVerdict): boolean {
  return [...sums.categories, sums.bonus].every(({ category, blank }) => blank.length === category.items.length);
}

type HeldBackState = Exclude<UnitTally['state'], 'counted' | 'missing'>;

const STATE_ADVICE: Readonly<Record<Exclude<HeldBackState, 'unconfirmed'>, string>> = {
  rejected: '收到的文件不能计入，原因和要请单位做什么见“退回文件”，改正后重新报送。',
  undecided: '收到几份内容不同的文件，见“重复报送”，请选定一份。',
  blank: '交来的评分表一项得分也没有填，请催其填好后重新报送。',
};

function adviseOn(state: HeldBackState, { scoreSheet }: ScoredScheme): string {
  if (state !== 'unconfirmed') return STATE_ADVICE[state];
  const [association, self] = [nameScoreColumn(scoreSheet, 'association'), nameScoreColumn(scoreSheet, 'self')];
  return `${association}一栏已填而${self}一栏没有填或填得很少，见“待确认”，请核对是哪一方打的分。`;
}

const WIDE_UNIT = UNIT_COLUMNS.map((column) => (column === UNIT ? { ...UNIT, width: 190 } : column));

/** By row of the roster; whom to call, where the staff have written it down. */
type Contacts = ReadonlyMap<number, Contact>;

function contactColumns({ size }: Contacts): TallyColumn[] {
  if (size === 0) return [];
  return [
    { heading: '联系人', width: 44, align: 'center' },
    { heading: '联系电话', width: 70, align: 'center' },
  ];
}

function contactCells(contacts: Contacts, { row }: UnitTally['unit']): BodyCell[] {
  const contact = contacts.get(row);
  return contacts.size === 0 ? [] : [contact?.person ?? null, contact?.phone ?? null];
}

/** Every unit that sent something of which nothing counts yet. */
export function tableHeldBack({ units, scheme, accepted, rejected }: Tally, contacts: Contacts): TallyTable {
  const heldBack = units.flatMap(({ unit, state }) =>
    state === 'counted' || state === 'missing' ? [] : { unit, state },
  );
  const files = groupBy(
    [
      ...accepted.map(({ unitNumber, path }) => ({ unitNumber, path })),
      ...rejected.map(({ tie, path }) => ({ unitNumber: tie.unitNumber, path })),
    ],
    ({ unitNumber }) => unitNumber,
  );
  return {
    sheetName: HELD_BACK_SHEET,
    title: '收到而未计入的单位',
    purpose: '交来了文件而还没有计入的单位，怎么办',
    about: ['这些单位交来了文件，但还没有一份可以计入，不是没有交。'],
    columns: [
      ...WIDE_UNIT,
      ...contactColumns(contacts),
      { heading: '状态', width: 50, align: 'center' },
      { heading: '收到的文件', width: 190, align: 'left' },
      { heading: '怎么办', width: 210, align: 'left' },
    ],
    frozen: UNIT_COLUMNS.length,
    rowCount: heldBack.length,
    rows: mapEach(heldBack, ({ unit, state }): BodyCell[] => {
      const names = (files.get(unit.number) ?? []).map(({ path }) => showPath(path)).join('\n');
      const stateCell: BodyCell = { value: STATE_WORDS[state], tone: 'question' };
      return [...nameUnit({ unit }), ...contactCells(contacts, unit), stateCell, names, adviseOn(state, scheme)];
    }),
  };
}

/** Every unit of which nothing has come. */
export function tableMissing({ units }: Tally, contacts: Contacts): TallyTable {
  const missing = units.filter(({ state }) => state === 'missing');
  return {
    sheetName: MISSING_SHEET,
    title: '未交单位',
    purpose: '什么也没有收到的单位，催交用',
    about: ['没有收到任何可以认定为该单位的文件，请催交。交来了而没有计入的单位在“收到未计入”。'],
    columns: [...WIDE_UNIT, ...contactColumns(contacts)],
    frozen: UNIT_COLUMNS.length,
    rowCount: missing.length,
    rows: mapEach(missing, ({ unit }) => [...nameUnit({ unit }), ...contactCells(contacts, unit)]),
  };
}

/** Headings of what people fill in, which the next tally reads back. */
export const DECISION_HEADINGS = { decision: '决定', reason: '理由', decidedBy: '决定人', date: '日期' } as const;
/** The heading of the points that a decision rests on. */
export const DECIDED_ON_HEADING = '决定时的得分';
export const NOW_HEADING = '现在的得分';
const DECISION_CHOICES = ['列入', '不列入', '暂缓'] as const;

const CAUSE_WORDS: Readonly<Record<BorderlineCause, string>> = {
  'near-line': `与资格线相差 ${NEAR_POINTS} 分以内`,
  tied: '区内末位并列',
  decided: '已有决定',
};

/** Units on which people decide. What they write here is carried over by `--previous`. */
export function tableBorderline({ borderline, scheme }: Tally): TallyTable {
  const typed = (heading: string, width: number, choices: readonly string[] = []): TallyColumn => ({
    heading,
    width,
    align: choices.length > 0 ? 'center' : 'left',
    input: { choices },
  });
  const { threshold, step, columns } = scheme.scoreSheet;
  return {
    sheetName: BORDERLINE_SHEET,
    title: '临界名单',
    purpose: '分数在线上下或并列的单位，要由您决定',
    about: [
      `列出“${columns.basic.association}”的基本得分与资格线 ${toPoints(threshold.value, step.value)} 分相差 ${NEAR_POINTS} 分以内（含）的单位，以及在本所属名额的末位上同分、名额不够分的单位，由人决定。`,
      '请在黄色格填写决定、理由、决定人和日期；下次汇总时把本文件作为上一次的汇总一并给出，填写的内容会原样带过去，得分有变化的会提示复核。',
    ],
    columns: [
      ...UNIT_COLUMNS,
      { heading: '原因', width: 80, align: 'left' },
      { heading: NOW_HEADING, width: 120, align: 'left' },
      { heading: '结论', width: 72, align: 'center' },
      { heading: '名额', width: 44, align: 'center' },
      typed(DECISION_HEADINGS.decision, 44, DECISION_CHOICES),
      typed(DECISION_HEADINGS.reason, 130),
      typed(DECISION_HEADINGS.decidedBy, 50),
      typed(DECISION_HEADINGS.date, 56),
      typed(DECIDED_ON_HEADING, 100),
      { heading: '提示', width: 110, align: 'left' },
    ],
    frozen: UNIT_COLUMNS.length,
    rowCount: borderline.length,
    rows: mapEach(borderline, borderlineCells),
  };
}

function borderlineCells({ unit, causes, points, decision, concern }: BorderlineUnit): BodyCell[] {
  const answer = unit.scores?.outcome.answer ?? 'unknown';
  return [
    ...nameUnit(unit),
    causes.map((cause) => CAUSE_WORDS[cause]).join('；'),
    points,
    { value: QUALIFICATION_WORDS[answer], tone: ANSWER_TONE[answer] },
    unit.standing && { value: PLACE_STANDING_WORDS[unit.standing], tone: STANDING_TONE[unit.standing] },
    decision?.decision ?? null,
    decision?.reason ?? null,
    decision?.decidedBy ?? null,
    decision?.date ?? null,
    decision?.points ?? null,
    concern && { value: concern, tone: 'violation' },
  ];
}
