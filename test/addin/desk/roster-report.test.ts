import { beforeAll, describe, expect, it } from 'vitest';
import { reportRoster, type QuotaView } from '../../../addin/desk/roster-report.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { makeSampleRoster, type SampleRoster } from '../../../jobs/sample/make-sample-roster.ts';
import { findScheme } from '../../support/templates.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { writeMasterRoster } from '../../../workbook/roster/write-master-roster.ts';
import { SCHEME_ID } from '../sample-workbooks.ts';

const HELD = '崇明';
const OTHER = '金山';

it('of a file asks about what is hidden or struck out', async () => {
  const scheme = await findScheme(SCHEME_ID);
  const { tables, looks, coverage } = makeSampleRoster(scheme, { seed: 1, flawed: true });
  const { findings } = reportRoster(
    openWorkbook(await writeMasterRoster(scheme, tables, [], { looks, coverage }), 'a.xlsx'),
    scheme,
    [],
  );
  const rules = new Set(findings.map(({ rule }) => rule));
  for (const rule of ['row-hidden', 'row-struck', 'column-hidden', 'sheet-hidden']) expect(rules).toContain(rule);
});

it('tells of rows that are no records, which no figure counts', async () => {
  const scheme = await findScheme(SCHEME_ID);
  const { tables } = makeSampleRoster(scheme, { seed: 1, flawed: false });
  const sum = new Map([['全称', '总计']]);
  const bytes = await writeMasterRoster(scheme, { ...tables, memberUnits: [...tables.memberUnits, sum] }, []);
  const plain = await writeMasterRoster(scheme, tables, []);
  const [odd, same] = [bytes, plain].map((each) => reportRoster(openWorkbook(each, 'a.xlsx'), scheme, []));
  expect(odd?.remarks).toEqual([
    `未当作记录的行 1 行：会员单位第 ${tables.memberUnits.length + 2} 行（合计行）；不计入任何数。`,
    ...(same?.remarks ?? []),
  ]);
  expect({ ...odd, remarks: [] }).toEqual({ ...same, remarks: [] });
});

describe('places of a roster', () => {
  let scheme: Scheme;
  let tables: SampleRoster['tables'];

  beforeAll(async () => {
    scheme = await findScheme(SCHEME_ID);
    ({ tables } = makeSampleRoster(scheme, { seed: 1, flawed: false }));
  });

  /** With the units of these districts alone, and their nominations. */
  async function view(districts: readonly string[], coverage: string): Promise<QuotaView> {
    const memberUnits = tables.memberUnits.filter((row) => districts.includes(String(row.get('所属'))));
    const numbers = new Set(memberUnits.map((row) => row.get('编号')));
    const nominees = tables.nominees.filter((row) => numbers.has(row.get('单位编号')));
    const bytes = await writeMasterRoster(scheme, { ...tables, memberUnits, nominees }, [], { coverage });
    const { quota } = reportRoster(openWorkbook(bytes, '总名册.xlsx'), scheme, []);
    if (!quota) throw new Error('the scheme has no places');
    return quota;
  }

  const sumOf = (...names: readonly string[]) => {
    const rows = scheme.quota?.published.filter(({ district }) => names.includes(district)) ?? [];
    return {
      members: rows.reduce((sum, { members }) => sum + (members ?? 0), 0),
      places: rows.flatMap(({ places }) => Object.values(places)).reduce((sum, each) => sum + each, 0),
    };
  };

  it('of one district are told of it alone, and summed up for it', async () => {
    const { districts, isPartial, totals } = await view([HELD], HELD);
    expect(districts.map(({ name }) => name)).toEqual([HELD]);
    expect(isPartial).toBe(true);
    expect(totals).toMatchObject(sumOf(HELD));
  });

  it('of a district that it does not hold are told where somebody is nominated, and none of them is free', async () => {
    const { districts, totals } = await view([HELD, OTHER], HELD);
    const held = districts.map(({ name, places }) => [name, ...new Set(places.map(({ isHeld }) => isHeld))]);
    expect(new Map(held.map(([name, ...rest]) => [name, rest]))).toEqual(
      new Map([
        [HELD, [true]],
        [OTHER, [false]],
      ]),
    );
    expect(totals).toMatchObject(sumOf(HELD, OTHER));
  });

  it('of all districts are told where it says that it holds all, though of most there is no unit', async () => {
    const { districts, isPartial, totals } = await view([HELD], '全部');
    expect(districts.map(({ name }) => name)).toEqual(scheme.districts.map(({ name }) => name));
    expect(isPartial).toBe(false);
    expect(totals).toMatchObject(sumOf(...scheme.districts.map(({ name }) => name)));
  });
});
