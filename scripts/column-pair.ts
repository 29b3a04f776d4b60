import { UnusableInput } from '../rules/unusable-input.ts';

/**
 * `会费状态=会费`: a heading of a list, and the column that it means.
 * @throws UnusableInput where it is no pair
 */
export function readColumnPair(text: string): { readonly written: string; readonly heading: string } {
  // Full-width signs come of Chinese keyboards.
  const [written = '', heading = '', ...more] = text.split(/[=＝]/).map((part) => part.trim());
  if (written !== '' && heading !== '' && more.length === 0) return { written, heading };
  throw new UnusableInput(
    `--column 后面的“${text}”不成一对；请写成 "名单的列=总名册的列"，如 --column "会费状态=会费"。`,
  );
}
