/** Zips of returned sheets, as people and their programs make them. */
import ExcelJS from 'exceljs';
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

describe('a workbook that is no score sheet', () => {
  const codeOf = async (...tabs: readonly string[]) => {
    const workbook = new ExcelJS.Workbook();
    for (const name of tabs) workbook.addWorksheet(name).addRow(['编号']);
    return await contentOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
  };

  it('is named where it is a master roster, and sent back as any other', async () => {
    expect(await codeOf('会员单位', '推荐名单', '评分')).toEqual([['', 'master-roster']]);
    expect(await codeOf('会员单位')).toEqual([['', 'not-a-score-sheet']]);
  });

  it('is no roster where a score sheet stands in it', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(one).buffer);
    for (const name of ['会员单位', '推荐名单']) workbook.addWorksheet(name).addRow(['编号']);
    expect(await contentOf(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual([['', '0001']]);
  });
});

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
    ['damaged', () => zip({ name: '甲.xlsx', data: one }, { name: '乙.xlsx', data: two, headerAt: 0 })],
    ['damaged', () => zip({ name: '甲.xlsx', data: one, unpackedBytes: 9, local: { unpackedBytes: 8 } })],
    ['damaged', () => zip({ name: '甲.xlsx', data: one, behind: new Uint8Array(4) })],
    ['unsupported-zip', () => zip({ name: '甲.xlsx', data: one, unpackedBytes: 0xffffffff })],
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

describe('one odd entry', () => {
  const locked = (more: Partial<HandEntry>): HandEntry => ({
    name: '甲.xlsx',
    data: one,
    flags: 1,
    local: { flags: 1 },
    ...more,
  });
  const ODD: readonly (readonly [what: string, code: string, makeEntry: () => HandEntry])[] = [
    ['an absolute name', 'archive-entry-name', () => ({ name: '/home/甲.xlsx', data: one })],
    ['a drive', 'archive-entry-name', () => ({ name: 'C:\\甲.xlsx', data: one })],
    ['a network place', 'archive-entry-name', () => ({ name: '\\\\主机\\甲.xlsx', data: one })],
    ['a name that climbs', 'archive-entry-name', () => ({ name: '../甲.xlsx', data: one })],
    ['a name that climbs within', 'archive-entry-name', () => ({ name: '区/../甲.xlsx', data: one })],
    ['a control character', 'archive-entry-name', () => ({ name: '甲\n.xlsx', data: one })],
    ['a password', 'archive-entry-encrypted', () => locked({})],
    [
      'a password, stored, with its twelve bytes',
      'archive-entry-encrypted',
      () => locked({ method: 0, unpackedBytes: 9 }),
    ],
    ['a password by AES', 'archive-entry-encrypted', () => locked({ method: 99, crc: 0, unpackedBytes: 9 })],
    ['an unknown packing', 'archive-entry-method', () => ({ name: '甲.xlsx', data: one, method: 14, packed: one })],
    ['191 MB', 'too-large', () => ({ name: '甲.tif', data: one, unpackedBytes: 191 * 1024 * 1024 })],
    ['a bomb', 'bad-ratio', () => ({ name: '甲.bmp', data: Buffer.alloc(4 * 1024 * 1024) })],
    [
      'more than it claims',
      'bad-ratio',
      () => ({ name: '甲.xlsx', data: Buffer.alloc(4 * 1024 * 1024), unpackedBytes: 9 }),
    ],
  ];

  it.each(ODD)('with %s is refused by its name, and the others are read', async (_, code, makeEntry) => {
    const odd = makeEntry();
    const [before, behind] = [zip({ name: '乙.xlsx', data: two }, odd), zip(odd, { name: '乙.xlsx', data: two })];
    const place = `/${String(odd.name).replaceAll('\\', '/')}`;
    const expected: readonly [string, string][] = [
      ['/乙.xlsx', '0002'],
      [place, code],
    ];
    expect(new Map(await contentOf(before))).toEqual(new Map(expected));
    expect(new Map(await contentOf(behind))).toEqual(new Map(expected));
    const { returns } = await read(before, '报送.zip');
    const [fault] = returns.flatMap(({ outcome }) => (outcome.kind === 'rejected' ? outcome.faults : []));
    expect(fault?.message).toMatch(/^文件“报送\.zip[^”]+”.+，请[^。]+。$/);
  });

  it('of one name with another is refused with it, once; case tells files apart', async () => {
    const twice = zip(
      { name: '甲.xlsx', data: one },
      { name: '甲.xlsx', data: two },
      { name: '甲.XLSX', data: one },
      { name: '乙.xlsx', data: two },
    );
    expect(new Map(await contentOf(twice))).toEqual(
      new Map([
        ['/甲.xlsx', 'archive-entry-twice'],
        ['/甲.XLSX', '0001'],
        ['/乙.xlsx', '0002'],
      ]),
    );
  });

  it('takes no room from the others', async () => {
    const large = (name: string): HandEntry => ({ name, data: 'x', unpackedBytes: 191 * 1024 * 1024 });
    const three = zip(large('一.tif'), large('二.tif'), large('三.tif'), { name: '乙.xlsx', data: two });
    expect(new Map(await contentOf(three)).get('/乙.xlsx')).toBe('0002');
  });

  it('in a zip in a zip leaves both of them', async () => {
    const inner = zip({ name: '/甲.xlsx', data: one }, { name: '乙.xlsx', data: two });
    expect(await contentOf(zip({ name: '内.zip', data: inner }, { name: '甲.xlsx', data: one }))).toEqual([
      ['/内.zip//甲.xlsx', 'archive-entry-name'],
      ['/内.zip/乙.xlsx', '0002'],
      ['/甲.xlsx', '0001'],
    ]);
  });
});

describe('before anything is unpacked', () => {
  const claiming = (unpackedBytes: number): HandEntry => ({ name: 'a.xlsx', data: 'x', unpackedBytes });

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
    expect(await contentOf(zip(claiming(SCORE_SHEET_LIMITS.fileBytes + 1)))).toEqual([['/a.xlsx', 'too-large']]);
    expect(await contentOf(zip(claiming(2 * 1024 * 1024)))).toEqual([['/a.xlsx', 'bad-ratio']]);
  });

  it.each([
    [-1, 'not-a-workbook'],
    [0, 'not-a-workbook'],
    [1, 'too-large'],
  ])('an entry of the limit and %i bytes is %s', async (more, code) => {
    const data = Buffer.alloc(SCORE_SHEET_LIMITS.fileBytes + more, 1);
    expect(await contentOf(zip({ name: 'a.bin', data, method: 0 }))).toEqual([['/a.bin', code]]);
  });

  it.each([
    [-1, undefined],
    [0, undefined],
    [1, 'too-large'],
  ])('all entries together, of the limit and %i bytes, are refused as %s', async (more, code) => {
    const { unpackedBytes, entryBytes } = ARCHIVE_LIMITS;
    const whole = Math.floor(unpackedBytes / entryBytes) - 1;
    const sizes = [
      ...Array.from({ length: whole }, () => entryBytes),
      unpackedBytes - whole * entryBytes - 1,
      1 + more,
    ];
    // Named as what nobody need read: what all claim together is judged before.
    const entries = sizes.map((unpacked, index): HandEntry => {
      const packed = Buffer.alloc(Math.ceil(unpacked / ARCHIVE_LIMITS.ratio), 1);
      return { name: `${index}.tmp`, data: '', packed, unpackedBytes: unpacked };
    });
    const { returns, ignored } = await read(makeZip(entries), '报送.zip');
    const faults = returns.flatMap(({ outcome }) => (outcome.kind === 'rejected' ? outcome.faults : []));
    expect([faults[0]?.code, ignored.length]).toEqual([code, code === undefined ? sizes.length : 0]);
  });
});
