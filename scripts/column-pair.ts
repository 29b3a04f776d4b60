import { UnusableInput } from '../rules/unusable-input.ts';

/** What an option takes pairs of. */
const PAIRS = {
  '--column': { form: '"名单的列=总名册的列"', example: '"会费状态=会费"' },
  '--listed': { form: '"总名册的列=值"', example: '"区级先进=是"' },
} as const;

/**
 * The two sides of `会费状态=会费`.
 * @throws UnusableInput where it is no pair
 */
export function readColumnPair(option: keyof typeof PAIRS, text: string): [string, string] {
  // Full-width signs come of Chinese keyboards.
  const [first = '', second = '', ...more] = text.split(/[=＝]/).map((part) => part.trim());
  if (first !== '' && second !== '' && more.length === 0) return [first, second];
  const { form, example } = PAIRS[option];
  throw new UnusableInput(`${option} 后面的“${text}”不成一对；请写成 ${form}，如 ${option} ${example}。`);
}
