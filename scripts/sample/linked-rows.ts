/** The rows of the sheets around 推荐名单: projects, materials, confirmations, expert scores, objections. All of them in order. */
import { addDays } from '../../rules/calendar.ts';
import type { Condition } from '../../rules/condition.ts';
import { referenceOf } from '../../rules/date-test.ts';
import { MATERIAL_WORDS, OBJECTION_WORDS } from '../../rules/master-roster.ts';
import { findChecklist } from '../../rules/materials.ts';
import type { ProjectRoute } from '../../rules/projects.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { PlacedNominee, SampleTables } from './flaw.ts';
import { isAsked } from './meet-conditions.ts';
import { makePersonMaker } from './people.ts';
import type { Random } from './random.ts';
import { sampleDay, type Row } from './rows.ts';
import { passingDate } from './sample-dates.ts';

export type LinkedTables = Pick<
  SampleTables,
  'projects' | 'materials' | 'confirmations' | 'experts' | 'expertScores' | 'objections'
>;

/** Sheets without rows, but for the experts of a panel. */
export function startLinkedTables({ expertReview }: Scheme, random: Random): LinkedTables {
  const experts = expertReview ? makeExperts(random) : [];
  return { projects: [], materials: [], confirmations: [], experts, expertScores: [], objections: [] };
}

/**
 * Adds what belongs to one nomination.
 * @param facts the unit's row
 */
export function linkNomination(
  tables: LinkedTables,
  scheme: Scheme,
  random: Random,
  nominee: PlacedNominee,
  facts: Row,
): void {
  const day = sampleDay(scheme);
  const rows = { 'member-unit': facts, nominee: nominee.row };
  const application = nominee.row.get('申报编号') ?? null;
  for (const condition of nominee.award.conditions.filter((each) => isAsked(each, rows))) {
    if (condition.kind === 'projects') tables.projects.push(...makeProjects(nominee, rows, condition, random, day));
    if (condition.kind === 'confirmation') tables.confirmations.push(confirm(application, condition, day));
  }
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
    .map(({ row }) => makeObjection(row.get('申报编号') ?? null, OBJECTION_WORDS.dismissed, sampleDay(scheme)));
}

const PROJECT_KINDS = ['视频监控系统', '出入口控制系统', '综合安防平台', '周界报警系统', '智慧园区安防'];

/** Projects that reach one of the routes, some of them exactly. */
function makeProjects(
  { unit }: PlacedNominee,
  rows: { readonly 'member-unit': Row; readonly nominee: Row },
  { counting, routes }: Extract<Condition, { kind: 'projects' }>,
  random: Random,
  day: string,
): Row[] {
  return amountsFor(random.pick(routes), random).map((amount, index) => {
    const row: Row = new Map<string, FactValue>([
      ['单位编号', unit.number],
      ['工程名称', `虚构${random.pick(PROJECT_KINDS)}工程（${index + 1}）`],
      ['合同额（万元）', amount],
    ]);
    for (const filter of counting) {
      if ('is' in filter) row.set(filter.heading, filter.is === 'yes');
      else {
        const other = referenceOf(filter.date);
        const reference =
          other === null ? day : String(rows.nominee.get(other) ?? rows['member-unit'].get(other) ?? day);
        row.set(filter.heading, passingDate(filter.date, reference, random));
      }
    }
    return row;
  });
}

/** In ten thousand yuan. */
const SMALLEST = 20;

/** In ten thousand yuan; now and then with a fraction. */
function amountsFor({ count = 1, total = 0, largest = 0 }: ProjectRoute, random: Random): number[] {
  const number = count + random.integer(0, 1);
  const share = Math.ceil(total / number);
  return Array.from({ length: number }, (_, index) => {
    const least = Math.max(SMALLEST, index === 0 ? largest : 0, share);
    return random.chance(1, 4) ? least : least + random.integer(1, 60) + (random.chance(1, 3) ? 0.5 : 0);
  });
}

function confirm(application: FactValue, { demand }: Condition, day: string): Row {
  return new Map<string, FactValue>([
    ['申报编号', application],
    ['条件', demand],
    ['结论', true],
    ['确认人', '样例核'],
    ['确认日期', addDays(day, 3)],
  ]);
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
    .shuffle(experts)
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
