import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { ZipReader } from '../../../ooxml/zip/zip-reader.ts';
import { descriptor, makeZip, type HandEntry, type HandZipOptions } from '../../support/hostile-zip.ts';
import { intakeCode } from '../../support/intake.ts';

const TEXT = '得分 96';

function open(bytes: Uint8Array, limits = INTAKE_LIMITS): ZipReader {
  return new ZipReader(bytes, '甲.xlsx', limits);
}

function codeOf(entries: HandEntry[], options?: HandZipOptions): string | undefined {
  return intakeCode(() => open(makeZip(entries, options)).read(String(entries[0]?.name ?? '')));
}

function entry(more: Partial<HandEntry> = {}): HandEntry {
  return { name: 'a.xml', data: TEXT, ...more };
}

describe('a sound zip', () => {
  it.each<[string, Partial<HandEntry>]>([
    ['deflated', {}],
    ['stored', { method: 0 }],
    ['with extra room in the local header, as Excel leaves it', { localExtra: new Uint8Array(300) }],
    ['with flags of the compression level', { flags: 6 }],
    [
      'with sizes behind the data',
      { flags: 8, behind: descriptor(TEXT), local: { crc: 0, packedBytes: 0, unpackedBytes: 0 } },
    ],
    ['with sizes in front and behind', { flags: 8, behind: descriptor(TEXT) }],
    [
      'with sizes behind the data and no signature',
      { flags: 8, behind: descriptor(TEXT, { signed: false }), local: { crc: 0, packedBytes: 0, unpackedBytes: 0 } },
    ],
    [
      'with long sizes behind the data',
      {
        flags: 8,
        behind: descriptor(TEXT, { long: true }),
        local: { crc: 0, packedBytes: 0xffffffff, unpackedBytes: 0xffffffff },
      },
    ],
  ])('%s is read', (_, more) => {
    const zip = open(makeZip([entry(more), { name: 'xl/', data: '', method: 0 }]));
    expect(new TextDecoder().decode(zip.read('A.XML'))).toBe(TEXT);
    expect(zip.names()).toEqual(['a.xml', 'xl/']);
    expect(zip.has('b.xml')).toBe(false);
  });
});

describe('a zip whose headers disagree', () => {
  it.each<[string, HandEntry]>([
    ['name', entry({ local: { name: 'b.xml' } })],
    ['length of the name', entry({ local: { name: 'ab.xml' } })],
    ['flags', entry({ local: { flags: 2 } })],
    ['method', entry({ local: { method: 0 } })],
    ['checksum', entry({ local: { crc: 1 } })],
    ['no checksum in front and none behind', entry({ local: { crc: 0 } })],
    ['packed size', entry({ local: { packedBytes: 1 } })],
    ['unpacked size', entry({ local: { unpackedBytes: 1 } })],
    ['descriptor missing', entry({ flags: 8 })],
    ['descriptor of other data', entry({ flags: 8, behind: descriptor(`${TEXT}!`) })],
    ['descriptor without its flag', entry({ behind: descriptor(TEXT) })],
    ['bytes between entries', entry({ behind: new Uint8Array(5) })],
    ['place', entry({ headerAt: 3 })],
  ])('is refused: %s', (_, wrong) => {
    expect(codeOf([wrong, entry({ name: 'z.xml' })])).toBe('damaged');
    expect(codeOf([entry({ name: 'z.xml' }), wrong])).toBe('damaged');
  });

  it.each<[string, HandEntry[], HandZipOptions]>([
    ['an entry that is not listed', [entry(), entry({ name: 'hidden.xml', unlisted: true })], {}],
    ['bytes before the first entry', [entry()], { before: new Uint8Array([1, 2, 3]) }],
    ['bytes before the end record', [entry()], { beforeEnd: new Uint8Array([1]) }],
    ['fewer entries than it says', [entry()], { count: 2 }],
    ['more entries than it says', [entry(), entry({ name: 'b.xml' })], { count: 1 }],
    ['a directory elsewhere', [entry()], { directoryAt: 0 }],
  ])('is refused: %s', (_, entries, options) => {
    expect(codeOf(entries, options)).toBe('damaged');
  });

  it('is refused when two entries share their bytes', () => {
    const bytes = makeZip([entry({ name: 'a.xml' }), entry({ name: 'a.xml', headerAt: 0 })]);
    expect(intakeCode(() => open(bytes))).toBe('damaged');
  });

  it('is half a download when cut off anywhere', () => {
    const bytes = makeZip([entry(), entry({ name: 'b.xml' })]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(intakeCode(() => open(bytes.subarray(0, length)))).toBe('incomplete');
    }
  });

  it('may have bytes behind its end, and says how many, but no second zip and no comment that is not there', () => {
    const bytes = makeZip([entry()]);
    const followed = (length: number) => Buffer.concat([bytes, new Uint8Array(length)]);
    expect(open(makeZip([entry()], { comment: 'x' })).behind).toBe(1);
    expect([0, 1, 65_535].map((length) => open(followed(length)).behind)).toEqual([0, 1, 65_535]);
    expect(intakeCode(() => open(followed(65_536)))).toBe('incomplete');
    expect(intakeCode(() => open(Buffer.concat([bytes, bytes])))).toBe('damaged');
    const claiming = makeZip([entry()], { comment: 'xy' }).slice(0, -1);
    expect(intakeCode(() => open(claiming))).toBe('damaged');
  });
});

describe('names', () => {
  it.each([
    '../a.xml',
    'xl/../../a.xml',
    '/a.xml',
    'C:/a.xml',
    'xl\\a.xml',
    'xl//a.xml',
    './a.xml',
    'a\0.xml',
    'a/..',
    '/',
  ])('refuses %j', (name) => {
    expect(codeOf([entry({ name })])).toBe('bad-name');
  });

  it.each(['..a.xml', 'xl/a..xml', '__proto__', 'constructor', '[Content_Types].xml'])('takes %j', (name) => {
    expect(codeOf([entry({ name })])).toBeUndefined();
  });

  it('refuses two of one name, whatever their case', () => {
    expect(codeOf([entry({ name: 'xl/A.xml' }), entry({ name: 'xl/a.XML' })])).toBe('duplicate-name');
    expect(codeOf([entry({ name: 'a.xml' }), entry({ name: 'a.xml' })])).toBe('duplicate-name');
  });
});

describe('limits', () => {
  const small = { ...INTAKE_LIMITS, entries: 2, entryBytes: 100, unpackedBytes: 150 };
  const sized = (name: string, length: number): HandEntry => entry({ name, data: 'x'.repeat(length) });

  it.each<[string | undefined, HandEntry[]]>([
    [undefined, [sized('a', 100), sized('b', 50)]],
    ['too-large', [sized('a', 101)]],
    ['too-large', [sized('a', 100), sized('b', 51)]],
    ['too-many-entries', [sized('a', 1), sized('b', 1), sized('c', 1)]],
  ])('gives %s at its line', (code, entries) => {
    expect(intakeCode(() => open(makeZip(entries), small))).toBe(code);
  });

  it('refuses a ratio above 200 in a large entry, not in a small one', () => {
    expect(codeOf([entry({ data: new Uint8Array(1024 * 1024) })])).toBeUndefined();
    expect(codeOf([entry({ data: new Uint8Array(1024 * 1024 + 1) })])).toBe('bad-ratio');
  });

  it('stops when an entry gives more than it claims', () => {
    const packed = deflateRawSync(Buffer.alloc(50 * 1024 * 1024));
    expect(codeOf([entry({ packed, unpackedBytes: 1000 })])).toBe('bad-ratio');
  });

  it('refuses an entry that gives less than it claims', () => {
    expect(codeOf([entry({ unpackedBytes: 100 })])).toBe('damaged');
  });
});

describe('what is not read', () => {
  it.each<[string, HandEntry]>([
    ['encrypted', entry({ flags: 1 })],
    ['encrypted', entry({ flags: 0x41 })],
    ['unsupported-zip', entry({ method: 12 })],
    ['unsupported-zip', entry({ unpackedBytes: 0xffffffff })],
    ['bad-checksum', entry({ crc: 1 })],
    ['damaged', entry({ packed: new Uint8Array([0xff, 0xff]) })],
    ['damaged', entry({ method: 0, unpackedBytes: 3 })],
  ])('is refused as %s', (code, wrong) => {
    expect(codeOf([wrong])).toBe(code);
  });

  it('names the file, the part and the remedy in one sentence', () => {
    expect(() => open(makeZip([entry({ crc: 1 })])).read('a.xml')).toThrow(
      '文件“甲.xlsx”的内容已损坏（校验和不符，部件 a.xml），请用 Excel 或 WPS 打开，看过没有缺少内容，再另存为 .xlsx；打不开或有缺少的，请发来文件的人重新发送。',
    );
  });
});
