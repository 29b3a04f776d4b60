/**
 * Number, name and 统一社会信用代码 that agree and differ: one table of cases through the roster, where a nomination says whose it is, and through the
 * score sheet that comes back.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { inventCreditCode } from '../jobs/sample/invented-code.ts';
import { openWorkbook } from '../ooxml/read/open-workbook.ts';
import { checkRoster } from '../rules/check-roster.ts';
import { holdsUp } from '../rules/finding.ts';
import type { Facts } from '../rules/roster-column.ts';
import type { ReturnedFile } from '../rules/tally/returned-file.ts';
import type { TallyMember } from '../rules/tally/unit-tally.ts';
import { tallyFiles } from '../rules/tally/tally.ts';
import { readMasterRoster } from '../workbook/roster/read-master-roster.ts';
import { writeMasterRoster } from '../workbook/roster/write-master-roster.ts';
import { openScoreSheetReader, type ReadScoreSheets } from '../workbook/score-sheet/read-score-sheet.ts';
import { fingerprintBlank } from '../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet, type ScoreSheetLayout } from '../workbook/score-sheet/score-sheet-layout.ts';
import { openScoreSheets, type StampScoreSheet } from '../workbook/score-sheet/stamp-score-sheets.ts';
import { fillingOf, fillSheet, liftProtection } from './support/filled-sheets.ts';
import { findShanghai, type FullScheme } from './support/full-scheme.ts';
import { makeUnit } from './support/tally-files.ts';

const [A, B, NOBODY] = [1, 2, 3].map(inventCreditCode);
const OWN = '虚构甲公司';
const OTHER = '虚构乙公司';
const FORMER = '虚构旧名公司';

let scheme: FullScheme;
let layout: ScoreSheetLayout;
let read: ReadScoreSheets;
let stamp: StampScoreSheet;
beforeAll(async () => {
  scheme = await findShanghai();
  layout = layOutScoreSheet(scheme);
  read = openScoreSheetReader(layout, await fingerprintBlank(layout));
  stamp = await openScoreSheets(scheme);
});

interface Written {
  readonly number: string;
  readonly name: string;
  readonly code?: string;
}

const MEMBERS: readonly Written[] = [
  { number: '080001', name: OWN, code: A },
  { number: '080002', name: OTHER, code: B },
  { number: '080003', name: '虚构丙公司' },
];

/** What the roster makes of a nomination, and the tally of a sheet: the unit, and what is said of it. */
interface Case {
  readonly what: string;
  readonly written: Written;
  /** The number of the unit as which it is counted; none where it is nobody's, or waits. */
  readonly nomination: string | null;
  readonly rules: readonly string[];
  readonly sheet: string | null;
  readonly remarks: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'all agree',
    written: { number: '080001', name: OWN, code: A },
    nomination: '080001',
    rules: [],
    sheet: '080001',
    remarks: [],
  },
  {
    what: 'no code',
    written: { number: '080001', name: OWN },
    nomination: '080001',
    rules: [],
    sheet: '080001',
    remarks: [],
  },
  {
    what: 'the code of a unit that has none in 会员单位',
    written: { number: '080003', name: '虚构丙公司', code: NOBODY },
    nomination: '080003',
    rules: [],
    sheet: '080003',
    remarks: [],
  },
  {
    what: 'another name, the same number and code',
    written: { number: '080001', name: FORMER, code: A },
    nomination: '080001',
    rules: ['单位名称 unit-by-code'],
    sheet: '080001',
    remarks: ['unit-by-code'],
  },
  {
    what: 'nobody’s number, the same name and code',
    written: { number: '090001', name: OWN, code: A },
    nomination: '080001',
    rules: ['单位编号 unit-by-code'],
    sheet: '080001',
    remarks: ['unit-by-code'],
  },
  {
    what: 'another’s number, the same name and code',
    written: { number: '080002', name: OWN, code: A },
    nomination: '080001',
    rules: ['单位编号 unit-by-code'],
    sheet: '080001',
    remarks: ['unit-by-code'],
  },
  {
    what: 'the code alone fits',
    written: { number: '090001', name: FORMER, code: A },
    nomination: '080001',
    rules: ['单位编号 unit-by-code', '单位名称 unit-by-code'],
    sheet: '080001',
    remarks: ['unit-by-code', 'unit-by-code'],
  },
  {
    what: 'another’s number, nobody’s name',
    written: { number: '080002', name: FORMER, code: A },
    nomination: '080001',
    rules: ['单位编号 unit-by-code', '单位名称 unit-by-code'],
    sheet: '080001',
    remarks: ['unit-by-code', 'unit-by-code'],
  },
  {
    // On the sheet both number and code were stamped, and the name was typed over.
    what: 'another’s name, the same number and code',
    written: { number: '080001', name: OTHER, code: A },
    nomination: '080001',
    rules: ['单位名称 unit-by-code'],
    sheet: null,
    remarks: ['unit-name-changed'],
  },
  {
    what: 'number and name of one, the code of another',
    written: { number: '080002', name: OTHER, code: A },
    nomination: null,
    rules: ['统一社会信用代码 unit-code-differs'],
    sheet: null,
    remarks: ['unit-code-differs'],
  },
  {
    what: 'number and name of one, the code of nobody',
    written: { number: '080001', name: OWN, code: NOBODY },
    nomination: null,
    rules: ['统一社会信用代码 unit-code-differs'],
    sheet: '080001',
    remarks: ['unit-code-differs'],
  },
  {
    what: 'no code, another name',
    written: { number: '080001', name: FORMER },
    nomination: null,
    rules: ['单位名称 unit-name-differs'],
    sheet: null,
    remarks: ['unit-name-changed'],
  },
  {
    what: 'no code, nobody’s number',
    written: { number: '770077', name: FORMER },
    nomination: null,
    rules: ['单位编号 member-unit'],
    sheet: null,
    remarks: ['unknown-unit'],
  },
];

/** The clean roster that the cases differ from: of each member a score, of one a nomination. */
async function checkNomination({ number, name, code }: Written) {
  const bytes = await writeMasterRoster(scheme, {
    memberUnits: MEMBERS.map(
      (unit): Facts =>
        new Map([
          ['编号', unit.number],
          ['全称', unit.name],
          ['所属', '黄浦'],
          ['行业序列', '其他行业'],
          ['独立法人', '是'],
          ['统一社会信用代码', unit.code ?? ''],
        ]),
    ),
    scores: MEMBERS.map(
      (unit): Facts =>
        new Map<string, string | number>([
          ['编号', unit.number],
          ['基本得分（协会）', 92],
          ['加分（协会）', 8],
          ...scheme.scoreSheet.vetoItems.map((_, at): [string, string] => [`否决项${at + 1}`, '未发生']),
        ]),
    ),
    nominees: [
      new Map([
        ['申报编号', 'A1'],
        ['奖项', scheme.awards[0]?.name ?? ''],
        ['单位编号', number],
        ['单位名称', name],
        ['受奖集体', name],
        ['主要事迹', '一年来守住了底线。'],
        ['统一社会信用代码', code ?? ''],
      ]),
    ],
    sequence: [new Map([['行业序列', '其他行业']])],
  });
  const { roster } = readMasterRoster(openWorkbook(bytes, '名册.xlsx'), scheme);
  return { check: checkRoster(scheme, roster), roster };
}

/** Where a sheet bears its code: among its properties, or written beside the form by hand. */
const PLACES = {
  stamped: () => ({}),
  'in the next cell': (code: string) => ({ H1: '统一社会信用代码：', I1: code }),
  'behind its label': (code: string) => ({ H1: `统一社会信用代码（营业执照）： ${code.toLowerCase()}` }),
  'below the form': (code: string) => ({ A99: '社会信用代码', C99: ` ${code}` }),
} as const;
type CodePlace = keyof typeof PLACES;

/** The tally of one sheet that went out to the unit as it was written then. */
function tallySheet({ number, name, code }: Written, place: CodePlace) {
  const stamped = code && place === 'stamped' ? { creditCode: code } : {};
  const unit = { ...makeUnit('1', '黄浦', name), number, ...stamped };
  const bytes = fillSheet(
    liftProtection(stamp(unit)),
    scheme,
    fillingOf(scheme, 92, 4),
    code ? PLACES[place](code) : {},
  );
  const [reading] = read(openWorkbook(bytes, '甲.xlsx'));
  if (!reading) throw new Error('nothing was read');
  const file: ReturnedFile = { path: '甲.xlsx', sha256: 'a', savedAt: null, changedAt: 0, outcome: reading.outcome };
  const members = MEMBERS.map((member, at): TallyMember => ({
    row: at + 2,
    number: member.number,
    name: member.name,
    district: '黄浦',
    ...(member.code && { creditCode: member.code }),
  }));
  const identityCells = { unitNumber: layout.unitNumberCell, unitName: layout.unitNameCell };
  return tallyFiles({ scheme, members, quota: null, files: [file], identityCells, preferNewest: false, earlier: null });
}

describe.each(CASES)('$what', ({ written, nomination, rules, sheet, remarks }) => {
  it('in a nomination', async () => {
    const { check, roster } = await checkNomination(written);
    const about = ['member-unit', 'unit-name-differs', 'unit-code-differs', 'cell-note'];
    const said = check.remarks
      .filter(
        ({ rule, where: [{ sheet: key, heading }] }) =>
          about.includes(rule) && key === 'nominees' && heading !== '受奖集体',
      )
      .flatMap(({ where: [{ heading }], findings }) => findings.map(({ rule, kind }) => `${heading} ${kind ?? rule}`));
    expect(said).toEqual(rules);
    // The row has gaps of other kinds; here it is only asked whether it waits for what concerns its unit.
    const own = check.remarks.flatMap(({ findings }) => findings).filter(({ rule }) => about.includes(rule));
    expect(own.some(holdsUp)).toBe(nomination === null);
    const ofUnit = MEMBERS.find(({ number }) => number === roster.nominees[0]?.unitNumber);
    if (nomination !== null) {
      expect(ofUnit?.number).toBe(nomination);
      expect(roster.nominees[0]).toMatchObject({ unitName: ofUnit?.name, name: ofUnit?.name });
      expect(Object.fromEntries(roster.nominees[0]?.facts ?? [])).toMatchObject({
        单位编号: nomination,
        单位名称: ofUnit?.name,
        受奖集体: ofUnit?.name,
      });
    }
    for (const { findings } of check.remarks)
      for (const { rule, kind, message } of findings)
        if (rule === 'unit-code-differs' || kind === 'unit-by-code') expect(message).toContain(written.code);
  });

  it.each(Object.keys(PLACES) as CodePlace[])('on a sheet that came back, its code %s', (place) => {
    const { accepted, rejected, remarks: ofRoster } = tallySheet(written, place);
    expect(accepted.map(({ unitNumber }) => unitNumber)).toEqual(sheet === null ? [] : [sheet]);
    const said = [...accepted.flatMap(({ warnings }) => warnings), ...rejected.flatMap(({ faults }) => faults)];
    const own = said.filter(({ code }) => code.startsWith('unit-') || code === 'unknown-unit');
    expect(own.map(({ code }) => code)).toEqual(remarks);
    for (const { code, message } of own)
      if (code !== 'unknown-unit' && written.code && sheet) expect(message).toContain(written.code);
    expect(ofRoster).toEqual([]);
  });
});

it('two rows of one unit each wait for a sheet, and that is said', () => {
  const members = MEMBERS.map(({ number, name }, at) => ({
    ...makeUnit('1', '黄浦', name),
    row: at + 2,
    number,
    creditCode: A,
  }));
  const identityCells = { unitNumber: layout.unitNumberCell, unitName: layout.unitNameCell };
  const none = { scheme, quota: null, files: [], identityCells, preferNewest: false, earlier: null };
  const [remark, ...more] = tallyFiles({ ...none, members }).remarks;
  expect(more).toEqual([]);
  expect(remark).toMatchObject({ code: 'unit-code-twice', severity: 'violation' });
  expect(remark?.message).toContain(`第 2 行“${OWN}”、第 3 行“${OTHER}”`);
});

it('a sheet whose code was changed is known by its number, and that is said', () => {
  const unit = { ...makeUnit('1', '黄浦', OWN), number: '080001', creditCode: '91999999MA00000010' };
  const [reading] = read(openWorkbook(fillSheet(stamp(unit), scheme, fillingOf(scheme, 92, 4)), '甲.xlsx'));
  if (reading?.outcome.kind !== 'read') throw new Error('nothing was read');
  expect(reading.outcome.sheet.creditCode).toBeUndefined();
  expect(reading.outcome.warnings.map(({ code }) => code)).toContain('credit-code-malformed');
});

/** A mobile number, one of a house, an ID number of no region, and a name beside one, where the unit's number or name belongs. */
describe.each(['13800138000', '000-98765432', '９９0000197001010014', '张三 13800138000'])('the number %s', (typed) => {
  it.each([
    ['number', () => layout.unitNumberCell],
    ['name', () => layout.unitNameCell],
  ] as const)("in place of the unit's %s is told to nobody", (place, findCell) => {
    const unit = { ...makeUnit('1', '黄浦', OWN), number: '080001', [place]: typed };
    const [reading] = read(openWorkbook(fillSheet(stamp(unit), scheme, fillingOf(scheme, 92, 4)), '甲.xlsx'));
    if (!reading) throw new Error('nothing was read');
    const file: ReturnedFile = { path: '甲.xlsx', sha256: 'a', savedAt: null, changedAt: 0, outcome: reading.outcome };
    const members = [{ row: 2, number: '080001', name: OWN, district: '黄浦' }];
    const identityCells = { unitNumber: layout.unitNumberCell, unitName: layout.unitNameCell };
    const none = { scheme, quota: null, identityCells, preferNewest: false, earlier: null };
    const { rejected } = tallyFiles({ ...none, members, files: [file] });
    const [said, ...more] = rejected.flatMap(({ faults }) => faults.map(({ message }) => message));
    expect(more).toEqual([]);
    expect(said).toContain(`${findCell()} 单元格`);
    expect(said?.normalize('NFKC')).not.toMatch(/\d{7}/);
  });
});

it.each([
  ['another than the one inside', { creditCode: A ?? '' }, { H1: '统一社会信用代码', I1: B ?? '' }, undefined],
  ['the one inside once more', { creditCode: A ?? '' }, { H1: '统一社会信用代码', I1: A ?? '' }, A],
  ['none that can be right', {}, { H1: '统一社会信用代码', I1: '91999999MA00000010' }, undefined],
  ['blank behind its label', {}, { H1: '统一社会信用代码' }, undefined],
  ['one without a label', {}, { H1: A ?? '' }, undefined],
  ['one in a sentence', {}, { H1: `请填写统一社会信用代码${A ?? ''}` }, undefined],
] as const)('a code that is written on the sheet, %s, is taken for certain or not at all', (what, own, cells, code) => {
  const unit = { ...makeUnit('1', '黄浦', OWN), number: '080001', ...own };
  const [reading] = read(
    openWorkbook(fillSheet(liftProtection(stamp(unit)), scheme, fillingOf(scheme, 92, 4), cells), '甲.xlsx'),
  );
  if (reading?.outcome.kind !== 'read') throw new Error('nothing was read');
  expect(reading.outcome.sheet.creditCode).toBe(code);
  const said = reading.outcome.warnings.find((warning) => warning.code === 'credit-code-malformed');
  expect(said?.cell).toBe(/another|none/.test(what) ? 'I1' : undefined);
  if (said) expect(said.message).toContain('I1 单元格');
});

it('a sheet that has to go back is tied to the unit whose code it bears, and not to the one that has its number now', () => {
  const unit = { ...makeUnit('1', '黄浦', OWN), number: '080002', ...(A && { creditCode: A }) };
  const outcome = { kind: 'rejected', faults: [], unitNumber: unit.number, unitName: OWN, creditCode: A } as const;
  const members = MEMBERS.map((member, at) => ({
    ...makeUnit('1', '黄浦', member.name),
    row: at + 2,
    ...member,
    creditCode: member.code,
  }));
  const identityCells = { unitNumber: layout.unitNumberCell, unitName: layout.unitNameCell };
  const file: ReturnedFile = { path: '甲.xlsx', sha256: 'a', savedAt: null, changedAt: 0, outcome };
  const { rejected } = tallyFiles({
    scheme,
    quota: null,
    files: [file],
    identityCells,
    preferNewest: false,
    earlier: null,
    members,
  });
  expect(rejected.map(({ tie }) => tie)).toEqual([{ unitNumber: '080001', by: 'inside' }]);
});
