/** Values of cells that meet, or miss, what a condition asks. The generator makes them from the condition; it never judges one. */
import type { FactTest } from '../../rules/condition.ts';
import type { FactValue, RosterColumn } from '../../rules/roster-column.ts';
import { inventCreditCode } from './invented-code.ts';
import type { Random } from './random.ts';

/** How far above a line a passing number may lie; some lie on it. */
const SPREAD = 20;

/** @param hint what the row is about; of several options one that shares two characters with it goes before the first */
export function passingValue(test: FactTest, random: Random, hint: string): FactValue {
  if ('is' in test) return test.is === 'yes';
  if ('oneOf' in test) return findSuiting(test.oneOf, hint) ?? test.oneOf[0] ?? null;
  if ('date' in test) throw new RangeError('a date is made from the one that it refers to');
  return 'atLeast' in test ? test.atLeast + random.integer(0, SPREAD) : test.atMost - random.integer(0, SPREAD);
}

/** A value of the column that plainly misses the test, numbers by one; null where every choice of the column passes. */
export function failingValue(test: FactTest, column: RosterColumn): FactValue {
  if ('is' in test) return test.is !== 'yes';
  if ('oneOf' in test) {
    const options = column.choices ?? ['不在所列之内'];
    return options.find((option) => !test.oneOf.includes(option) && !test.unknownIf?.includes(option)) ?? null;
  }
  if ('date' in test) throw new RangeError('a date is made from the one that it refers to');
  return 'atLeast' in test ? test.atLeast - 1 : test.atMost + 1;
}

/** A value that says nothing about any condition. */
export function anyValue(column: RosterColumn, random: Random, hint: string): FactValue {
  switch (column.type) {
    case 'yes-no':
      return random.chance(4, 5);
    case 'choice':
      return anyChoice(column.choices ?? [], random, hint);
    case 'integer':
    case 'number':
    case 'points':
      return column.heading.includes('年') ? random.integer(3, 30) : random.integer(5, 400);
    case 'credit-code':
      return inventCreditCode(random.integer(1, 9_999_999));
    case 'month':
      return `${random.integer(1996, 2019)}-0${random.integer(1, 9)}`;
    case 'date':
      return `${random.integer(1996, 2019)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`;
    case 'text':
    case 'code':
    case 'id-number':
    case 'phone':
      return `虚构的${column.heading}`;
  }
}

/** Mostly the first one, which lists put first because it is the common one. */
function anyChoice(choices: readonly string[], random: Random, hint: string): FactValue {
  return findSuiting(choices, hint) ?? (random.chance(4, 5) ? (choices[0] ?? null) : random.pick(choices));
}

function findSuiting(options: readonly string[], hint: string): string | undefined {
  const pairs = Array.from({ length: Math.max(0, hint.length - 1) }, (_, at) => hint.slice(at, at + 2));
  return options.find((option) => pairs.some((pair) => option.includes(pair)));
}
