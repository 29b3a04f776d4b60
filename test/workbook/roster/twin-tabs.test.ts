/** Two tabs of one workbook that may both be a sheet, of every sheet and under every name: none is passed over in silence, and an empty one is none. */
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import type { SheetContent } from '../../../ooxml/read/sheet-content.ts';
import type { Facts, FactValue, RosterColumn } from '../../../rules/roster-column.ts';
import { columnsOf } from '../../../rules/roster-columns.ts';
import { SHEET, SHEET_ALIASES, type SheetKey, type TableKey } from '../../../rules/roster-cell.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { sheetsOf } from '../../../rules/sheets.ts';
import { quoteForUser } from '../../../workbook/intake/quote.ts';
import { describeTabs } from '../../../workbook/roster/find-tabs.ts';
import { readMasterRoster, readSchemeId } from '../../../workbook/roster/read-master-roster.ts';
import type { RosterWorkbook } from '../../../workbook/roster/roster-workbook.ts';
import { writeMasterRoster } from '../../../workbook/roster/write-master-roster.ts';
import { findScheme, listSchemeIds } from '../../support/templates.ts';

interface Written {
  readonly scheme: Scheme;
  readonly workbook: RosterWorkbook;
}

/** A roster with one row in each table, of a scheme that has the sheet. */
const written = new Map<TableKey, Written>();
for (const id of await listSchemeIds()) {
  const scheme = await findScheme(id);
  const keys = sheetsOf(scheme);
  if (keys.every((key) => written.has(key))) continue;
  const rows: Partial<Record<TableKey, readonly Facts[]>> = {};
  for (const key of keys) {
    rows[key] = [new Map(columnsOf(key, scheme).map((column) => [column.heading, valueOf(column)]))];
  }
  const bytes = await writeMasterRoster(scheme, rows);
  const workbook = openWorkbook(bytes, '名册.xlsx');
  for (const key of keys) written.set(key, { scheme, workbook });
}

function valueOf({ type, choices = [] }: RosterColumn): FactValue {
  if (type === 'text' || type === 'code') return 'A1';
  if (type === 'choice') return choices[0] ?? null;
  if (type === 'yes-no') return true;
  if (type === 'date' || type === 'month') return type === 'date' ? '2024-05-01' : '1975-03';
  return type === 'integer' || type === 'number' || type === 'points' ? 1 : null;
}

function writtenFor(key: SheetKey): Written {
  const found = written.get(key === 'scheme' ? 'memberUnits' : key);
  if (!found) throw new RangeError(`no scheme has ${key}`);
  return found;
}

/** The same workbook with further tabs, or other ones in place of its own. */
function withTabs(workbook: RosterWorkbook, tabs: readonly SheetContent[]): RosterWorkbook {
  const others = workbook.sheets.filter(({ name }) => !tabs.some((tab) => tab.name === name));
  return {
    fileName: workbook.fileName,
    sheets: [...tabs.map(({ name }) => ({ name, state: 'visible' as const, partName: '' })), ...others],
    readSheet: (name) => tabs.find((tab) => tab.name === name) ?? workbook.readSheet(name),
  };
}

/** Only some columns of a sheet, with another text in the last of them where one is given. */
function cut(content: SheetContent, name: string, { columns, last }: { columns: readonly number[]; last?: string }) {
  const rows = content.rows.map((row, index) => ({
    ...row,
    cells: row.cells.flatMap((cell) => {
      if (!columns.includes(cell.column)) return [];
      const isLast = index > 0 && last !== undefined && cell.column === columns.at(-1);
      return [isLast ? { ...cell, kind: 'text' as const, text: last } : cell];
    }),
  }));
  return { ...content, name, merges: [], rows };
}

function toldOf(workbook: RosterWorkbook, scheme: Scheme): string[] {
  return readMasterRoster(workbook, scheme).roster.oddities.copies.map(
    ({ sheet, name, isWhole, same, rows }) => `${sheet} ${name} ${isWhole ? 'whole' : 'part'} ${same}/${rows}`,
  );
}

const keys = Object.keys(SHEET) as SheetKey[];
const tables = keys.filter((key): key is TableKey => key !== 'scheme');
const named = <Key extends SheetKey>(all: readonly Key[]) =>
  all.flatMap((key) => SHEET_ALIASES[key].map((alias) => [key, SHEET[key], alias] as const));

describe('beside a sheet', () => {
  it.each(named(tables))(
    '%s, %s: a tab %s with what the row is about and one column more is asked about',
    (key, own, alias) => {
      const { scheme, workbook } = writtenFor(key);
      const content = workbook.readSheet(own);
      const columns = columnsOf(key, scheme);
      const about = columns.findIndex(({ naming }) => naming !== undefined) + 1;
      const further = columns.findIndex(({ naming }) => naming === undefined) + 1;
      const places = [about, ...(further > 0 ? [further] : [])];
      const isWhole = columns.every(({ optional }, index) => optional === true || places.includes(index + 1));
      const kind = isWhole ? 'whole' : 'part';
      const alike = withTabs(workbook, [cut(content, alias, { columns: places })]);
      expect(toldOf(alike, scheme)).toEqual([`${key} ${alias} ${kind} 1/1`]);
      const contrary = withTabs(workbook, [cut(content, alias, { columns: places, last: '7' })]);
      expect(toldOf(contrary, scheme)).toEqual([`${key} ${alias} ${kind} 0/1`]);
      expect(readMasterRoster(contrary, scheme).addresses.get(key)?.sheetName).toBe(own);
    },
  );

  it.each(named(tables))('%s, %s: a tab %s that is a form or holds no row is nobody’s matter', (key, own, alias) => {
    const { scheme, workbook } = writtenFor(key);
    const content = workbook.readSheet(own);
    const form = { ...workbook.readSheet(SHEET.scheme), name: alias };
    expect(toldOf(withTabs(workbook, [form]), scheme)).toEqual([]);
    const bare = { ...content, name: alias, rows: content.rows.slice(0, 1) };
    expect(toldOf(withTabs(workbook, [bare]), scheme)).toEqual([]);
  });
});

describe('an empty tab', () => {
  const blanks = (content: SheetContent): SheetContent => ({
    ...content,
    merges: [],
    rows: content.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, kind: 'text' as const, text: ' \u200b' })),
    })),
  });

  it.each(named(keys))('%s, %s gives way to a tab %s that holds something', (key, own, alias) => {
    const { scheme, workbook } = writtenFor(key);
    const content = workbook.readSheet(own);
    const expected = readMasterRoster(workbook, scheme).roster;
    for (const empty of [{ ...content, merges: [], rows: [] }, blanks(content)]) {
      const tabs = withTabs(workbook, [empty, { ...content, name: alias }]);
      const { roster, addresses } = readMasterRoster(tabs, scheme);
      expect(readSchemeId(tabs)).toBe(scheme.id);
      expect(JSON.stringify(roster)).toBe(JSON.stringify(expected));
      expect(describeTabs(addresses)).toBe(`工作表${quoteForUser(alias)}按“${own}”读取。`);
      const turned = withTabs(workbook, [{ ...empty, name: alias }]);
      expect(describeTabs(readMasterRoster(turned, scheme).addresses)).toBe('');
    }
  });

  it('alone is refused for what it lacks, and so are two', () => {
    const { scheme, workbook } = writtenFor('scores');
    const empty = { ...workbook.readSheet(SHEET.scores), merges: [], rows: [] };
    for (const tabs of [[empty], [empty, { ...empty, name: '评分表' }]]) {
      expect(() => readMasterRoster(withTabs(workbook, tabs), scheme)).toThrow('工作表“评分”前 10 行里找不到表头');
    }
  });
});
