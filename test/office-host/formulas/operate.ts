import { compareValues, DIVISION_ERROR, ErrorResult, toNumber, toText, type Value } from './values.ts';

/** What an operator of Excel makes of two values. @throws ErrorResult */
export function operate(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case '&':
      return toText(left) + toText(right);
    case '+':
      return toNumber(left) + toNumber(right);
    case '-':
      return toNumber(left) - toNumber(right);
    case '*':
      return toNumber(left) * toNumber(right);
    case '^':
      return toNumber(left) ** toNumber(right);
    case '/': {
      const divisor = toNumber(right);
      if (divisor === 0) throw new ErrorResult(DIVISION_ERROR);
      return toNumber(left) / divisor;
    }
  }
  const order = compareValues(left, right);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}
