/** A part is taken as known only when nothing about it differs: what a changed one gives must not hang on what was read before it. */
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { PartReadings } from '../../../ooxml/package/part-readings.ts';
import { ZipReader } from '../../../ooxml/zip/zip-reader.ts';
import { makeZip, type HandEntry } from '../../support/hostile-zip.ts';
import { intakeCode } from '../../support/intake.ts';

const NAME = 'xl/sharedStrings.xml';
const XML = '<sst><si><t>96</t></si></sst>';
const STORED: HandEntry = { name: NAME, data: XML, method: 0 };
const DEFLATED: HandEntry = { name: NAME, data: XML, method: 8 };
const claims = { crc: crc32(XML), unpackedBytes: XML.length };

/** Readings that count themselves and give the part's name and text. */
function openReadings() {
  let count = 0;
  const readings = new PartReadings((scanner, partName) => {
    count += 1;
    scanner.openRoot();
    while (scanner.next() !== 'text');
    return `${partName} ${scanner.text}`;
  });
  const of = (entry: HandEntry) =>
    readings.of(new ZipReader(makeZip([entry]), '甲.xlsx', INTAKE_LIMITS), String(entry.name));
  return { of, count: () => count };
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const flipped = bytes.slice();
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  return flipped;
}

const plain = new TextEncoder().encode(XML);
const packed = new Uint8Array(deflateRawSync(XML));

describe('a part that was read before', () => {
  it.each([
    ['stored', STORED],
    ['deflated', DEFLATED],
  ])('%s is not read again when it is the same in another file', (_, entry) => {
    const { of, count } = openReadings();
    expect([of(entry), of({ ...entry }), count()]).toEqual([`${NAME} 96`, `${NAME} 96`, 1]);
  });

  it('is another one under another name, and packed in another way', () => {
    const { of, count } = openReadings();
    of(STORED);
    expect(of({ ...STORED, name: 'xl/other.xml' })).toBe('xl/other.xml 96');
    expect(of(DEFLATED)).toBe(`${NAME} 96`);
    expect(count()).toBe(3);
  });

  it.each<[string, HandEntry, HandEntry, string]>([
    ['claims another checksum', STORED, { ...STORED, crc: (claims.crc ^ 1) >>> 0 }, 'bad-checksum'],
    ['claims another checksum, deflated', DEFLATED, { ...DEFLATED, crc: (claims.crc ^ 1) >>> 0 }, 'bad-checksum'],
    ['claims to be longer', DEFLATED, { ...DEFLATED, unpackedBytes: XML.length + 1 }, 'damaged'],
    ['claims to be shorter', DEFLATED, { ...DEFLATED, unpackedBytes: XML.length - 1 }, 'bad-ratio'],
    ['claims to be deflated and is not', STORED, { ...DEFLATED, packed: plain, ...claims }, 'damaged'],
    ['differs in its first byte', STORED, { ...STORED, data: flip(plain, 0), ...claims }, 'bad-checksum'],
    ['differs in one digit', STORED, { ...STORED, data: XML.replace('96', '97'), ...claims }, 'bad-checksum'],
    ['differs in its last byte', STORED, { ...STORED, data: flip(plain, plain.length - 1), ...claims }, 'bad-checksum'],
    ['has lost its end', DEFLATED, { ...DEFLATED, packed: packed.slice(0, -1) }, 'damaged'],
    ['has lost its beginning', DEFLATED, { ...DEFLATED, packed: packed.slice(1) }, 'damaged'],
  ])('is refused when another file’s %s', (_, good, changed, code) => {
    expect(intakeCode(() => openReadings().of(changed))).toBe(code);
    const { of } = openReadings();
    of(good);
    expect(intakeCode(() => of(changed))).toBe(code);
    expect(of(good)).toBe(`${NAME} 96`);
  });

  it('and whose packed bytes go on behind it is judged as if it were the first', () => {
    const longer = { ...DEFLATED, packed: new Uint8Array([...packed, 0]) };
    const alone = intakeCode(() => openReadings().of(longer));
    const { of, count } = openReadings();
    of(DEFLATED);
    expect(intakeCode(() => of(longer))).toBe(alone);
    expect(count()).toBe(alone === undefined ? 2 : 1);
  });
});
