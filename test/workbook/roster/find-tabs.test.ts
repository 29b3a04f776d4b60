/** A tab is known whatever its spaces; a tab that repeats a sheet is asked about and read for nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../../rules/roster-column.ts';
import { SHEET, SHEET_ALIASES } from '../../../rules/roster-cell.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { comparable } from '../../../workbook/intake/clean-text.ts';
import { quoteForUser } from '../../../workbook/intake/quote.ts';
import { describeTabs, hasTab } from '../../../workbook/roster/find-tabs.ts';
import { readMasterRoster } from '../../../workbook/roster/read-master-roster.ts';
import type { RosterWorkbook } from '../../../workbook/roster/roster-workbook.ts';
import { writeMasterRoster } from '../../../workbook/roster/write-master-roster.ts';
import { findShanghai } from '../../support/full-scheme.ts';

let scheme: Scheme;
let plain: RosterWorkbook;

const units = (count: number): Facts[] =>
  Array.from(
    { length: count },
    (_, index) =>
      new Map([
        ['编号', `0800${index + 10}`],
        ['全称', `虚构公司${index}`],
      ]),
  );

beforeAll(async () => {
  scheme = await findShanghai();
  plain = openWorkbook(await writeMasterRoster(scheme, { memberUnits: units(6) }), '名册.xlsx');
});

/** The same workbook with tabs called otherwise, or with more of them: the name of each, and what it shows. */
function withTabs(tabs: Readonly<Record<string, { readonly of: string; readonly rows?: number }>>): RosterWorkbook {
  const taken = new Set(Object.values(tabs).map(({ of }) => of));
  const renamed = Object.entries(tabs);
  const kept = plain.sheets.filter(({ name }) => !taken.has(name) || renamed.length === 0);
  return {
    fileName: plain.fileName,
    sheets: [...kept, ...renamed.map(([name]) => ({ name, state: 'visible' as const, partName: '' }))],
    readSheet: (wanted) => {
      const tab = tabs[wanted];
      if (!tab) return plain.readSheet(wanted);
      const content = plain.readSheet(tab.of);
      return { ...content, name: wanted, rows: content.rows.slice(0, tab.rows ?? content.rows.length) };
    },
  };
}

describe('a tab', () => {
  it.each(['会员单位 ', ' 会员 单位', '会员单位\u200b', '会员单位\u00a0'])('called %j is 会员单位', (name) => {
    const { roster, addresses } = readMasterRoster(withTabs({ [name]: { of: SHEET.memberUnits } }), scheme);
    expect(roster.memberUnits).toHaveLength(6);
    expect(addresses.get('memberUnits')?.sheetName).toBe(name);
    expect(roster.oddities.copies).toEqual([]);
  });

  it.each(SHEET_ALIASES.memberUnits.flatMap((name) => [name, ` ${name}\u00a0`]))(
    'called %j is 会员单位 as well, and it is said',
    (name) => {
      const { roster, addresses } = readMasterRoster(withTabs({ [name]: { of: SHEET.memberUnits } }), scheme);
      expect(roster.memberUnits).toHaveLength(6);
      expect(roster.oddities.copies).toEqual([]);
      expect(describeTabs(addresses)).toBe(`工作表${quoteForUser(name)}按“会员单位”读取。`);
      expect(hasTab([{ name }], 'memberUnits')).toBe(true);
    },
  );

  it('by another name counts for nothing beside the exact one, and two such are refused', () => {
    const [one = '', other = ''] = SHEET_ALIASES.memberUnits;
    const both = { 会员单位: { of: SHEET.memberUnits }, [one]: { of: SHEET.memberUnits } };
    const { addresses, roster } = readMasterRoster(withTabs(both), scheme);
    expect([addresses.get('memberUnits')?.sheetName, roster.oddities.copies.length]).toEqual(['会员单位', 1]);
    const two = { [one]: { of: SHEET.memberUnits }, [other]: { of: SHEET.memberUnits } };
    expect(() => readMasterRoster(withTabs(two), scheme)).toThrow(`都像是“会员单位”（“${one}”、“${other}”）`);
  });

  it('has names that no other sheet has', () => {
    const names = [...Object.values(SHEET), ...Object.values(SHEET_ALIASES).flat()];
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => comparable(name) !== name)).toEqual([]);
  });

  it('is refused where two are equally near, and counts for nothing beside the exact one', () => {
    const near = { '会员单位 ': { of: SHEET.memberUnits }, ' 会员单位': { of: SHEET.memberUnits } };
    expect(() => readMasterRoster(withTabs(near), scheme)).toThrow(
      '文件“名册.xlsx”有两张工作表都像是“会员单位”（“会员单位 ”、“ 会员单位”），请把现行的一张改名为“会员单位”，另一张移到别的文件里。',
    );
    const both = { 会员单位: { of: SHEET.memberUnits }, '会员单位 ': { of: SHEET.memberUnits } };
    expect(readMasterRoster(withTabs(both), scheme).roster.oddities.copies).toHaveLength(1);
  });
});

describe('a tab that repeats a sheet', () => {
  const copies = (tabs: Parameters<typeof withTabs>[0]) =>
    readMasterRoster(withTabs({ 会员单位: { of: SHEET.memberUnits }, ...tabs }), scheme).roster.oddities.copies.map(
      ({ name, rows, same }) => `${name} ${same}/${rows}`,
    );

  it('by its name and its columns, or by most of its rows, is told', () => {
    expect(copies({ '会员单位 (2)': { of: SHEET.memberUnits } })).toEqual(['会员单位 (2) 6/6']);
    expect(copies({ 备份: { of: SHEET.memberUnits, rows: 4 } })).toEqual(['备份 3/3']);
  });

  it('is none where it holds nothing, or has other columns', () => {
    expect(copies({ 会员单位空表: { of: SHEET.memberUnits, rows: 1 } })).toEqual([]);
    expect(copies({ 会员单位说明: { of: SHEET.scheme } })).toEqual([]);
  });
});
