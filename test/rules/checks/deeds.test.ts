import { expect, it } from 'vitest';
import { checkDeeds } from '../../../rules/checks/deeds.ts';
import { COLLECTIVE, CITED_SCHEME, listNominees, showFindings } from '../../support/rows-by-hand.ts';

const find = (...deeds: readonly string[]) =>
  showFindings(checkDeeds, { nominees: listNominees(COLLECTIVE, ...deeds.map((each) => ({ deeds: each }))) });

it.each(['', '  ', '。', '略', '见附件', '（见附件）', '见 附 件。', '详见材料', '同上'])(
  '%j is no account',
  (deeds) => {
    expect(find(deeds)).toEqual(['deeds-empty 2:主要事迹 (2)']);
  },
);

it.each(['见附件一第三章：全年无事故', '全年无', '略有所得'])('%j is one', (deeds) => {
  expect(find(deeds)).toEqual([]);
});

it('an account is copied where only names, white space and punctuation differ, and both rows hear of it', () => {
  expect(find('甲公司全年无事故。', '全年无事故', '甲公司 全年，无事故')).toEqual([
    'deeds-copied 4:主要事迹 2:主要事迹 (2 4)',
  ]);
  const own = (name: string) => `${name}全年检查 12 次`;
  expect(find(own('虚构公司2'), own('虚构公司3'), own('虚构公司4').replace('12', '13'))).toEqual([
    'deeds-copied 3:主要事迹 2:主要事迹 (2 3)',
  ]);
});

it('blank accounts are blank, not copied', () => {
  expect(find('', '')).toEqual(['deeds-empty 2:主要事迹 (2)', 'deeds-empty 3:主要事迹 (3)']);
});

it('nothing is said where the notice gives no cause', () => {
  const nominees = listNominees(COLLECTIVE, { deeds: '' }, { deeds: '' });
  expect(showFindings(checkDeeds, { nominees }, { ...CITED_SCHEME, checks: {} })).toEqual([]);
});
