import { remember, rememberBy } from '../remember.ts';
import type { Answer } from '../answer.ts';
import type { CellOfRow, FactCondition } from '../condition.ts';
import { referenceOf, testDate } from '../date-test.ts';
import { compare, subtract } from '../decimals.ts';
import type { MemberUnit, Nominee } from '../master-roster.ts';
import { SHEET } from '../roster-cell.ts';
import type { FactValue } from '../roster-column.ts';
import type { ConditionKind } from './kind.ts';
import type { Reason } from './reason.ts';
import {
  appliesTo,
  cellOfOwner,
  describeAnswer,
  isAbsent,
  lookUp,
  sheetOf,
  quoteFact,
  toAnswer,
  valueOf,
  type Subject,
} from './subject.ts';

export const fact: ConditionKind<FactCondition> = {
  answer: (condition, unit, subject) =>
    appliesTo(condition, unit, subject) && !isAwaited(condition, unit, subject)
      ? [answerFact(condition, unit, subject)]
      : [],
  headings: headingsOfFact,
  registered: ({ of, heading, whenFilled }) => (whenFilled ? { of, heading } : null),
  needs: ({ of, heading, whenFilled, exceptScopes = [] }) => (whenFilled ? null : { of, heading, exceptScopes }),
};

/** A cell of the unit's or the nominee's own row. */
export function answerFact(condition: FactCondition, unit: MemberUnit, subject: Subject): Reason {
  const { of, heading, test, ifAbsent } = condition;
  const { nominee } = subject;
  const value = valueOf(of, heading, unit, nominee);
  if (ifAbsent && isAbsent(of, heading, subject)) return answerInstead(condition, ifAbsent, unit, nominee);
  const reference = 'date' in test ? referenceOf(test.date) : null;
  const told =
    reference === null
      ? tellersOf(condition)(value)
      : tell(condition, value, reference, lookUp(reference, unit, nominee));
  const { answer, message, found, gap } = told;
  return { condition, answer, where: cellOfOwner(of, heading, unit, nominee), message, found, gap };
}

/** The sheet lacks the column. What stands elsewhere may show that the demand is met, but not that it is not. */
function answerInstead(condition: FactCondition, instead: CellOfRow, unit: MemberUnit, nominee: Nominee): Reason {
  const { of, heading, test, demand } = condition;
  const value = valueOf(instead.of, instead.heading, unit, nominee);
  const isMet = !('date' in test) && testFact(test, value) === 'yes';
  const other = cellOfOwner(instead.of, instead.heading, unit, nominee);
  const insteadOf = { sheet: sheetOf(of), row: null, heading };
  const found = `“${SHEET[sheetOf(of)]}”没有“${heading}”一列，“${SHEET[other.sheet]}”的“${instead.heading}”为${quoteFact(value)}`;
  const answer = isMet ? 'yes' : 'unknown';
  const where = isMet ? other : cellOfOwner(of, heading, unit, nominee);
  const message = describeAnswer(answer, demand, found);
  return { condition, answer, where, message, found: quoteFact(value), gap: '', insteadOf };
}

/** What is registered as it comes in is not there yet. */
function isAwaited({ of, heading, whenFilled }: FactCondition, unit: MemberUnit, { nominee }: Subject): boolean {
  return whenFilled === true && valueOf(of, heading, unit, nominee) === null;
}

/** Its own column, that of the date which its test refers to, and the one that may speak for it. */
export function headingsOfFact({ heading, test, ifAbsent }: FactCondition): string[] {
  const reference = 'date' in test ? referenceOf(test.date) : null;
  return [heading, ...(reference === null ? [] : [reference]), ...(ifAbsent ? [ifAbsent.heading] : [])];
}

type Told = Pick<Reason, 'answer' | 'message' | 'found' | 'gap'>;

/** What is said of each value, for conditions that look at one cell alone. */
const tellersOf = rememberBy((condition: FactCondition) =>
  remember((value: FactValue) => tell(condition, value, null, null), 1000),
);

function tell(
  { heading, test, demand }: FactCondition,
  value: FactValue,
  reference: string | null,
  referred: FactValue,
): Told {
  const answer = 'date' in test ? testDate(test.date, value, referred) : testFact(test, value);
  const beside = reference === null ? '' : `，“${reference}”为${quoteFact(referred)}`;
  const gap = describeGap(test, value);
  const message = describeAnswer(answer, demand, `“${heading}”为${quoteFact(value)}${beside}${gap && `，${gap}`}`);
  return { answer, message, found: quoteFact(value), gap };
}

/** `还差 3`, `超出 3`; empty where nothing can be counted, or nothing is missing. */
function describeGap(test: FactCondition['test'], value: FactValue): string {
  if (typeof value !== 'number') return '';
  if ('atLeast' in test && compare(value, test.atLeast) < 0) return `还差 ${subtract(test.atLeast, value)}`;
  if ('atMost' in test && compare(value, test.atMost) > 0) return `超出 ${subtract(value, test.atMost)}`;
  return '';
}

function testFact(test: Exclude<FactCondition['test'], { date: unknown }>, value: FactValue): Answer {
  if (value === null || value === '') return 'unknown';
  if ('is' in test) return typeof value === 'boolean' ? toAnswer(value === (test.is === 'yes')) : 'unknown';
  if ('oneOf' in test) {
    const text = String(value);
    return test.unknownIf?.includes(text) ? 'unknown' : toAnswer(test.oneOf.includes(text));
  }
  if (typeof value !== 'number') return 'unknown';
  return toAnswer('atLeast' in test ? compare(value, test.atLeast) >= 0 : compare(value, test.atMost) <= 0);
}
