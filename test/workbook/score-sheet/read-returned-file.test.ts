/** Zips of returned sheets, as people and their programs make them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openFileReader, type ReadReturnedFile } from '../../../workbook/score-sheet/read-returned-file.ts';
import { openScoreSheetReader } from '../../../workbook/score-sheet/read-score-sheet.ts';
import { fingerprintBlank } from '../../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { ARCHIVE_LIMITS, SCORE_SHEET_LIMITS } from '../../../workbook/score-sheet/score-sheet-limits.ts';
import { openScoreSheets } from '../../../workbook/score-sheet/stamp-score-sheets.ts';
import { fillingOf, fillSheet } from '../../support/filled-sheets.ts';
import { findShanghai } from '../../support/full-scheme.ts';
import { makeZip, type HandEntry } from '../../support/hostile-zip.ts';
import { makeUnit } from '../../support/tally-files.ts';

let read: ReadReturnedFile;
let one: Uint8Array;
let two: Uint8Array;

beforeAll(async () => {
  const scheme = await findShanghai();
  const layout = layOutScoreSheet(scheme);
  read = openFileReader(openScoreSheetReader(layout, await fingerprintBlank(layout)));
  const stamp = await openScoreSheets(scheme);
  const fill = (number: string) => fillSheet(stamp(makeUnit(number)), scheme, fillingOf(scheme, 90));
  one = fill('0001');
  two = fill('0002');
});

const GBK = { 甲: [0xbc, 0xd7], 乙: [0xd2, 0xd2], 报送: [0xb1, 0xa8, 0xcb, 0xcd] };

/** What came of each return, by its place: the unit's number, or the code of the fault. */
async function contentOf(bytes: Uint8Array): Promise<[string, string | null | undefined][]> {
  const { returns } = await read(bytes, '报送.zip');
  return returns.map(({ inside, outcome }) => [
    inside,
    outcome.kind === 'read' ? outcome.sheet.unitNumber : outcome.faults[0]?.code,
  ]);
}

const zip = (...entries: HandEntry[]) => makeZip(entries);

describe('a zip of sheets', () => {
  it('is opened, with its folders, and each sheet is a return of its own', async () => {
    const bytes = zip(
      { name: '报送/', data: '', method: 0 },
      { name: '报送/乙.xlsx', data: two },
      { name: '甲.xlsx', data: one },
    );
    expect(await contentOf(bytes)).toEqual([
      ['/报送/乙.xlsx', '0002'],
      ['/甲.xlsx', '0001'],
    ]);
    const { returns } = await read(bytes, '报送.zip');
    expect(returns.map(({ bytes: own }) => Buffer.compare(own, own === returns[0]?.bytes ? two : one))).toEqual([0, 0]);
  });

  it('may have its names in GBK, and slashes of another system', async () => {
    const name = Uint8Array.from([...GBK.报送, 0x5c, ...GBK.甲, ...Buffer.from('.xlsx')]);
    expect(await contentOf(zip({ name, data: one }))).toEqual([['/报送/甲.xlsx', '0001']]);
    const utf8 = zip({ name: '报送/甲.xlsx', data: one, flags: 0x0800, local: { flags: 0x0800 } });
    expect(await contentOf(utf8)).toEqual([['/报送/甲.xlsx', '0001']]);
  });

  it('may hold zips, and these hold none', async () => {
    const inner = zip({ name: '乙.xlsx', data: two });
    const nested = zip({ name: '内.zip', data: inner }, { name: '甲.xlsx', data: one });
    expect(await contentOf(nested)).toEqual([
      ['/内.zip/乙.xlsx', '0002'],
      ['/甲.xlsx', '0001'],
    ]);
    expect(await contentOf(zip({ name: '外.zip', data: nested }, { name: '乙.xlsx', data: two }))).toEqual([
      ['/乙.xlsx', '0002'],
      ['/外.zip/内.zip', 'archive-nested'],
      ['/外.zip/甲.xlsx', '0001'],
    ]);
  });

  it('may hold what systems put there, which is named and ignored, and what is no sheet, which is told by its first bytes', async () => {
    const bytes = zip(
      { name: '__MACOSX/._甲.xlsx', data: 'x' },
      { name: '区/.DS_Store', data: 'x' },
      { name: '区/~$甲.xlsx', data: 'x' },
      { name: '区/甲.xlsx', data: one },
      { name: '区/盖章.pdf', data: '%PDF-1.7' },
    );
    const { ignored } = await read(bytes, '报送.zip');
    expect(ignored.map(({ inside }) => inside)).toEqual(['/__MACOSX/._甲.xlsx', '/区/.DS_Store', '/区/~$甲.xlsx']);
    expect(await contentOf(bytes)).toEqual([
      ['/区/甲.xlsx', '0001'],
      ['/区/盖章.pdf', 'pdf'],
    ]);
  });

  it.each<[string, () => Uint8Array]>([
    ['archive-empty', () => zip({ name: '空/', data: '', method: 0 })],
    ['empty', () => zip()],
    ['archive-encrypted', () => zip({ name: '甲.xlsx', data: one, flags: 1, local: { flags: 1 } })],
    ['incomplete', () => zip({ name: '甲.xlsx', data: one }).slice(0, -30)],
    ['bad-name', () => zip({ name: '../甲.xlsx', data: one })],
    ['bad-name', () => zip({ name: 'C:\\甲.xlsx', data: one })],
    ['unsupported-zip', () => zip({ name: '甲.xlsx', data: one, method: 9, packed: one })],
  ])('is refused as a whole: %s', async (code, make) => {
    expect(await contentOf(make())).toEqual([['', code]]);
  });

  it('loses only the entry that is damaged', async () => {
    expect(await contentOf(zip({ name: '甲.xlsx', data: one, crc: 1 }, { name: '乙.xlsx', data: two }))).toEqual([
      ['/乙.xlsx', '0002'],
      ['/甲.xlsx', 'bad-checksum'],
    ]);
  });
});

describe('before anything is unpacked', () => {
  const claiming = (unpackedBytes: number): HandEntry => ({ name: 'a.xlsx', data: 'x', method: 0, unpackedBytes });

  it('a zip of zips may claim no more together than one may alone', async () => {
    const big = Buffer.alloc(SCORE_SHEET_LIMITS.fileBytes - 1, 'ab');
    const inner = (count: number) =>
      makeZip(
        Array.from({ length: count }, (_, index) => ({
          name: `${index}.bin`,
          data: big,
          packed: Buffer.alloc(150_000, 1),
        })),
      );
    const most = Math.floor(ARCHIVE_LIMITS.unpackedBytes / big.length);
    const nested = zip(
      { name: 'a.zip', data: inner(most - 1), method: 0 },
      { name: 'b.zip', data: inner(2), method: 0 },
    );
    expect(new Map(await contentOf(nested)).get('/b.zip')).toBe('too-large');
    expect(await contentOf(inner(most + 1))).toEqual([['', 'too-large']]);
  });

  it('its entries are counted, those of zips in it as well', async () => {
    const many = (count: number) =>
      makeZip(Array.from({ length: count }, (_, index) => ({ name: `${index}.tmp`, data: '', method: 0 })));
    const { ignored } = await read(many(ARCHIVE_LIMITS.entries), '报送.zip');
    expect(ignored).toHaveLength(ARCHIVE_LIMITS.entries);
    expect(await contentOf(many(ARCHIVE_LIMITS.entries + 1))).toEqual([['', 'too-many-entries']]);
    const nested = zip(
      { name: 'a.zip', data: many(ARCHIVE_LIMITS.entries - 3) },
      { name: 'b.zip', data: many(2) },
      { name: 'c.xlsx', data: one },
    );
    expect(await contentOf(nested)).toEqual([
      ['/b.zip', 'too-many-entries'],
      ['/c.xlsx', '0001'],
    ]);
  });

  it('one entry may claim no more than a file may have, nor too much for its size', async () => {
    expect(await contentOf(zip({ ...claiming(SCORE_SHEET_LIMITS.fileBytes + 1), method: 8 }))).toEqual([
      ['', 'too-large'],
    ]);
    expect(await contentOf(zip({ ...claiming(2 * 1024 * 1024), method: 8 }))).toEqual([['', 'bad-ratio']]);
  });
});
