import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { ZipReader } from '../../../ooxml/zip/zip-reader.ts';
import { PartWriter } from '../../../ooxml/zip/part-writer.ts';
import { joinZip, layZip, packPart, storePart, type PackedPart } from '../../../ooxml/zip/zip-writer.ts';
import { missing } from '../../support/tools.ts';

const long = '同样的文字'.repeat(500);

function packTexts(name: string, texts: readonly string[], head?: string): PackedPart {
  const part = new PartWriter();
  for (const text of texts) part.write(text);
  return part.finish(name, head);
}

describe('a written zip', () => {
  it('is read back part by part, packed or stored, whichever is smaller', () => {
    const parts = [packPart('a.xml', long), packPart('b.bin', Uint8Array.of(1, 2, 3)), packPart('empty', '')];
    expect(parts.map(({ method }) => method)).toEqual(['deflated', 'stored', 'stored']);
    const zip = new ZipReader(joinZip(parts), 'a.zip', INTAKE_LIMITS);
    expect(zip.names()).toEqual(['a.xml', 'b.bin', 'empty']);
    expect(new TextDecoder().decode(zip.read('a.xml'))).toBe(long);
    expect([...zip.read('b.bin')]).toEqual([1, 2, 3]);
    expect(zip.read('empty')).toHaveLength(0);
  });

  it('holds a part that came as many texts, short and long', () => {
    const texts = ['', '短', long, long.repeat(60), '末', long.repeat(30), '😀'];
    const part = packTexts('a.xml', texts);
    expect(part.bytes.length).toBeLessThan(part.size / 10);
    const zip = new ZipReader(joinZip([part, packTexts('empty', [])]), 'a.zip', INTAKE_LIMITS);
    expect(new TextDecoder().decode(zip.read('a.xml'))).toBe(texts.join(''));
    expect(zip.read('empty')).toHaveLength(0);
  });

  it('holds a part whose head came last, under the checksum of the whole', () => {
    const parts = [
      packTexts('a.xml', ['末', long], '头'),
      packTexts('b.xml', [], '头'),
      packTexts('c.xml', ['末'], '头'.repeat(999)),
    ];
    const zip = new ZipReader(joinZip(parts), 'a.zip', INTAKE_LIMITS);
    expect(new TextDecoder().decode(zip.read('a.xml'))).toBe(`头末${long}`);
    expect(new TextDecoder().decode(zip.read('b.xml'))).toBe('头');
    expect(new TextDecoder().decode(zip.read('c.xml'))).toBe(`${'头'.repeat(999)}末`);
  });

  it('has the same bytes whenever it is made, and a packed part can be used again', () => {
    const part = packPart('a.xml', long);
    expect(joinZip([part])).toEqual(joinZip([part]));
    expect(joinZip([{ ...part, name: 'b.xml' }, part])).toHaveLength(2 * joinZip([part]).length - 22);
  });

  it('is the same in pieces, which hold what stands in the parts and no copy of it', () => {
    const parts = [packPart('甲/a.xml', long), storePart('b.bin', new Uint8Array(100_000)), packPart('empty', '')];
    const pieces = layZip(parts);
    expect(Buffer.concat(pieces).equals(joinZip(parts))).toBe(true);
    expect(parts.every(({ bytes }) => pieces.includes(bytes))).toBe(true);
    expect(Buffer.concat(layZip([])).equals(joinZip([]))).toBe(true);
  });

  it('refuses more parts than a plain zip can count', () => {
    const part = packPart('a', '');
    expect(joinZip(new Array<typeof part>(65_535).fill(part))).toBeInstanceOf(Uint8Array);
    expect(() => joinZip(new Array<typeof part>(65_536).fill(part))).toThrow(RangeError);
  });
});

describe.skipIf(missing('lxml'))('read by the zip module of Python', () => {
  it('passes its test of every checksum, names in UTF-8', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    try {
      const file = join(folder, 'a.zip');
      writeFileSync(file, joinZip([packTexts('文件.xml', [long.slice(7), long.slice(0, 7)]), packPart('b', 'b')]));
      const script =
        'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),z.namelist(),len(z.read("文件.xml").decode()))';
      const printed = execFileSync('/usr/bin/python3', ['-c', script, file], {
        encoding: 'utf8',
        env: { PYTHONUTF8: '1' },
      });
      expect(printed.trim()).toBe(`None ['文件.xml', 'b'] ${long.length}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
