/** Blanks of one edition: the present one, an earlier one in other words, one of nobody, one of another edition or scheme. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IssuedBlank } from '../../../rules/scheme-score-sheet.ts';
import type { ReadOutcome } from '../../../rules/tally/returned-file.ts';
import { viewScoreSheet } from '../../../addin/panels/score/score-view.ts';
import { openOneOfMany } from '../../../ooxml/read/open-workbook.ts';
import { PartMemory } from '../../../ooxml/read/part-memory.ts';
import { checkBlanks } from '../../../workbook/score-sheet/blank-forms.ts';
import { openScoreSheetReader } from '../../../workbook/score-sheet/read-score-sheet.ts';
import { fingerprintBlank } from '../../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { SCORE_SHEET_LIMITS } from '../../../workbook/score-sheet/score-sheet-limits.ts';
import { openScoreSheets } from '../../../workbook/score-sheet/stamp-score-sheets.ts';
import { fillingOf, fillSheet, type Filling } from '../../support/filled-sheets.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { makeZip } from '../../support/hostile-zip.ts';
import { makeUnit } from '../../support/tally-files.ts';
import { unpackTexts } from '../../support/unpack.ts';

const EARLIER_WORDS = '设有独立的保卫机构';
const EARLIER_TITLE = '二〇二四年度上海内保先进单位评分表';
const memory = new PartMemory(SCORE_SHEET_LIMITS);

/** The scheme as it was before a title and the first item were put in other words. */
let before: FullScheme;
/** As it is today, with both blanks on its list. */
let today: FullScheme;
let filling: Filling;
/** Of a unit that filled in the earlier blank. */
let earlier: Uint8Array;

beforeAll(async () => {
  const scheme = withBlanks(await findShanghai(), []);
  before = reword(scheme);
  today = withBlanks(scheme, [
    { fingerprint: await fingerprintOf(before), texts: new Map([...textsOf(before)]) },
    { fingerprint: await fingerprintOf(scheme), texts: new Map() },
  ]);
  filling = fillingOf(scheme, 92, 4);
  earlier = fillSheet((await openScoreSheets(before))(makeUnit('0012')), before, filling);
});

function reword(scheme: FullScheme): FullScheme {
  const [first, ...others] = scheme.scoreSheet.categories;
  const [item, ...items] = first?.items ?? [];
  if (!first || !item) throw new Error('no item');
  const categories = [{ ...first, items: [{ ...item, text: EARLIER_WORDS }, ...items] }, ...others];
  return { ...scheme, scoreSheet: { ...scheme.scoreSheet, title: EARLIER_TITLE, categories } };
}

function textsOf({ scoreSheet }: FullScheme): [string, string][] {
  return [
    ['A2', scoreSheet.title],
    ['B7', scoreSheet.categories[0]?.items[0]?.text ?? ''],
  ];
}

function withBlanks(scheme: FullScheme, blanks: readonly IssuedBlank[]): FullScheme {
  return { ...scheme, scoreSheet: { ...scheme.scoreSheet, blanks } };
}

function fingerprintOf(scheme: FullScheme): Promise<string> {
  return fingerprintBlank(layOutScoreSheet(scheme));
}

async function read(bytes: Uint8Array, scheme: FullScheme): Promise<ReadOutcome> {
  const layout = layOutScoreSheet(scheme);
  const [only, ...others] = openScoreSheetReader(
    layout,
    await fingerprintBlank(layout),
  )(openOneOfMany(bytes, '甲.xlsx', memory));
  if (!only || others.length > 0) throw new Error('not one sheet');
  return only.outcome;
}

/** The sheet with one of its parts rewritten, in whichever of them the words stand. */
function rewrite(bytes: Uint8Array, found: string | RegExp, put: string): Uint8Array {
  const parts = [...unpackTexts(bytes)].map(([name, data]) => ({ name, data: data.replace(found, put) }));
  if (parts.every(({ name, data }) => unpackTexts(bytes).get(name) === data)) throw new Error('nothing changed');
  return makeZip(parts);
}

const codesOf = (outcome: ReadOutcome) =>
  (outcome.kind === 'read' ? outcome.warnings : outcome.faults).map(({ code, cell }) => `${code} ${cell ?? '-'}`);

describe('a returned sheet', () => {
  it('of an earlier blank in other words is read as one of the present blank, and it is said', async () => {
    const outcome = await read(earlier, today);
    expect(outcome).toMatchObject({ kind: 'read', sheet: { unitNumber: '0012', ...filling } });
    expect(codesOf(outcome)).toEqual(['earlier-blank A2']);
    expect(outcome.kind === 'read' && outcome.warnings[0]?.message).toContain('A2、B7 单元格的文字与现在不同');
  });

  it('of the present blank needs no word', async () => {
    const sheet = fillSheet((await openScoreSheets(today))(makeUnit('0012')), today, filling);
    expect(codesOf(await read(sheet, today))).toEqual([]);
  });

  it('of an earlier blank whose texts are the same needs no word either', async () => {
    const same = withBlanks(today, [
      { fingerprint: 'a'.repeat(64), texts: new Map() },
      ...today.scoreSheet.blanks.slice(1),
    ]);
    const sheet = fillSheet((await openScoreSheets(same))(makeUnit('0012')), same, filling);
    expect(codesOf(await read(rewrite(sheet, /[0-9a-f]{64}/, 'a'.repeat(64)), same))).toEqual([]);
  });

  it('of an earlier blank that lost its properties is known by its texts', async () => {
    const outcome = await read(rewrite(earlier, /pingyou\./g, 'other.'), today);
    expect(outcome).toMatchObject({ kind: 'read', sheet: filling });
    expect(codesOf(outcome)).toEqual(['no-properties -', 'earlier-blank A2']);
  });

  it.each<[string, string | RegExp, string, string]>([
    ['an item of the earlier blank was changed', EARLIER_WORDS, '设有保卫机构', 'locked-cell-changed B7'],
    [
      'an item that both blanks have was changed',
      '保卫部门负责人具备',
      '保卫部门负责人未具备',
      'locked-cell-changed B9',
    ],
    ['the fingerprint is made up', /[0-9a-f]{64}/, '0'.repeat(64), 'unknown-blank -'],
    ['the edition is another', '>2024<', '>2023<', 'wrong-edition -'],
    ['the scheme is another', 'shanghai-security-2024', 'xinjiang-fire-2021', 'wrong-scheme -'],
  ])('is refused where %s', async (_, found, put, code) => {
    const outcome = await read(rewrite(earlier, found, put), today);
    expect(outcome.kind).toBe('rejected');
    expect(codesOf(outcome)).toEqual([code]);
  });

  it('with a made-up fingerprint is refused though every text is right, and still tells whose it is', async () => {
    const sheet = fillSheet((await openScoreSheets(today))(makeUnit('0012')), today, filling);
    const outcome = await read(rewrite(sheet, /[0-9a-f]{64}/, 'f'.repeat(64)), today);
    expect(outcome).toMatchObject({ kind: 'rejected', unitNumber: '0012' });
    expect(codesOf(outcome)).toEqual(['unknown-blank -']);
  });

  it('of half the earlier and half the present words is of neither', async () => {
    const half = rewrite(earlier, EARLIER_WORDS, textsOf(today)[1]?.[1] ?? '');
    expect(codesOf(await read(half, today))).toEqual(['locked-cell-changed B7']);
  });

  it('of an earlier blank that nobody recorded is refused', async () => {
    const outcome = await read(earlier, withBlanks(today, today.scoreSheet.blanks.slice(1)));
    expect(outcome.kind).toBe('rejected');
    expect(codesOf(outcome)).toContain('unknown-blank -');
  });

  it('is judged by its texts alone where nobody keeps a list', async () => {
    const unlisted = withBlanks(today, []);
    const sheet = fillSheet((await openScoreSheets(unlisted))(makeUnit('0012')), unlisted, filling);
    const outcome = await read(rewrite(sheet, /[0-9a-f]{64}/, '0'.repeat(64)), unlisted);
    expect(outcome.kind).toBe('read');
    expect(codesOf(outcome)).toEqual(['other-blank -']);
  });

  it('of an earlier blank is no changed form in the pane', () => {
    const content = openOneOfMany(earlier, '甲.xlsx', memory).readSheet('评分指标');
    const { formFaults } = viewScoreSheet(layOutScoreSheet(today), content);
    expect(formFaults).toEqual([]);
    const unrecorded = viewScoreSheet(layOutScoreSheet(withBlanks(today, [])), content);
    expect(unrecorded.formFaults.length).toBe(2);
  });
});

describe('the blanks of the product that went out before', () => {
  it('count still: a sheet that was filled in on the first one, without boxes', async () => {
    const returned = readFileSync(new URL('returned-on-first-blank.xlsx', import.meta.url));
    const scheme = await findShanghai();
    const outcome = await read(returned, scheme);
    expect(outcome).toMatchObject({ kind: 'read', sheet: { unitNumber: '0012', ...fillingOf(scheme, 92, 4) } });
    expect(codesOf(outcome)).toEqual([]);
    const named = /[0-9a-f]{64}/.exec(unpackTexts(returned).get('docProps/custom.xml') ?? '')?.[0];
    expect(scheme.scoreSheet.blanks.slice(0, -1).map(({ fingerprint }) => fingerprint)).toContain(named);
  });
});

describe('the list of blanks', () => {
  it('holds the present one, or nothing goes out and the check says what to add', async () => {
    const [first] = today.scoreSheet.blanks;
    if (!first) throw new Error('no blank');
    const stale = withBlanks(today, [first]);
    await expect(openScoreSheets(stale)).rejects.toThrow(/空白评分表改过，还没有登记.*check-schemes/);
    expect(await checkBlanks(layOutScoreSheet(stale))).toEqual([
      { path: ['blanks'], message: expect.stringContaining(await fingerprintOf(today)) as string },
    ]);
    expect(await checkBlanks(layOutScoreSheet(today))).toEqual([]);
    expect(await checkBlanks(layOutScoreSheet(withBlanks(today, [])))).toEqual([]);
  });

  it('names texts alone, and only such as were different', async () => {
    const [first, present] = today.scoreSheet.blanks;
    if (!first || !present) throw new Error('no blanks');
    const texts = new Map([
      ['C7', '9'],
      ['D7', '8'],
      ['Z99', '无此格'],
      ['B8', before.scoreSheet.categories[0]?.items[1]?.text ?? ''],
      ['B7', EARLIER_WORDS],
    ]);
    const faults = await checkBlanks(layOutScoreSheet(withBlanks(today, [{ ...first, texts }, present])));
    expect(faults.map(({ path, message }) => [path.at(-1), message.includes('相同')])).toEqual([
      ['C7', false],
      ['D7', false],
      ['Z99', false],
      ['B8', true],
    ]);
  });
});
