/** What a part of a check leaves out because nobody can say whose it is. */
import type { CheckPart } from './check-roster.ts';
import { isOpen } from './finding.ts';

/** One sentence with the count; empty where there is nothing. */
export function tellUnowned({ unowned }: CheckPart): string {
  const count = unowned.remarks.filter(isOpen).length;
  if (count === 0) return '';
  return `总名册另有 ${count} 处问题看不出是谁的（如所属写错、整列整表的问题），这里没有列出，审查整份总名册时可以看到。`;
}
