/** Lists of others are brought to the roster: what fits is filled in and says where it came from, what does not is listed, and nothing else is touched. */
import { beforeAll, describe, expect, it } from 'vitest';
import { join, nameJoinReport, type JoinChoices } from '../../jobs/join.ts';
import type { JobContext } from '../../jobs/job.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { inventCreditCode } from '../../jobs/sample/invented-code.ts';
import { makeRandom } from '../../jobs/sample/random.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import { wordOf } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { gbk } from '../support/gbk.ts';
import { writeHandList, type HandSheet } from '../support/hand-list.ts';
import { unpackTexts } from '../support/unpack.ts';

let scheme: Scheme;
let base: Uint8Array;
beforeAll(async () => {
  scheme = await findShanghai();
  base = await writeBase();
});

/** Number, name and code; 会费 of the last one is there already. */
const UNITS = [
  ['080001', '虚构甲（集团）有限公司', inventCreditCode(1)],
  ['080002', '虚构乙厂', ''],
  ['080003', '虚构丙商店', inventCreditCode(3)],
  ['080004', '虚构丁医院', ''],
] as const;
const PAID = '已全额缴纳';
const UNPAID = '未全额缴纳';

function writeBase(): Promise<Uint8Array> {
  return writeMasterRoster(scheme, {
    memberUnits: UNITS.map(
      ([number, name, code], at) =>
        new Map([
          ['编号', number],
          ['全称', name],
          ['统一社会信用代码', code],
          ['所属', '黄浦'],
          ['独立法人', '是'],
          ['会费', at === 3 ? UNPAID : ''],
        ]),
    ),
  });
}

interface JoinedJson {
  readonly lists: readonly {
    readonly fault: string | null;
    readonly skipped: readonly { readonly name: string; readonly why: string }[];
    readonly sheets: readonly {
      readonly matched: number;
      readonly unmapped: readonly string[];
      readonly unread: readonly { readonly cell: string }[];
      readonly columns: readonly { readonly written: string; readonly origin: string }[];
    }[];
  }[];
  readonly written: readonly JoinedCellJson[];
  readonly kept: readonly JoinedCellJson[];
  readonly torn: readonly JoinedCellJson[];
  readonly closed: readonly JoinedCellJson[];
  readonly open: readonly { readonly row: number; readonly reason: string }[];
  readonly absent: readonly { readonly row: number }[];
  readonly same: number;
}

interface JoinedCellJson {
  readonly row: number;
  readonly column: string;
  readonly old: string;
  readonly claims: readonly { readonly value: string; readonly list: string; readonly cell: string }[];
}

async function run(
  roster: Uint8Array,
  lists: Readonly<Record<string, Uint8Array>>,
  choices: Partial<JoinChoices> = {},
): Promise<{ copy: Uint8Array; report: Uint8Array; told: string[]; json: JoinedJson; verdict: string }> {
  const folder = new MemoryFolder(new Map([['总名册.xlsx', roster], ...Object.entries(lists)]));
  const told: string[] = [];
  const context: JobContext = {
    schemes: {
      ids: () => Promise.resolve([scheme.id]),
      load: () => Promise.resolve({ scheme }),
      form: () => Promise.resolve(null),
    },
    tell: (line) => told.push(line),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const { summary, verdict } = await join(
    {
      columns: [],
      ...choices,
      roster: folder.asInput('总名册.xlsx'),
      lists: Object.keys(lists).map((name) => folder.asInput(name)),
      out: { folder, name: '新总名册.xlsx', force: false },
      report: { folder, name: '新总名册（并入明细）.xlsx', force: false },
    },
    context,
  );
  expect(folder.files.get('总名册.xlsx')).toBe(roster);
  return {
    copy: folder.files.get('新总名册.xlsx') ?? new Uint8Array(),
    report: folder.files.get('新总名册（并入明细）.xlsx') ?? new Uint8Array(),
    told,
    json: JSON.parse(JSON.stringify(summary())) as JoinedJson,
    verdict,
  };
}

/** 会费 of each unit, as the roster is read. */
function feesOf(bytes: Uint8Array): unknown[] {
  const { roster } = readMasterRoster(openWorkbook(bytes, ''), scheme);
  return roster.memberUnits.map(({ facts }) => facts.get('会费') ?? null);
}

const rows = (...all: HandSheet['rows']): Uint8Array => writeHandList({ rows: all });

describe('a list as people keep it', () => {
  const FILLED = [PAID, UNPAID, null, UNPAID];
  it.each<[string, () => Uint8Array, Partial<JoinChoices>?]>([
    [
      'brackets of another width, and blanks in the name',
      () => rows(['单位名称', '会费'], ['虚构甲(集团) 有限公司', '已缴'], ['虚构乙厂 ', '欠缴']),
    ],
    ['numbers that lost their zero', () => rows(['会员号', '会费'], [80001, '已缴清'], [80002, '未缴'])],
    ['numbers as text', () => rows(['单位编号', '会费'], ['80001', '已缴清'], ["'080002", '未缴'])],
    [
      'codes, in whatever order',
      () =>
        rows(['会费', '信用代码', '企业名称'], ['已缴', inventCreditCode(1), '改过名的公司'], ['未缴', '', '虚构乙厂']),
    ],
    [
      'a title above, a sum and notes below',
      () =>
        writeHandList({
          rows: [
            ['某协会会费台账', null, null],
            ['序号', '单位名称', '会费'],
            [1, '虚构甲（集团）有限公司', '已缴'],
            [2, '虚构乙厂', '未缴'],
            ['合计', '2家', null],
            ['注：由财务提供', null, null],
          ],
          merges: ['A1:C1'],
        }),
    ],
    [
      'headings in two rows',
      () =>
        writeHandList({
          rows: [
            ['单位名称', '缴费情况', null],
            [null, '2023', '2024'],
            ['虚构甲（集团）有限公司', '未缴', '已缴'],
            ['虚构乙厂', '已缴', '未缴'],
          ],
          merges: ['A1:A2', 'B1:C1'],
        }),
      { columns: [{ written: '2024（缴费情况）', heading: '会费' }] },
    ],
    [
      'a heading of its own',
      () => rows(['单位', '缴费状态'], ['虚构甲（集团）有限公司', '已缴'], ['虚构乙厂', '未缴']),
      {
        columns: [
          { written: '缴费状态', heading: '会费' },
          { written: '单位', heading: '全称' },
        ],
      },
    ],
    [
      'a heading of 会费 that every ledger has',
      () => rows(['编号', '缴费情况'], ['080001', '已缴'], ['080002', '未缴']),
    ],
    ['a text table in GBK', () => gbk('编号,单位名称,会费\n080001,虚构甲（集团）有限公司,已缴\n080002,,未缴\n')],
  ])('%s', async (name, make, choices = {}) => {
    const file = name.includes('GBK') ? '台账.csv' : '台账.xlsx';
    const { copy, json } = await run(base, { [file]: make() }, choices);
    expect(json.open).toEqual([]);
    expect(feesOf(copy)).toEqual(FILLED);
    expect(json.absent.map(({ row }) => row)).toEqual([4, 5]);
  });
});

it.each([
  ['新总名册.xlsx', '新总名册（并入明细）.xlsx'],
  ['总名册（并入）.xlsx', '总名册（并入明细）.xlsx'],
])('the report beside %s is %s', (roster, report) => {
  expect(nameJoinReport(roster)).toBe(report);
});

describe('a row that nobody can place', () => {
  const CASES: [string, (string | null)[], RegExp][] = [
    ['of no unit', [null, '虚构戊公司', null], /^总名册里没有这家单位$/],
    ['with a name that nearly fits', [null, '虚构甲集团', null], /080001.*名称相近.*是否/],
    ['whose number is one unit’s and whose name another’s', ['080001', '虚构乙厂', null], /080001.*080002.*核对/],
    ['whose number is one unit’s and whose name is nobody’s', ['080001', '虚构戊公司', null], /名称不是它的/],
    ['whose code is one unit’s and whose number another’s', ['080002', null, inventCreditCode(1)], /080001.*080002/],
    ['whose code is one unit’s and whose name another’s', [null, '虚构乙厂', inventCreditCode(1)], /080001.*080002/],
    ['with another code than the unit has', ['080001', null, inventCreditCode(9)], /统一社会信用代码不是它的/],
  ];
  it.each(CASES)('%s', async (_, identity, reason) => {
    const list = rows(['编号', '单位名称', '统一社会信用代码', '会费'], [...identity, '已缴']);
    const { copy, json, verdict } = await run(base, { '台账.xlsx': list });
    expect(json.open.map((row) => row.row)).toEqual([2]);
    expect(json.open[0]?.reason).toMatch(reason);
    expect([copy, verdict]).toEqual([base, 'violations']);
  });

  it('is taken where its number is nobody’s and its name one unit’s alone', async () => {
    const { copy } = await run(base, { '台账.xlsx': rows(['编号', '单位名称', '会费'], ['1', '虚构乙厂', '已缴']) });
    expect(feesOf(copy)).toEqual([null, PAID, null, UNPAID]);
  });
});

describe('values that differ', () => {
  const list = (fee: string) => rows(['编号', '会费'], ['080004', fee]);

  it('stay as the roster has them, and both are shown', async () => {
    const { copy, json } = await run(base, { '台账.xlsx': list('已缴') });
    expect(copy).toEqual(base);
    expect(json.kept).toEqual([
      {
        row: 5,
        column: '会费',
        old: UNPAID,
        claims: [{ value: PAID, list: '台账.xlsx', sheet: '表1', cell: 'B2' }],
      },
    ]);
  });

  it('become the list’s where that is asked of the column', async () => {
    const { copy } = await run(base, { '台账.xlsx': list('已缴') }, { preferList: ['会费'] });
    expect(feesOf(copy).at(-1)).toBe(PAID);
  });

  it('fill the columns that are asked for, and no others', async () => {
    const ledger = rows(['编号', '会费', '独立法人'], ['080001', '已缴', '否']);
    const legalOf = (bytes: Uint8Array) =>
      readMasterRoster(openWorkbook(bytes, ''), scheme).roster.memberUnits[0]?.facts.get('独立法人');
    const both = await run(base, { '台账.xlsx': ledger }, { preferList: ['会费', '独立法人'] });
    expect([feesOf(both.copy)[0], legalOf(both.copy)]).toEqual([PAID, false]);
    const { copy } = await run(base, { '台账.xlsx': ledger }, { fill: ['会费'], preferList: ['会费', '独立法人'] });
    expect([feesOf(copy)[0], legalOf(copy)]).toEqual([PAID, true]);
    await expect(run(base, { '台账.xlsx': ledger }, { fill: ['全称'] })).rejects.toThrow(/“全称”不是名单可以并入的列/);
  });

  it('of two lists, or of two rows of one, leave the cell as it is, whoever is asked to win', async () => {
    const lists = {
      '甲.xlsx': rows(['编号', '会费'], ['080001', '已缴']),
      '乙.xlsx': rows(['编号', '会费'], ['080001', '未缴']),
    };
    const twice = { '台账.xlsx': rows(['编号', '会费'], ['080001', '已缴'], ['080001', '未缴']) };
    for (const each of [lists, twice]) {
      const { copy, json } = await run(base, each, { preferList: ['会费'] });
      expect([copy, json.torn.length]).toEqual([base, 1]);
    }
  });

  it('are none where a list is blank, and none where two rows say the same', async () => {
    const blank = rows(['编号', '会费'], ['080004', null], ['080001', '已缴'], ['080001', '已缴清']);
    const { copy, json } = await run(base, { '台账.xlsx': blank });
    expect(json.kept.length + json.torn.length).toBe(0);
    expect(feesOf(copy)).toEqual([PAID, null, null, UNPAID]);
  });
});

it('never fills in what a unit is known by', async () => {
  const list = rows(['编号', '单位名称', '信用代码', '会费'], ['080002', '虚构乙厂', inventCreditCode(2), '已缴']);
  const { copy } = await run(base, { '台账.xlsx': list });
  const { roster } = readMasterRoster(openWorkbook(copy, ''), scheme);
  expect(roster.memberUnits[1]).not.toHaveProperty('creditCode');
});

describe('a heading that was mapped', () => {
  const list = rows(['单位名称', '缴费状态'], ['虚构甲（集团）有限公司', '已缴']);
  const columns = [{ written: '缴费状态', heading: '会费' }];

  it('is remembered in the new roster, and said so', async () => {
    const first = await run(base, { '台账.xlsx': list }, { columns });
    const next = rows(['缴费状态', '会员编号'], ['未缴', '080003']);
    const second = await run(first.copy, { '明年.xlsx': next });
    expect(second.json.lists[0]?.sheets[0]?.columns).toContainEqual(
      expect.objectContaining({ written: '缴费状态', heading: '会费', origin: 'remembered' }),
    );
    expect(second.told.join()).toContain('总名册记得');
    expect(feesOf(second.copy)).toEqual([PAID, null, UNPAID, UNPAID]);
  });

  it('is told of in the report as every door says it, without a command’s options', async () => {
    const unknown = rows(['单位名称', '缴费状态', '经办'], ['虚构丁医院', '已缴', '某']);
    const { report } = await run(base, { '台账.xlsx': unknown }, { columns });
    const texts = [...unpackTexts(report).values()].join(' ');
    expect(texts).toContain('指明它是总名册的哪一列');
    expect(texts).toContain('指明哪些列以名单为准');
    expect(texts).not.toMatch(/--[a-z]/);
  });

  it('is refused where no list has it, and where 会员单位 has no such column', async () => {
    const wrong = [{ written: '缴费状况', heading: '会费' }];
    await expect(run(base, { '台账.xlsx': list }, { columns: wrong })).rejects.toThrow(/“缴费状况”.*“缴费状态”/);
    const nowhere = [{ written: '缴费状态', heading: '会费状态' }];
    await expect(run(base, { '台账.xlsx': list }, { columns: nowhere })).rejects.toThrow(/没有“会费状态”这一列/);
    const other = [{ written: '独立法人', heading: '会费' }];
    await expect(run(base, { '台账.xlsx': list }, { columns: other })).rejects.toThrow(/就是“会员单位”的“独立法人”/);
  });
});

describe('a list that says something of whoever stands in it', () => {
  const list = rows(['序号', '单位名称'], [1, '虚构乙厂'], [2, '虚构戊公司']);
  const listed = [{ heading: '区级先进', value: '是' }];

  it('fills it in for each of them, from the cell that names the unit', async () => {
    const { copy, json } = await run(base, { '表彰名单.xlsx': list }, { listed });
    const { roster } = readMasterRoster(openWorkbook(copy, ''), scheme);
    expect(roster.memberUnits.map(({ facts }) => facts.get('区级先进'))).toEqual([null, true, null, null]);
    expect([json.written[0]?.claims[0]?.cell, json.open.length]).toEqual(['B2', 1]);
    expect((await run(copy, { '表彰名单.xlsx': list }, { listed })).copy).toEqual(copy);
    expect((await run(copy, { '表彰名单.xlsx': list })).json.written).toEqual([]);
  });

  it('is one list, one column of 会员单位 and one of its words', async () => {
    const two = { '甲.xlsx': list, '乙.xlsx': list };
    await expect(run(base, two, { listed })).rejects.toThrow(/一份名单说的/);
    const refuse = (heading: string, value: string) => run(base, { '甲.xlsx': list }, { listed: [{ heading, value }] });
    await expect(refuse('区级先进', '有')).rejects.toThrow(/可以填：是、否/);
    await expect(refuse('全称', '甲')).rejects.toThrow(/不能给列入名单的单位填“全称”/);
  });
});

it('fills in what the cell of the list says, and nothing else, whatever lists there are', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const random = makeRandom(seed);
    const list = () =>
      rows(
        ['会费', '单位名称', '市协会会员', '编号'],
        ...UNITS.flatMap(([number, name]) =>
          random.chance(3, 4)
            ? [
                [
                  random.pick([PAID, UNPAID, null]),
                  random.chance(1, 2) ? name : null,
                  random.pick(['是', '否', null]),
                  number,
                ],
              ]
            : [],
        ),
      );
    const lists: Record<string, Uint8Array> = { '甲.xlsx': list(), '乙.xlsx': list() };
    const { copy, json } = await run(base, lists);
    const { roster } = readMasterRoster(openWorkbook(copy, ''), scheme);
    const before = readMasterRoster(openWorkbook(base, ''), scheme).roster;
    const filled = new Set(json.written.map(({ row, column }) => `${row} ${column}`));
    for (const { row, column, old, claims } of json.written) {
      const value = roster.memberUnits.find((unit) => unit.row === row)?.facts.get(column) ?? null;
      expect(old).toBe('');
      for (const { list: name, cell } of claims) {
        const grid = new SheetGrid(openWorkbook(lists[name] ?? new Uint8Array(), name).readSheet('表1'));
        expect(grid.textAt(cell)).toBe(wordOf(value));
      }
    }
    for (const [at, { row, facts }] of roster.memberUnits.entries()) {
      const others = [...facts].filter(([column]) => !filled.has(`${row} ${column}`));
      expect(others).toEqual(
        [...(before.memberUnits[at]?.facts ?? [])].filter(([column]) => !filled.has(`${row} ${column}`)),
      );
    }
    const again = await run(copy, lists);
    expect(again.copy).toEqual(copy);
  }
});

it('tells of each value the list, sheet, cell and the SHA-256 of the file', async () => {
  const list = rows(['单位名称', '会费'], ['虚构乙厂', '已缴']);
  const { copy, report } = await run(base, { '台账.xlsx': list });
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(list))).toString('hex');
  const grid = new SheetGrid(openWorkbook(copy, '').readSheet('并入清单'));
  const told = ['A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2', 'H2', 'I2'].map((each) => grid.textAt(each));
  const fee = columnsOf('memberUnits', scheme).findIndex(({ heading }) => heading === '会费');
  expect(told).toEqual([
    ...[SHEET.memberUnits, `${'ABCDEFGHIJKLMN'.charAt(fee)}3`, '', PAID, '台账.xlsx', '表1!B2', '会费', '会费', sha256],
  ]);
  const texts = [...unpackTexts(report).values()].join('');
  for (const each of [sha256, '虚构乙厂', '写入的值', '名单里没有的单位']) expect(texts).toContain(each);
});

it('touches nothing but the cells it fills', async () => {
  const { copy } = await run(base, { '台账.xlsx': rows(['编号', '会费'], ['080001', '已缴']) });
  const [before, after] = [unpackTexts(base), unpackTexts(copy)];
  const changed = [...after.keys()].filter((name) => before.get(name) !== after.get(name));
  const member = openWorkbook(base, '').sheets.find(({ name }) => name === SHEET.memberUnits)?.partName ?? '';
  expect(changed.filter((name) => name.startsWith('xl/worksheets/') && before.has(name))).toEqual([member]);
});

it('joining once more changes nothing, and so does a list made of the roster itself', async () => {
  const list = { '台账.xlsx': rows(['单位名称', '缴费状态', '区（局）'], ['虚构乙厂', '已缴', '黄浦区']) };
  const columns = [{ written: '缴费状态', heading: '会费' }];
  const { copy } = await run(base, list, { columns });
  for (const again of [await run(copy, list), await run(copy, list, { columns })]) {
    expect(again.copy).toEqual(copy);
    expect([again.json.written, again.json.kept, again.verdict]).toEqual([[], [], 'fine']);
  }
  const self = await run(copy, { '去年总名册.xlsx': copy });
  expect([self.copy, self.json.written, self.json.kept, self.json.absent]).toEqual([copy, [], [], []]);
});

describe('what cannot be read', () => {
  const good = rows(['编号', '会费'], ['080001', '已缴']);

  it('is named, file by file, and harms no other', async () => {
    const { copy, json, told } = await run(base, {
      '坏.xlsx': Buffer.from('PK\u0003\u0004 no workbook'),
      '空.xlsx': rows(['备注'], ['无']),
      '两列.xlsx': rows(['单位编号', '会员号', '会费'], ['080001', '080002', '未缴']),
      '台账.xlsx': good,
    });
    expect(feesOf(copy)[0]).toBe(PAID);
    expect(json.lists.map(({ fault }) => fault !== null)).toEqual([true, true, true, false]);
    expect(json.lists[2]?.skipped[0]?.why).toContain('两列');
    for (const name of ['坏.xlsx', '空.xlsx', '两列.xlsx']) expect(told.join('\n')).toContain(name);
  });

  it('of a cell leaves the roster’s as it is', async () => {
    const { copy, json } = await run(base, { '台账.xlsx': rows(['编号', '会费'], ['080001', '大概交了']) });
    expect([copy, json.lists[0]?.sheets[0]?.unread[0]?.cell]).toEqual([base, 'B2']);
  });

  it('of the roster is not written over', async () => {
    const odd = patchWorkbook(base, '', [{ sheet: SHEET.memberUnits, address: 'H2', value: '大概交了' }]);
    const { copy, json } = await run(odd, { '台账.xlsx': good }, { preferList: ['会费'] });
    expect([copy, json.closed.length]).toEqual([odd, 1]);
  });

  it('is a hidden sheet, and any but 会员单位 of a whole roster', async () => {
    const hidden = writeHandList(
      { rows: [['说明'], ['无']] },
      {
        rows: [
          ['编号', '会费'],
          ['080001', '已缴'],
        ],
        hidden: true,
      },
    );
    expect((await run(base, { '台账.xlsx': hidden })).copy).toEqual(base);
    const roster = writeHandList(
      {
        name: SHEET.memberUnits,
        rows: [
          ['编号', '全称', '区级先进'],
          ['080001', '虚构甲（集团）有限公司', null],
        ],
      },
      {
        name: SHEET.nominees,
        rows: [
          ['奖项', '单位编号', '区级先进'],
          ['先进个人', '080001', '是'],
        ],
      },
    );
    expect((await run(base, { '去年.xlsx': roster })).copy).toEqual(base);
  });
});

it('says nothing of numbers of people', async () => {
  const person = ['11010119900307', '7870'].join('');
  const list = rows([`备注${person}`, '单位名称', '会费'], [null, '虚构戊公司13800138000', person]);
  const { report, copy, told, json } = await run(base, { [`台账${person}.xlsx`]: list });
  const texts = [...unpackTexts(report).values(), ...unpackTexts(copy).values(), ...told, JSON.stringify(json)].join(
    '',
  );
  for (const each of [person, '13800138000']) expect(texts).not.toContain(each);
});
