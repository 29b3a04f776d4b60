/** Notes about the spelling of a cell, in words. */
import type { NoteKind } from '../../rules/note-kind.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import { NotedFact, type ReadingNote } from './fact-reading.ts';
import { quoteForUser } from './quote.ts';
import { toHalfWidth } from './width.ts';

const WORDS: Readonly<Partial<Record<NoteKind, string>>> = {
  'white-space': '含有多余的空格或换行，已去掉',
  'full-width': '全角、半角与要求的不同，已照要求读取',
  punctuation: '带有多余的标点或符号，已去掉',
  'unit-word': '数字后带有单位，按数字读取',
  'digit-groups': '数字分了节，按一个数读取',
  'number-as-text': '是文本格式的数字，按数字读取',
  'number-words': '用了数字的别的写法，按数字读取',
  'long-fraction': '存着算出来的长小数，按显示的数读取',
  'date-form': '用了日期的别的写法，按日期读取',
  'id-number-form': '写法不合规范，校验码相符，已按 18 位号码读取',
  'credit-code-form': '写法不合规范，校验码相符，已按 18 位代码读取',
};

export function describeNotes(kinds: readonly NoteKind[]): ReadingNote[] {
  return [...new Set(kinds)].map((kind) => ({ kind, message: WORDS[kind] ?? '' }));
}

/** A word that was meant by a text: written with other white space or in another width, or another word altogether. */
export function noteReading(value: FactValue, written: string, canonical: string): NotedFact {
  const bare = written.replace(/\s/g, '');
  const isOther = toHalfWidth(bare) !== toHalfWidth(canonical).replace(/\s/g, '');
  if (isOther) {
    const message = `写的是${quoteForUser(written.trim())}，按${quoteForUser(canonical)}读取`;
    return new NotedFact(value, canonical, [{ kind: 'other-words', message }]);
  }
  return new NotedFact(value, canonical, describeNotes(bare === canonical ? ['white-space'] : ['full-width']));
}

/** A sign that stands in place of nothing. */
export function noteBlank(written: string): NotedFact {
  return new NotedFact(null, '', [
    { kind: 'placeholder', message: `写的是${quoteForUser(written.trim())}，按没有填写读取` },
  ]);
}
