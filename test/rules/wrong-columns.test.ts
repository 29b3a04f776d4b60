/** A column that is wrong in every row is one entry, whatever stands in it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleRoster, type SampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { groupCauses, type Cause } from '../../rules/causes.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Remark } from '../../rules/merge-findings.ts';
import { makeIndex, makeScheme } from '../support/small-scheme.ts';
import { checkRoster } from '../../rules/check-roster.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { describeCause } from '../../workbook/roster/describe-cause.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findScheme } from '../support/templates.ts';
import { thinTables } from '../support/thin-sample.ts';

const SHEETS = ['memberUnits', 'nominees'] as const;

let scheme: Scheme;
let tables: SampleRoster['tables'];
beforeAll(async () => {
  scheme = await findScheme('shanghai-security-2024');
  tables = thinTables(makeSampleRoster(scheme, { seed: 1, flawed: false }));
});

/** What is said of the column when the row of number `at` holds `write(at)`; null keeps what was there. */
async function causesOf(
  sheet: (typeof SHEETS)[number],
  heading: string,
  write: (at: number) => FactValue,
): Promise<readonly Cause[]> {
  const rows = tables[sheet].map((row, at) => new Map([...row, [heading, write(at) ?? row.get(heading) ?? null]]));
  const bytes = await writeMasterRoster(scheme, { ...tables, [sheet]: rows });
  const { roster } = readMasterRoster(openWorkbook(bytes, '名册.xlsx'), scheme);
  const causes = groupCauses(checkRoster(scheme, roster).remarks, roster);
  return causes.filter(({ remarks: [{ where }] }) => where[0].sheet === sheet && where[0].heading === heading);
}

/** What is wrong in every row, in a few ways that come again and again. */
const CONTENTS: Readonly<Record<string, (at: number) => FactValue>> = {
  'days that are none': (at) => `2024.13.${at % 9}`,
  'what belongs elsewhere': (at) => `内容${at % 9}`,
};

describe.each(Object.entries(CONTENTS))('a column of %s', (_, write) => {
  it.each(SHEETS)(
    'is one entry for each thing that is said of it: %s',
    async (sheet) => {
      for (const { heading } of columnsOf(sheet, scheme)) {
        const causes = await causesOf(sheet, heading, write);
        const said = causes.map(({ remarks: [{ rule, severity }] }) => `${heading} ${rule} ${severity}`);
        // Whether an industry is in the list is asked of those alone who are listed by it.
        expect(said.filter((each) => !each.includes('sequence-unknown'))).toEqual(
          [...new Set(said)].filter((each) => !each.includes('sequence-unknown')),
        );
      }
    },
    120_000,
  );
});

it('names the column, how many rows, three examples and what to do', async () => {
  const [cause] = await causesOf('nominees', '收到日期', (at) => `2024.13.${at % 9}`);
  const rows = tables.nominees.length;
  expect(cause && describeCause(scheme, cause)).toBe(
    `“收到日期”一列 ${rows} 行全都不对（单元格无法读取）：“2024.13.0”、“2024.13.1”、“2024.13.2”等`,
  );
  expect(cause?.mend).toBe('核对这一列是不是贴错了内容；按该列的要求重新填写这个单元格，整列照样改');
  expect(cause?.cells).toHaveLength(rows);
});

it('leaves alone what is wrong in some rows', async () => {
  const causes = await causesOf('nominees', '收到日期', (at) => (at % 2 === 0 ? `2024.13.${at % 9}` : null));
  expect(causes.every(({ column }) => column === null)).toBe(true);
});

it('of cells that were read says how, not that each of them holds “已读取”', async () => {
  const spelled = await causesOf('memberUnits', '独立法人', (at) => ['√', '☑', null][at % 3] ?? null);
  const notes = spelled.filter(({ remarks: [{ rule }] }) => rule === 'cell-note');
  expect(notes.some(({ remarks }) => remarks.length > 1)).toBe(true);
  for (const note of notes) expect(describeCause(scheme, note)).not.toContain('已读取');
});

it('blank cells that have to be filled in are one cause, whatever their columns', () => {
  const blank = (row: number, heading: string): Remark => {
    const finding: Finding = {
      rule: 'field-missing',
      severity: 'violation',
      cite: null,
      where: [{ sheet: 'nominees', row, heading }],
      nominations: [],
      message: `没有填写${heading}`,
      found: '空白',
      mend: '补填空白的栏目',
    };
    return { ...finding, findings: [finding] };
  };
  const { roster } = makeIndex(makeScheme([]), {});
  const causes = groupCauses([blank(2, '职务'), blank(2, '地址'), blank(3, '职务')], roster);
  expect(causes.map((cause) => describeCause(makeScheme([]), cause))).toEqual([
    '必填栏目空白 3 处：职务 2 处、地址 1 处',
  ]);
});
