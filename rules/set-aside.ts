/** Rows of a roster that are no records, in the words of a clerk. */
import { groupBy } from './group-by.ts';
import { SHEET } from './roster-cell.ts';
import type { AsideKind, RowAside } from './roster-oddities.ts';

export const ASIDE_WORDS: Readonly<Record<AsideKind, string>> = {
  total: '合计行',
  note: '注释',
  signature: '签署栏',
  heading: '重复的表头',
  title: '标题',
  nameless: '编号、名称和内容不全',
};

/** How many stretches of rows are named of each sheet. */
const MOST_STRETCHES = 4;

/** `未当作记录的行 3 行：推荐名单第 8 行（合计行）、第 21、22 行（签署栏）`; empty where there are none. */
export function describeAside(rows: readonly RowAside[]): string {
  if (rows.length === 0) return '';
  const bySheet = groupBy(rows, ({ sheet }) => sheet);
  const parts = [...bySheet].map(([sheet, ofSheet]) => {
    const stretches = joinStretches(ofSheet);
    const named = stretches.slice(0, MOST_STRETCHES).map(nameStretch).join('、');
    return `${SHEET[sheet]}${named}${stretches.length > MOST_STRETCHES ? '等' : ''}`;
  });
  return `未当作记录的行 ${rows.length} 行：${parts.join('；')}；不计入任何数。`;
}

interface Stretch {
  readonly kind: AsideKind;
  readonly first: number;
  readonly last: number;
}

/** Rows of one kind one below the other. */
function joinStretches(rows: readonly RowAside[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { kind, row } of rows) {
    const before = stretches.at(-1);
    if (before?.kind === kind && before.last === row - 1) stretches[stretches.length - 1] = { ...before, last: row };
    else stretches.push({ kind, first: row, last: row });
  }
  return stretches;
}

function nameStretch({ kind, first, last }: Stretch): string {
  return `第 ${first === last ? first : `${first}–${last}`} 行（${ASIDE_WORDS[kind]}）`;
}
