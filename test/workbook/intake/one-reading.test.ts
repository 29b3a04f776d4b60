/** The same text in a cell says the same at every door: a roster's, in each table that has such a column, a returned sheet's, the tally's, the pane's. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { TableKey } from '../../../rules/roster-cell.ts';
import type { Facts, FactValue } from '../../../rules/roster-column.ts';
import { columnOf } from '../../../rules/roster-columns.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { UNIT } from '../../addin/score-fixture.ts';
import { openRosterDoors, type Reading } from '../../support/reading-doors.ts';
import { SIXTH } from '../../support/scheme-sample.ts';
import {
  openPaneDoor,
  openReturnDoor,
  openTallyDoor,
  POINTS,
  type SheetKind,
  type TallyKind,
} from '../../support/sheet-doors.ts';
import { findScheme } from '../../support/templates.ts';
import { typed } from '../../support/typed-cells.ts';

/** `null`: refused, or blank. Otherwise what it means everywhere. */
type Oddities = readonly (readonly [text: string, value: FactValue])[];

interface Kind {
  /** Every column of a roster that is read as this kind: `scores 编号`. */
  readonly columns: readonly `${TableKey} ${string}`[];
  /** Where else such a cell comes in. */
  readonly sheet?: SheetKind;
  readonly tally?: TallyKind;
  readonly oddities: Oddities;
}

const UNSEEN = ['\u200b', '\u200f', '\u202a', '\u2060', '\ufeff', '\u00ad', '\ufe0f'];
/** A text with each unseen character in front, inside and behind. */
const withUnseen = (text: string, value: FactValue): Oddities =>
  UNSEEN.map((unseen, at) => {
    const place = at % (text.length + 1);
    return [text.slice(0, place) + unseen + text.slice(place), value];
  });

const KINDS: Readonly<Record<string, Kind>> = {
  points: {
    columns: ['scores 基本得分（协会）', 'expertScores 得分'],
    sheet: 'points',
    oddities: [
      ...['3', '3分', '3.', '3。', '+3', '３', ' 3 ', '三', '得3分', '3.0', '\u00a03'].map(
        (text) => [text, POINTS] as const,
      ),
      ['2.999999999999999999', null],
      ...withUnseen('3', POINTS),
      ...['无', '—', '/', '√', '约3', '3/10', '满分', '3%', '3,5', '1 2', '一'].map((text) => [text, null] as const),
      [typed.number(3), POINTS],
      [typed.number(2.9999999999999996), POINTS],
      ...[typed.date(3), typed.boolean(true)].map((cell) => [cell, null] as const),
    ],
  },
  amount: {
    columns: ['projects 合同额（万元）'],
    oddities: [
      ...['1200万元', '1,200', '1200 万', '一千二百', '1200.0'].map((text) => [text, 1200] as const),
      ...withUnseen('1200', 1200),
      ...['约1200', '1200元', '1200多万'].map((text) => [text, null] as const),
      [typed.number(1200), 1200],
      ...[typed.date(1200), typed.boolean(true)].map((cell) => [cell, null] as const),
    ],
  },
  count: {
    columns: ['memberUnits 客房间数', 'materials 页数', 'nominees 班组人数'],
    oddities: [
      ...['12', '12.', '+12', '１２', '十二', '12.0', '12。'].map((text) => [text, 12] as const),
      ...withUnseen('12', 12),
      ...['约12', '12.5', '12或13', '无', '一', '12左右'].map((text) => [text, null] as const),
      [typed.number(12), 12],
      ...[typed.number(12.5), typed.date(12), typed.boolean(false)].map((cell) => [cell, null] as const),
    ],
  },
  places: {
    columns: ['overrides 名额'],
    oddities: [
      ...['12', '12.', '12个', '１２', '十二'].map((text) => [text, 12] as const),
      ...['+12', '＋12个', '加12', '增加十二个', '-12', '减12'].map((text) => [text, null] as const),
      [typed.number(12), 12],
    ],
  },
  yesNo: {
    columns: ['memberUnits 总会会员', 'nominees 全员持证', 'projects 验收合格', 'confirmations 结论'],
    tally: 'yesNo',
    oddities: [
      ...['是', '是的', '√', '☑', 'Y', ' 是 ', '☑是 □否', '是。'].map((text) => [text, true] as const),
      ...['否', '不是', '×', 'n', '□是 ☑否'].map((text) => [text, false] as const),
      ...withUnseen('是', true),
      ...['无', '是√否', '☑是 ☑否', '待定', '—'].map((text) => [text, null] as const),
      [typed.boolean(true), true],
      [typed.boolean(false), false],
      ...[typed.number(2), typed.date(45480)].map((cell) => [cell, null] as const),
    ],
  },
  veto: {
    columns: ['scores 否决项1'],
    sheet: 'veto',
    oddities: [
      ...['未发生', '未 发 生', '☑未发生', '☑未发生 □发生', '无发生', '无', '没有', '√未发生', '未發生', '☑未發生'].map(
        (text) => [text, 'clear'] as const,
      ),
      ...['发生', '有', '發生', '□未发生 ☑发生'].map((text) => [text, 'occurred'] as const),
      ...withUnseen('未发生', 'clear'),
      ...['是', '否', '√', '☑', '×', '☑未发生 ☑发生', '—'].map((text) => [text, 'open'] as const),
      ...[typed.boolean(true), typed.boolean(false), typed.number(0), typed.number(1), typed.date(45480)].map(
        (cell) => [cell, 'open'] as const,
      ),
    ],
  },
  date: {
    columns: [
      'memberUnits 开业日期',
      'nominees 申报日期',
      'projects 竣工日期',
      'confirmations 确认日期',
      'objections 提出日期',
      'decisions 决定日期',
    ],
    oddities: [
      ...['2024-07-07', '2024/7/7', '2024.7.7', '2024年7月7日', '20240707', '2024。7。7', '2024-7-7 00:00:00'].map(
        (text) => [text, '2024-07-07'] as const,
      ),
      ...['二〇二四年七月七日', '45480', '2024\n-07-07'].map((text) => [text, '2024-07-07'] as const),
      ...withUnseen('2024-07-07', '2024-07-07'),
      ...['24.7.8', '3/4/2024', '2024-02-30', '2024年7月', '无', '—', '约2024-07-07'].map(
        (text) => [text, null] as const,
      ),
      ...[typed.date(45480), typed.date(45480.75), typed.number(45480), typed.number(20240707)].map(
        (cell) => [cell, '2024-07-07'] as const,
      ),
      ...[typed.number(2024.7), typed.number(7), typed.date(-1), typed.boolean(true)].map(
        (cell) => [cell, null] as const,
      ),
    ],
  },
  month: {
    columns: ['nominees 出生年月'],
    oddities: [
      ...['1966-09', '1966.9', '1966。9', '1966年9月', '1966-09-05 00:00:00', '1966年9月生', '1966年9月5日出生'].map(
        (text) => [text, '1966-09'] as const,
      ),
      ...withUnseen('1966-09', '1966-09'),
      ...['66.9.5', '1966', '无'].map((text) => [text, null] as const),
      ...[typed.date(24351), typed.number(1966.9), typed.number(1966.09), typed.number(196609)].map(
        (cell) => [cell, '1966-09'] as const,
      ),
      ...[typed.number(1966.1), typed.number(1966), typed.boolean(true)].map((cell) => [cell, null] as const),
    ],
  },
  unitNumber: {
    columns: ['nominees 单位编号', 'scores 编号', 'projects 单位编号', 'experts 单位编号', 'decisions 对象'],
    sheet: 'unitNumber',
    tally: 'unitNumber',
    oddities: [
      ...['00042', '０００４２', "'00042", '000 42', '000\n42', ' 00042'].map((text) => [text, UNIT.number] as const),
      ...withUnseen('00042', UNIT.number),
    ],
  },
  /** Such a sheet, or a row of a tally, is nobody's. */
  blankUnitNumber: {
    columns: ['nominees 单位编号', 'scores 编号', 'projects 单位编号', 'experts 单位编号', 'decisions 对象'],
    oddities: [
      ...['—', '/', '无'].map((text) => [text, null] as const),
      ...[typed.date(45480), typed.boolean(true)].map((cell) => [cell, null] as const),
    ],
  },
  /** It has lost its zeros; a returned sheet finds them again in its properties. */
  typedUnitNumber: {
    columns: ['nominees 单位编号', 'scores 编号', 'projects 单位编号', 'experts 单位编号', 'decisions 对象'],
    oddities: [[typed.number(42), '42']],
  },
  unitName: {
    columns: ['nominees 单位名称'],
    sheet: 'unitName',
    oddities: [
      ...[
        '上海虚构机械厂有限公司',
        '上海虚构机械厂 有限公司',
        '上海虚构机械厂\n有限公司',
        ' 上海虚构机械厂有限公司',
      ].map((text) => [text, UNIT.name] as const),
      ...withUnseen(UNIT.name, UNIT.name),
    ],
  },
  district: {
    columns: ['memberUnits 所属', 'overrides 所属'],
    oddities: [
      ...['湖区', '湖 区', ' 湖区', '湖区\n'].map((text) => [text, '湖区'] as const),
      ...withUnseen('湖区', '湖区'),
      ['—', null],
      [typed.number(12), '12'],
      ...[typed.date(45480), typed.boolean(true)].map((cell) => [cell, null] as const),
    ],
  },
  choice: {
    columns: ['decisions 决定'],
    oddities: [
      ...['同意', '同 意', '同意。', '☑同意', '予以同意', '√同意'].map((text) => [text, 'agreed'] as const),
      ...withUnseen('同意', 'agreed'),
      ...['√', '可', '入围/不入围'].map((text) => [text, null] as const),
      ...[typed.number(1), typed.date(45480), typed.boolean(true)].map((cell) => [cell, null] as const),
    ],
  },
};

/** The columns of rosters, each with its texts. */
const columns = Object.values(KINDS).flatMap(({ columns, oddities }) =>
  columns.map((column) => {
    const [sheet = '', ...rest] = column.split(' ');
    return { sheet: sheet as TableKey, heading: rest.join(' '), oddities };
  }),
);

/** Each case has rows of its own, so that nothing else in them is odd. */
function fillTables(scheme: Scheme): { tables: Record<string, Facts[]>; rowOf: ReadonlyMap<string, number> } {
  const tables: Record<string, Facts[]> = { memberUnits: UNITS.map((row) => new Map(Object.entries(row))) };
  const rowOf = new Map<string, number>();
  for (const { sheet, heading, oddities } of columns) {
    if (columnOf(sheet, heading, scheme) === undefined) throw new Error(`no column ${sheet} ${heading}`);
    for (const [text] of oddities) {
      const rows = (tables[sheet] ??= []);
      rowOf.set(`${sheet} ${heading} ${text}`, rows.length);
      rows.push(new Map(Object.entries({ ...base(sheet, rows.length), [heading]: text })));
    }
  }
  return { tables, rowOf };
}

const UNITS = [
  { 编号: '010001', 全称: '甲（城）客栈', 所属: '湖区' },
  { 编号: '010002', 全称: '乙城客栈', 所属: '山区' },
];

/** What makes the row a record. */
function base(sheet: TableKey, at: number): Record<string, FactValue> {
  switch (sheet) {
    case 'memberUnits':
      return { 编号: `9${String(at).padStart(5, '0')}`, 全称: `丙${at}客栈`, 所属: '湖区' };
    case 'nominees':
      return { 申报编号: `A${at}`, 奖项: '安心管家', 单位编号: '010001', 单位名称: '甲（城）客栈', 姓名: `张${at}` };
    case 'scores':
      return { 编号: '010001', 全称: '甲（城）客栈' };
    case 'projects':
      return { 单位编号: '010001', 工程名称: `工程${at}` };
    case 'confirmations':
      return { 申报编号: `A${at}`, 条件: '邻里关系和睦' };
    case 'materials':
      return { 申报编号: `A${at}`, 序号: 1 };
    case 'experts':
      return { 姓名: `李${at}`, 工作单位: '甲（城）客栈' };
    case 'expertScores':
      return { 申报编号: `A${at}`, 专家: '李1' };
    case 'objections':
      return { 申报编号: `A${at}`, 内容: `内容${at}` };
    case 'decisions':
      return { 事项: '评审', 对象: '010001' };
    case 'overrides':
      return { 所属: '湖区', 奖项: '安心管家' };
    case 'sequence':
      return {};
  }
}

type Door = readonly [name: string, read: (text: string) => Reading | Promise<Reading>];

/** By kind. */
const doors = new Map<string, readonly Door[]>();

beforeAll(async () => {
  const scheme = await findScheme(SIXTH.id, SIXTH.folder);
  const { tables, rowOf } = fillTables(scheme);
  const rosters = await openRosterDoors(scheme, tables);
  const returned = await openReturnDoor();
  const textsOf = (kind: SheetKind) =>
    Object.values(KINDS).flatMap(({ sheet, oddities }) => (sheet === kind ? oddities.map(([text]) => text) : []));
  const texts = {
    points: textsOf('points'),
    veto: textsOf('veto'),
    unitNumber: textsOf('unitNumber'),
    unitName: textsOf('unitName'),
  };
  const panes = { file: await openPaneDoor('file', texts), excel: await openPaneDoor('excel', texts) };
  const tally = await openTallyDoor();
  for (const [name, kind] of Object.entries(KINDS)) {
    const ofRosters = kind.columns.flatMap((column) =>
      Object.entries(rosters).map(([door, read]): Door => {
        const [sheet = '', ...rest] = column.split(' ');
        const cell = { sheet: sheet as TableKey, heading: rest.join(' ') };
        return [`${door} ${column}`, (text) => read({ ...cell, row: rowOf.get(`${column} ${text}`) ?? NaN })];
      }),
    );
    const { sheet: ofSheet, tally: ofTally } = kind;
    const ofSheets = ofSheet ? Object.entries({ returned, ...panes }) : [];
    doors.set(name, [
      ...ofRosters,
      ...ofSheets.map(([door, read]): Door => [door, (text) => read(ofSheet ?? 'points', text)]),
      ...(ofTally ? [['tally', (text: string) => tally(ofTally, text)] as const] : []),
    ]);
  }
}, 120_000);

describe.each(Object.entries(KINDS))('%s', (name, { oddities }) => {
  it.each(oddities)('%j is %j at every door', async (text, value) => {
    const all = doors.get(name) ?? [];
    const readings = await Promise.all(all.map(async ([door, read]) => ({ door, ...(await read(text)) })));
    const [first] = readings;
    expect(readings.map((reading) => ({ ...reading, told: reading.told.toSorted() }))).toEqual(
      readings.map(({ door }) => ({ door, value, told: first?.told.toSorted() })),
    );
  });
});
