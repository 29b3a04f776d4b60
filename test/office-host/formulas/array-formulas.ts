/** The little of array formulas that SUMPRODUCT brings: operators, ISNUMBER and MATCH work value by value. */
import { HostGap } from '../wire.ts';
import { operate } from './operate.ts';
import type { Expression } from './parse-formula.ts';
import { compareValues, ErrorResult, isArea, isError, toNumber, type Area, type Value } from './values.ts';

type Evaluate = (tree: Expression) => Value | Area;

const NOT_AVAILABLE = { error: '#N/A' };

/** SUMPRODUCT: of each place the product over all arguments, added up; what is no number counts 0. */
export function sumProducts(trees: readonly (Expression | null)[], evaluate: Evaluate): number {
  const lists = trees.map((tree) => (tree ? evaluateEach(tree, evaluate) : []));
  const length = Math.max(0, ...lists.map((list) => list.length));
  if (lists.some((list) => list.length !== length)) throw new ErrorResult({ error: '#VALUE!' });
  let sum = 0;
  for (let at = 0; at < length; at += 1) {
    let product = 1;
    for (const list of lists) {
      const value = list[at] ?? null;
      if (isError(value)) throw new ErrorResult(value);
      product *= typeof value === 'number' ? value : 0;
    }
    sum += product;
  }
  return sum;
}

function evaluateEach(tree: Expression, evaluate: Evaluate): Value[] {
  switch (tree.kind) {
    case 'negate':
      return evaluateEach(tree.of, evaluate).map((value) => attempt(() => -toNumber(value)));
    case 'operation': {
      const left = evaluateEach(tree.left, evaluate);
      const right = evaluateEach(tree.right, evaluate);
      const length = Math.max(left.length, right.length);
      return Array.from({ length }, (_, at) => attempt(() => operate(tree.operator, pick(left, at), pick(right, at))));
    }
    case 'call':
      return callEach(tree.name, tree.arguments, evaluate);
    default: {
      const found = evaluate(tree);
      return isArea(found) ? found.area : [found];
    }
  }
}

function callEach(name: string, trees: readonly (Expression | null)[], evaluate: Evaluate): Value[] {
  const [first, second, third] = trees;
  if (name === 'ISNUMBER' && first) {
    return evaluateEach(first, evaluate).map((value) => typeof value === 'number');
  }
  if (name === 'MATCH' && first && second && third?.kind === 'constant' && third.value === 0) {
    const wanted = evaluateEach(second, evaluate);
    return evaluateEach(first, evaluate).map((value) => match(value, wanted));
  }
  throw new HostGap(`the function ${name} within SUMPRODUCT`);
}

/** The place, from 1, of the first equal value; a blank is sought as 0, and equals no blank. */
function match(value: Value, wanted: readonly Value[]): Value {
  if (isError(value)) return value;
  const sought = value ?? 0;
  const at = wanted.findIndex(
    (each) => each !== null && typeof each === typeof sought && compareValues(each, sought) === 0,
  );
  return at < 0 ? NOT_AVAILABLE : at + 1;
}

/** A single value stands for every place. */
function pick(list: readonly Value[], at: number): Value {
  return (list.length === 1 ? list[0] : list[at]) ?? null;
}

/** An error spoils its own place only. */
function attempt(work: () => Value): Value {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof ErrorResult) return problem.value;
    throw problem;
  }
}
