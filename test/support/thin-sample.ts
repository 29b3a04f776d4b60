/** A sample cut down to some dozen nominations, for what does not hang on how many there are. */
import type { SampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import type { Row } from '../../jobs/sample/row.ts';
import type { TableKey } from '../../rules/roster-cell.ts';

/** Of so many nominations and units one stays. */
const KEPT_OF = 10;
/** Under which a row says of whom it is. */
const KEYS = ['编号', '单位编号', '申报编号', '对象'];
/** Above the rows of a sheet stand its headings, and rows count from 1. */
const FIRST_ROW = 2;

/**
 * The tables with every row in which a flaw was planted, every tenth nomination of each award, its unit with all that it is nominated for, and what the
 * other sheets say of them. No row is changed.
 */
export function thinTables({ tables, flaws }: Pick<SampleRoster, 'tables' | 'flaws'>): SampleRoster['tables'] {
  const flawed = new Set(flaws.map(({ sheet, row }) => `${sheet} ${row}`));
  const isFlawed = (table: TableKey, index: number) => flawed.has(`${table} ${index + FIRST_ROW}`);
  const seen = new Map<unknown, number>();
  const chosen = tables.nominees.filter((row, index) => {
    const before = seen.get(row.get('奖项')) ?? 0;
    seen.set(row.get('奖项'), before + 1);
    return before % KEPT_OF === 0 || isFlawed('nominees', index);
  });
  // A nomination may rest on another one of its unit.
  const units = new Set(chosen.map((row) => row.get('单位编号')));
  const nominees = tables.nominees.filter((row) => chosen.includes(row) || units.has(row.get('单位编号')));
  const kept = new Set(nominees.flatMap(keysOf));
  const isKept = (row: Row) => keysOf(row).some((key) => kept.has(key));
  const memberUnits = tables.memberUnits.filter(
    (row, index) => index % KEPT_OF === 0 || isKept(row) || isFlawed('memberUnits', index),
  );
  for (const unit of memberUnits) for (const key of keysOf(unit)) kept.add(key);
  const linked = (table: TableKey) => tables[table].filter((row, index) => isKept(row) || isFlawed(table, index));
  return {
    ...tables,
    memberUnits,
    nominees,
    scores: linked('scores'),
    projects: linked('projects'),
    materials: linked('materials'),
    confirmations: linked('confirmations'),
    expertScores: linked('expertScores'),
    objections: linked('objections'),
    decisions: linked('decisions'),
  };
}

function keysOf(row: Row): string[] {
  return KEYS.flatMap((heading) => {
    const key = row.get(heading);
    return typeof key === 'string' && key !== '' ? [key] : [];
  });
}
