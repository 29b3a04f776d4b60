import { HostGap } from '../wire.ts';

/** A formula as a tree. `reference` keeps the text of an address or a name, with its sheet if it has one. */
export type Expression =
  | { kind: 'constant'; value: string | number | boolean }
  | { kind: 'array'; values: (string | number)[] }
  | { kind: 'reference'; text: string }
  | { kind: 'call'; name: string; arguments: (Expression | null)[] }
  | { kind: 'negate'; of: Expression }
  | { kind: 'percent'; of: Expression }
  | { kind: 'operation'; operator: string; left: Expression; right: Expression };

const TOKEN =
  /\s*(?:(?<text>"(?:[^"]|"")*")|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![A-Za-z!:])|(?<word>(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?\$?[\p{L}_\d][\p{L}\p{N}_.$]*(?::\$?[A-Za-z]{0,3}\$?\d*)?)|(?<operator><=|>=|<>|[-+*/^&=<>%(){},]))/uy;

/** The levels of Excel's operators, from the loosest to the tightest. */
const LEVELS = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

interface Token {
  kind: 'text' | 'number' | 'word' | 'operator';
  text: string;
}

function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  const source = formula.slice(1).trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    const found =
      groups && (['text', 'number', 'word', 'operator'] as const).find((kind) => groups[kind] !== undefined);
    if (!groups || !found) throw new HostGap(`the formula ${formula} at "${source.slice(at)}"`);
    tokens.push({ kind: found, text: groups[found] ?? '' });
  }
  return tokens;
}

/**
 * Reads a formula with its `=`. Throws HostGap for anything outside constants, references, function calls and the
 * operators `= <> < > <= >= & + - * / ^ %` and array constants of one row: unions, structured references and spills are not known.
 */
export function parseFormula(formula: string): Expression {
  const tokens = tokenize(formula);
  let at = 0;
  const peek = () => tokens[at];
  const isOperator = (text: string) => peek()?.kind === 'operator' && peek()?.text === text;
  const take = (text: string) => {
    if (!isOperator(text))
      throw new HostGap(`the formula ${formula}: ${text} is wanted before "${peek()?.text ?? 'its end'}"`);
    at += 1;
  };

  function readLevel(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return readPercent();
    let left = readLevel(level + 1);
    for (let token = peek(); token?.kind === 'operator' && operators.includes(token.text); token = peek()) {
      at += 1;
      left = { kind: 'operation', operator: token.text, left, right: readLevel(level + 1) };
    }
    return left;
  }

  function readPercent(): Expression {
    let of = readUnary();
    for (; isOperator('%'); at += 1) of = { kind: 'percent', of };
    return of;
  }

  function readUnary(): Expression {
    if (isOperator('-')) {
      at += 1;
      return { kind: 'negate', of: readUnary() };
    }
    if (isOperator('+')) {
      at += 1;
      return readUnary();
    }
    return readPrimary();
  }

  function readPrimary(): Expression {
    const token = peek();
    if (isOperator('(')) {
      at += 1;
      const inner = readLevel(0);
      take(')');
      return inner;
    }
    if (isOperator('{')) return readArray();
    if (!token || token.kind === 'operator') throw new HostGap(`the formula ${formula}: a value is wanted`);
    at += 1;
    if (token.kind === 'text') return { kind: 'constant', value: token.text.slice(1, -1).replaceAll('""', '"') };
    if (token.kind === 'number') return { kind: 'constant', value: Number(token.text) };
    if (isOperator('(')) return { kind: 'call', name: token.text.toUpperCase(), arguments: readArguments() };
    if (/^(true|false)$/i.test(token.text)) return { kind: 'constant', value: token.text.toLowerCase() === 'true' };
    return { kind: 'reference', text: token.text };
  }

  function readArray(): Expression {
    const values: (string | number)[] = [];
    take('{');
    while (!isOperator('}')) {
      const item = readUnary();
      const constant = item.kind === 'negate' ? item.of : item;
      if (constant.kind !== 'constant' || typeof constant.value === 'boolean')
        throw new HostGap(`the formula ${formula}: an array of more than constants`);
      values.push(item.kind === 'negate' ? -Number(constant.value) : constant.value);
      if (!isOperator('}')) take(',');
    }
    take('}');
    return { kind: 'array', values };
  }

  function readArguments(): (Expression | null)[] {
    take('(');
    const list: (Expression | null)[] = [];
    while (!isOperator(')')) {
      list.push(isOperator(',') ? null : readLevel(0));
      if (!isOperator(')')) take(',');
    }
    take(')');
    return list;
  }

  const whole = readLevel(0);
  const rest = peek();
  if (rest) throw new HostGap(`the formula ${formula} from "${rest.text}" on`);
  return whole;
}
