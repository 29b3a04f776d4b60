import { describe, expect, it } from 'vitest';
import { messageFor } from '../../rules/message-for.ts';
import { cellOf } from '../../rules/roster-cell.ts';
import { listNominees, PERSON } from '../support/rows-by-hand.ts';

const [first, second] = listNominees(
  PERSON,
  { row: 2, unitName: '甲厂', name: '张某' },
  { row: 9, unitName: '乙厂', name: '李某' },
);
if (!first || !second) throw new Error('there are no such nominees');

const PAIRS = ['application-twice', 'applied-twice', 'certificate-number-twice', 'deeds-copied', 'nominated-twice'];
const found = (rule: string) => ({
  rule,
  where: [cellOf('nominees', second, '姓名'), cellOf('nominees', first, '姓名')] as const,
  nominations: [first, second],
  message: '与第 2 行相同',
});

describe('what is told of two that are alike', () => {
  it.each(PAIRS)('%s: to the second as it is, to the first with whose row it is', (rule) => {
    expect(messageFor(found(rule), second)).toBe('与第 2 行相同');
    expect(messageFor(found(rule), first)).toBe('推荐名单第 9 行“乙厂 李某”：与第 2 行相同');
  });

  it('names the row alone where neither unit nor name is filled in', () => {
    const [nameless] = listNominees(PERSON, { row: 9, unitName: '', name: '' });
    if (!nameless) throw new Error('there is no such nominee');
    const where = [cellOf('nominees', nameless, '姓名'), cellOf('nominees', first, '姓名')] as const;
    const finding = { ...found('nominated-twice'), where, nominations: [first, nameless] };
    expect(messageFor(finding, first)).toBe('推荐名单第 9 行：与第 2 行相同');
  });

  it('is told to all of a group as it is where it is about no single row', () => {
    expect(messageFor(found('over-quota'), first)).toBe('与第 2 行相同');
  });
});
