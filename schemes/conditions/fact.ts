import * as z from 'zod';
import type { ConditionBase, FactCondition, FactTest } from '../../rules/condition.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { checkName, columnsFor, NUMERIC } from '../checks/names.ts';
import { figure } from '../figures/mark.ts';
import { date } from '../shapes/date.ts';
import { cellOfRow, rowOwner } from '../shapes/guard.ts';
import { listOf, someText } from '../shapes/parts.ts';
import { checkDate, common, type ConditionFormat, type ConditionPlace } from './format.ts';

const fields = {
  of: rowOwner,
  heading: someText,
  is: z.enum(['yes', 'no']).optional(),
  oneOf: figure(listOf(someText), { reads: 'choices' }).optional(),
  unknownIf: listOf(someText).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  date: date.optional(),
  exceptScopes: listOf(someText).optional(),
  ifAbsent: cellOfRow.optional(),
};

type FactShape = z.infer<z.ZodObject<typeof fields>>;

function hasOneTest({ is, oneOf, unknownIf, atLeast, atMost, date: dateTest }: FactShape): boolean {
  const tests = [is, oneOf, atLeast, atMost, dateTest].filter((test) => test !== undefined);
  return tests.length === 1 && (unknownIf === undefined || oneOf !== undefined);
}

const ONE_TEST = { error: '须写且只写 is、oneOf、atLeast、atMost、date 中的一个，unknownIf 只与 oneOf 同用' };

/** A fact within another condition. */
export const factWithin = z.strictObject(fields).refine(hasOneTest, ONE_TEST);

const shape = z
  .strictObject({ ...common, ...fields, whenFilled: z.literal(true).optional(), kind: z.literal('fact') })
  .refine(hasOneTest, ONE_TEST);

export const fact: ConditionFormat<typeof shape, FactCondition> = {
  shape,
  check: checkFact,
  build: ({ whenFilled, ...shaped }, base) => ({ ...buildFact(shaped, base), whenFilled }),
};

export function checkFact({ of, heading, exceptScopes, ifAbsent, ...test }: FactShape, place: ConditionPlace): void {
  const { part, path, names } = place;
  const columns = columnsFor(of, names);
  checkName(part, [...path, 'heading'], heading, columns.keys());
  exceptScopes?.forEach((scope, position) => {
    checkName(part, [...path, 'exceptScopes', position], scope, names.scopes);
  });
  const column = columns.get(heading);
  if (column) checkTest(test, column, place);
  if (ifAbsent) checkInstead(ifAbsent, column, place);
  if (ifAbsent && test.date) part.report([...path, 'ifAbsent'], 'ifAbsent 不能与 date 同用，请删去其中一项');
  if (test.date) checkDate(test.date, { ...place, path: [...path, 'date'] });
}

type TestShape = Omit<FactShape, 'of' | 'heading' | 'exceptScopes' | 'ifAbsent'>;

/** The other column has to fit the test as the condition's own does. */
function checkInstead(
  { of, heading }: NonNullable<FactShape['ifAbsent']>,
  column: RosterColumn | undefined,
  place: ConditionPlace,
): void {
  const { part, path, names } = place;
  const columns = columnsFor(of, names);
  checkName(part, [...path, 'ifAbsent', 'heading'], heading, columns.keys());
  if (column?.optional !== true) {
    part.report([...path, 'ifAbsent'], 'ifAbsent 只用于可缺的列，请给这一列写上 optional: true，或删去这一项');
  }
  const other = columns.get(heading);
  if (other && other.type !== column?.type) {
    part.report([...path, 'ifAbsent', 'heading'], `“${heading}”列的类型是 ${other.type}，与这一列不同，请核对`);
  }
}

function checkTest(test: TestShape, column: RosterColumn, { part, path }: ConditionPlace): void {
  const report = (key: keyof TestShape, where: string, instead: string) => {
    const message = `${key} 只用于${where}，而“${column.heading}”列的类型是 ${column.type}，请改用${instead}`;
    part.report([...path, key], message);
  };
  if (test.date !== undefined && column.type !== 'date') report('date', '日期列', '其他比较');
  if (test.is !== undefined && column.type !== 'yes-no') report('is', '是非列', ' oneOf 等');
  for (const key of ['atLeast', 'atMost'] as const) {
    if (test[key] !== undefined && !NUMERIC.includes(column.type)) report(key, '数值列', '其他比较');
  }
  for (const key of ['oneOf', 'unknownIf'] as const) {
    if (test[key] !== undefined && column.type !== 'choice' && column.type !== 'text') {
      report(key, '文字列和选择列', ' is 等');
      continue;
    }
    test[key]?.forEach((choice, position) => {
      if (column.choices) checkName(part, [...path, key, position], choice, column.choices);
    });
  }
}

/** A fact within another condition has the id, the words and the citation of the whole. */
export function buildFact(shaped: FactShape, base: ConditionBase): FactCondition {
  const { of, heading, exceptScopes, ifAbsent } = shaped;
  return { ...base, kind: 'fact', of, heading, test: buildTest(shaped), exceptScopes, ifAbsent };
}

/** The shape has made sure that there is exactly one test. */
function buildTest({ is, oneOf, unknownIf, atLeast, atMost, date: dateTest }: FactShape): FactTest {
  if (is !== undefined) return { is };
  if (oneOf !== undefined) return { oneOf, unknownIf };
  if (atLeast !== undefined) return { atLeast };
  if (atMost !== undefined) return { atMost };
  if (dateTest !== undefined) return { date: dateTest };
  throw new Error('a fact without a test has passed its shape');
}
