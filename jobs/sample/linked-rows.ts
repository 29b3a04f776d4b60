/** The rows of the sheets around 推荐名单: projects, materials, confirmations, expert scores, objections. All of them in order. */
import { isAskedOfRows } from '../../rules/conditions/subject.ts';
import { addDays } from '../../rules/calendar.ts';
import { MATERIAL_WORDS, OBJECTION_WORDS } from '../../rules/master-roster.ts';
import { findChecklist } from '../../rules/materials.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { linkCondition } from './conditions/registry.ts';
import { applicationOf, type LinkedTables, type PlacedNominee } from './flaw.ts';
import { makePersonMaker } from './people.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';
import { moveDatesBack } from './order-dates.ts';
import { reviewDay, sampleDay } from './sample-dates.ts';

/** Sheets without rows, but for the experts of a panel. */
export function startLinkedTables({ expertReview }: Scheme, random: Random): LinkedTables {
  const experts = expertReview ? makeExperts(random) : [];
  return { projects: [], materials: [], confirmations: [], experts, expertScores: [], objections: [] };
}

/**
 * Adds what belongs to one nomination.
 * @param facts the unit's row
 */
export function linkNomination({
  tables,
  scheme,
  random,
  nominee,
  facts,
}: {
  readonly tables: LinkedTables;
  readonly scheme: Scheme;
  readonly random: Random;
  readonly nominee: PlacedNominee;
  readonly facts: Row;
}): void {
  const rows = { 'member-unit': facts, nominee: nominee.row };
  const application = applicationOf(nominee);
  for (const condition of nominee.award.conditions.filter((each) => isAskedOfRows(each, rows))) {
    linkCondition(condition, {
      nominee,
      rows,
      tables,
      random,
      today: sampleDay(scheme),
      reviewed: addDays(reviewDay(scheme), 3),
    });
  }
  const projects = tables.projects.filter((row) => row.get('单位编号') === nominee.unit.number);
  moveDatesBack(scheme, rows, projects, random);
  for (const { position, text } of findChecklist(scheme.materials, nominee.award.id, nominee.row)?.items ?? []) {
    tables.materials.push(
      new Map<string, FactValue>([
        ['申报编号', application],
        ['序号', position],
        ['材料', text],
        ['情况', MATERIAL_WORDS.present],
        ['页数', position === scheme.materials?.contents?.value ? 1 : random.integer(1, 6)],
      ]),
    );
  }
  if (scheme.expertReview) {
    tables.expertScores.push(...score(application, scheme.expertReview.maximum.value, tables.experts, random));
  }
}

/** Objections that came to nothing, against two of the nominees. */
export function makeDismissedObjections(scheme: Scheme, random: Random, nominees: readonly PlacedNominee[]): Row[] {
  if (!scheme.notice.objections) return [];
  return random
    .shuffle(nominees)
    .slice(0, 2)
    .map(({ row }) => makeObjection(row.get('申报编号') ?? null, OBJECTION_WORDS.dismissed, reviewDay(scheme)));
}

const EXPERTS = 7;
/** Experts who score one application. */
const PANEL = 3;

function makeExperts(random: Random): Row[] {
  const makePerson = makePersonMaker(random);
  return Array.from(
    { length: EXPERTS },
    (_, index) =>
      new Map<string, FactValue>([
        ['姓名', makePerson().name],
        ['工作单位', `虚构安防研究院第${index + 1}研究室`],
        ['单位编号', null],
      ]),
  );
}

function score(application: FactValue, maximum: number, experts: readonly Row[], random: Random): Row[] {
  return random
    .shuffle(experts.slice(0, EXPERTS))
    .slice(0, PANEL)
    .map((expert) =>
      makeScore(application, expert.get('姓名') ?? null, random.integer(Math.ceil(maximum * 0.7), maximum)),
    );
}

export function makeScore(application: FactValue, expert: FactValue, points: FactValue): Row {
  return new Map([
    ['申报编号', application],
    ['专家', expert],
    ['得分', points],
  ]);
}

export function makeObjection(application: FactValue, word: string, day: string): Row {
  return new Map<string, FactValue>([
    ['申报编号', application],
    ['提出日期', addDays(day, 10)],
    ['内容', '虚构的异议：反映申报材料中的业绩年份有误'],
    ['处理结果', word],
    ['处理人', word === OBJECTION_WORDS.dismissed ? '样例核' : null],
    ['处理日期', word === OBJECTION_WORDS.dismissed ? addDays(day, 12) : null],
  ]);
}
