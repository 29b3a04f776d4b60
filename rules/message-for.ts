/** A finding's sentence, as it is told to whoever asks about one nomination. */
import type { Finding } from './finding.ts';
import type { Nominee } from './master-roster.ts';
import { SHEET } from './roster-cell.ts';

/** Their sentence is about the row of the first cell, and names another row that is like it. */
const OF_PAIRS: readonly Finding['rule'][] = [
  'application-twice',
  'applied-twice',
  'certificate-number-twice',
  'deeds-copied',
  'nominated-twice',
];
const OF_UNIT_PAIRS: readonly Finding['rule'][] = [
  'duplicate-unit-number',
  'duplicate-unit-code',
  'same-unit-two-names',
];

/** Of a pair both are told; the one that the sentence is not about would else read that it is like itself. */
export function messageFor(
  { rule, where: [cell], nominations, message }: Pick<Finding, 'rule' | 'where' | 'nominations' | 'message'>,
  nominee: Nominee,
): string {
  if (!OF_PAIRS.includes(rule) || cell.row === nominee.row) return message;
  const other = nominations.find(({ row }) => row === cell.row);
  if (!other) return message;
  const names = [...new Set([other.unitName, other.name])].filter((name) => name !== '');
  const named = names.length > 0 ? `“${names.join(' ')}”` : '';
  return `推荐名单第 ${other.row} 行${named}：${message}`;
}

/** The sentence for those who are not told of its first cell, as of a pair whose other row is somebody else's. */
export function tellElsewhere({
  rule,
  where: [{ sheet, row }],
  message,
}: Pick<Finding, 'rule' | 'where' | 'message'>): string {
  const isOfPair = OF_PAIRS.includes(rule) || OF_UNIT_PAIRS.includes(rule);
  return isOfPair && row !== null ? `${SHEET[sheet]}第 ${row} 行：${message}` : message;
}
