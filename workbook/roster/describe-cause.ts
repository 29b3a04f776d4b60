import type { Cause } from '../../rules/causes.ts';
import { groupBy } from '../../rules/group-by.ts';
import { nameRule } from '../../rules/name-rule.ts';
import type { Scheme } from '../../rules/scheme.ts';

/** Different values that are named of one cause. */
const MOST_VALUES = 3;

/** What several remarks with one cause have in common; of one alone what it says. `所属不在名额分配表中：“黄浦区” 326 处` */
export function describeCause(scheme: Scheme, { remarks: [first, ...others], value, column }: Cause): string {
  if (others.length === 0) return first.message;
  const name = nameRule(scheme, first);
  const count = others.length + 1;
  if (others.every(({ message }) => message === first.message))
    return first.message.replace(/[。？]?$/, (end) => `（${count} 处）${end}`);
  // What is said of the first says for all what they can mean, or what they contradict.
  const example = `例如：${first.message.replace(/。$/, '')}`;
  // Their values were read: none is wrong, and all would be quoted as “已读取”.
  if (first.rule === 'cell-note') return `${name} ${count} 处，${example}`;
  if (column) {
    const examples = firstValues([first, ...others]);
    const rows = column.filled > count ? `填了 ${column.filled} 行，${count} 行不对` : ` ${count} 行全都不对`;
    return `“${column.heading}”一列${rows}（${name}）：${examples}`;
  }
  if (first.rule === 'field-missing') return `${name} ${count} 处：${countHeadings([first, ...others])}`;
  if (value !== null) return `${name}：${quoteValue(value)} ${count} 处，${example}`;
  return `${name} ${count} 处：${firstValues([first, ...others])}，${example}`;
}

/** `职务 5 处、地址 7 处`: blank cells differ by their columns alone. */
function countHeadings(remarks: Cause['remarks']): string {
  const columns = groupBy(remarks, ({ where: [{ heading }] }) => heading);
  return [...columns].map(([heading, { length }]) => `${heading} ${length} 处`).join('、');
}

function firstValues(remarks: Cause['remarks']): string {
  const values = [...new Set(remarks.map(({ found }) => quoteValue(found)))];
  const more = values.length > MOST_VALUES ? '等' : '';
  return `${values.slice(0, MOST_VALUES).join('、')}${more}`;
}

/** What a cell holds; what is said about a row instead stands as it is. */
function quoteValue(found: string): string {
  return found === '空白' || /[“，]/.test(found) ? found : `“${found}”`;
}
