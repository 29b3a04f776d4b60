/** What is odd about rows and tabs is asked or noted, holds nobody up, and marks what rests on it. */
import { expect, it } from 'vitest';
import { checkRoster } from '../../../rules/check-roster.ts';
import type { Decision } from '../../../rules/decision.ts';
import { isOpen } from '../../../rules/finding.ts';
import { listGaps } from '../../../rules/incomplete-base.ts';
import type { RosterOddities } from '../../../rules/roster-oddities.ts';
import { describeAside } from '../../../rules/set-aside.ts';
import { NO_ODDITIES, makeAward, makeIndex, makeNominee, makeScheme } from '../../support/small-scheme.ts';

const SCHEME = makeScheme([makeAward('gold', '金', [])]);
const CELL = { sheet: 'nominees', row: 2, heading: '奖项' } as const;

function check(oddities: Partial<RosterOddities>, decisions: readonly Decision[] = []) {
  const { roster } = makeIndex(SCHEME, {
    nominees: [makeNominee('金等级')],
    oddities: { ...NO_ODDITIES, ...oddities },
    decisions,
  });
  const result = checkRoster(SCHEME, roster);
  const own = result.remarks.filter(({ rule }) => /^(row-unclear|sheet-copied|cells-merged|heading-alias)$/.test(rule));
  return {
    told: own.map(({ severity, message }) => `${severity} ${message}`),
    mends: own.map(({ mend }) => mend),
    open: own.filter(isOpen).length,
    cleared: result.nominees.map(({ cleared }) => cleared),
    gaps: listGaps(result, 'report').map(({ what, count }) => `${what} ${count}`),
  };
}

const decide = (subject: string): Decision => {
  const signed = { by: '秘书处', on: '2030-01-01', tally: '', reason: '核对过' };
  return { row: 2, matter: '不能确定是不是记录的行', subject, word: 'agreed', ...signed };
};

it('a row that may be a record is a question that a decision about the row answers', () => {
  const unclear = [{ cell: CELL, isCounted: true, reason: '有“金小计”' }];
  const asked = check({ unclear });
  expect(asked.told).toEqual(['question 第 2 行有“金小计”，仍按一条记录读取，是不是一条记录？']);
  expect(asked.gaps).toEqual(['不能确定是不是记录的行 1']);
  expect(asked.cleared).toEqual([true]);
  expect(check({ unclear }, [decide('A1')])).toMatchObject({ open: 0, gaps: [] });
});

it('a copied tab is a question, and outputs say so until it is answered', () => {
  const copies = [
    {
      sheet: 'nominees' as const,
      cell: { ...CELL, row: null },
      name: '推荐名单 (2)',
      isWhole: true,
      rows: 20,
      same: 19,
    },
  ];
  const { told, gaps, cleared } = check({ copies });
  expect(told).toEqual([
    'question 工作表“推荐名单 (2)”与“推荐名单”列名相同，20 行中有 19 行一样，只读取了“推荐名单”，哪一张是现行的？',
  ]);
  const part = check({ copies: copies.map((copy) => ({ ...copy, name: '推荐表', isWhole: false })) });
  expect(part.told).toEqual([
    'question 工作表“推荐表”也像是“推荐名单”，列不全，20 行中有 19 行在已有的列上一样，只读取了“推荐名单”，哪一张是现行的？',
  ]);
  expect(part.mends[0]).toMatch(/^“推荐表”中较新的内容先抄进“推荐名单”，再把“推荐表”移到别的文件里；/);
  expect([gaps, cleared]).toEqual([['列名相同的另一张工作表 1'], [true]]);
  const answered = { ...decide('推荐名单'), matter: '列名相同的另一张工作表' };
  expect(check({ copies }, [answered])).toMatchObject({ open: 0, gaps: [] });
});

it('merged cells and headings by another name are notes', () => {
  const merged = [{ cells: [CELL] as const, range: 'A1:A2', value: '“金”', fact: '金' }];
  const headings = [{ cell: { ...CELL, row: null }, written: '奖项名称' }];
  const { told, gaps, cleared } = check({ merged, headings });
  expect(told).toEqual(['note A1:A2 是合并单元格，已按每一行都是“金”读取', 'note 列名“奖项名称”按“奖项”读取']);
  expect([gaps, cleared]).toEqual([[], [true]]);
});

it('rows that were set aside are one line, row by row or in stretches', () => {
  const rows = (kind: 'total' | 'note', ...numbers: number[]) =>
    numbers.map((row) => ({ sheet: 'nominees' as const, row, kind, text: '“”' }));
  expect(describeAside([])).toBe('');
  expect(describeAside([...rows('total', 8), ...rows('note', 21, 22, 23)])).toBe(
    '未当作记录的行 4 行：推荐名单第 8 行（合计行）、第 21–23 行（注释）；不计入任何数。',
  );
  expect(describeAside(rows('total', 2, 4, 6, 8, 10))).toContain('第 8 行（合计行）等；');
});
