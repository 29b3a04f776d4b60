/** 决定: what the bodies of the review have concluded in the sample, each word of theirs among it. */
import { addDays } from '../../rules/calendar.ts';
import { parentAwardsOf } from '../../rules/conditions/registry.ts';
import { DECISION_WORDS, type DecisionWord } from '../../rules/decision.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { AskedBodies, AwardPlaces, ReviewStep } from '../../rules/scheme-parts.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import type { PlacedNominee } from './flaw.ts';
import type { Row } from './row.ts';
import { reviewDay } from './sample-dates.ts';

/** Days from the review's beginning to what is confirmed, from there to the first conclusion, and from one step to the next. */
const DAYS_BETWEEN = 3;
/** Of an award without a number of its own, one in so many is not shortlisted, or put off. */
const REJECTED_OF = 12;
const DEFERRED_OF = 20;

/** The day on which a step is concluded, by its position in the review. */
export function conclusionDay(scheme: Scheme, position: number): string {
  return addDays(reviewDay(scheme), DAYS_BETWEEN * (position + 2));
}

/** A row for each step and nominee. Where places are counted, all of them are filled. */
export function concludeSample(
  scheme: Scheme,
  nominees: readonly PlacedNominee[],
  { expertScores, memberUnits }: { readonly expertScores: readonly Row[]; readonly memberUnits: readonly Row[] },
): Row[] {
  const { review } = scheme;
  if (!review) return [];
  const members = new Map(memberUnits.map((unit) => [unit.get('编号') ?? null, unit]));
  const words = new Map(scheme.awards.flatMap((award) => [...concludeAward(scheme, award, nominees, expertScores)]));
  return review.steps.flatMap((step, position) => {
    const isLast = position === review.steps.length - 1;
    const day = conclusionDay(scheme, position);
    if (step.asks) return answerSample(step, step.asks, { nominees, members, day });
    return nominees.map(({ row }) =>
      conclude(step, row, isLast ? (words.get(row) ?? 'shortlisted') : 'shortlisted', day),
    );
  });
}

interface SampleAnswers {
  readonly nominees: readonly PlacedNominee[];
  /** Rows of 会员单位 by their number. */
  readonly members: ReadonlyMap<FactValue, Row>;
  readonly day: string;
}

/** What every body that is asked has answered: it consents. */
function answerSample(step: ReviewStep, asks: AskedBodies, { nominees, members, day }: SampleAnswers): Row[] {
  return nominees.flatMap(({ row }) => {
    const unit = members.get(row.get('单位编号') ?? null);
    const body = asks.bodies.get(String(unit?.get(asks.heading) ?? ''));
    return body === undefined ? [] : [conclude({ ...step, body }, row, 'agreed', day)];
  });
}

function concludeAward(
  scheme: Scheme,
  award: Award,
  nominees: readonly PlacedNominee[],
  expertScores: readonly Row[],
): Map<Row, DecisionWord> {
  const rows = nominees.filter((each) => each.award === award).map(({ row }) => row);
  const own = scheme.review?.places.find((each) => each.award === award.id);
  if (own) return concludeByRank(rows, own, expertScores);
  const isTied =
    parentAwardsOf(award).length > 0 || scheme.awards.some((each) => parentAwardsOf(each).includes(award.id));
  if (scheme.quota || isTied) return new Map();
  return new Map(rows.map((row, position): [Row, DecisionWord] => [row, wordAt(position + 1)]));
}

function wordAt(ordinal: number): DecisionWord {
  if (ordinal % REJECTED_OF === 0) return 'rejected';
  return ordinal % DEFERRED_OF === 0 ? 'deferred' : 'shortlisted';
}

/** The panel scores each application equally often, so that the sums rank as the means do. */
function concludeByRank(
  rows: readonly Row[],
  { most }: AwardPlaces,
  expertScores: readonly Row[],
): Map<Row, DecisionWord> {
  const sumOf = (row: Row) =>
    expertScores
      .filter((score) => score.get('申报编号') === row.get('申报编号'))
      .reduce((sum, score) => sum + Number(score.get('得分')), 0);
  const ranked = rows.map((row) => ({ row, sum: sumOf(row) })).sort((a, b) => b.sum - a.sum);
  return new Map(
    ranked.map(({ row }, position): [Row, DecisionWord] => [row, position < most.value ? 'shortlisted' : 'rejected']),
  );
}

const REASONS: Readonly<Partial<Record<DecisionWord, string>>> = {
  rejected: '经综合评审，未列入',
  deferred: '材料待复核，下次会议再议',
  refused: '情况有待核实，虚构的理由',
};

/** @param day `YYYY-MM-DD` */
export function conclude(step: ReviewStep, nominee: Row, word: DecisionWord, day: string): Row {
  return new Map<string, FactValue>([
    ['事项', step.name],
    ['对象', nominee.get('申报编号') ?? null],
    ['决定', DECISION_WORDS[word]],
    ['决定单位', step.body],
    ['决定日期', day],
    ['票数或得分', null],
    ['理由', REASONS[word] ?? (step.asks && word === 'shortlisted' ? '经研究决定列入' : null)],
  ]);
}
