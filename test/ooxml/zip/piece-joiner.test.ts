import { describe, expect, it } from 'vitest';
import { INTAKE_LIMITS } from '../../../ooxml/read/intake-limits.ts';
import { packPiece, PieceJoiner } from '../../../ooxml/zip/piece-joiner.ts';
import { ZipReader } from '../../../ooxml/zip/zip-reader.ts';
import { joinZip } from '../../../ooxml/zip/zip-writer.ts';

const LONG = '<c r="A1" s="4"/>'.repeat(300);

/** The reader proves sizes and checksums. */
function readBack(joiner: PieceJoiner): string {
  const zip = new ZipReader(joinZip([joiner.finish('a.xml')]), 'a.zip', INTAKE_LIMITS);
  return new TextDecoder().decode(zip.read('a.xml'));
}

describe('a file joined from packed stretches and texts', () => {
  const piece = packPiece(LONG);
  const joiner = new PieceJoiner();

  it.each([
    ['nothing', []],
    ['a stretch', [piece]],
    ['a text', ['名']],
    ['a stretch before and behind a text', [piece, '单位 <1>', piece]],
    ['texts that are empty', ['', piece, '', '']],
    ['the same stretch again and again', [piece, piece, '中', piece, '末']],
    ['a text as long as a block can be', [piece, 'x'.repeat(21_845), piece]],
    ['a text of the most bytes that are left as they are', ['评'.repeat(21_845), piece]],
    ['texts longer than a block', ['x'.repeat(21_846), piece, '优'.repeat(70_000)]],
  ] as const)('%s', (_, parts) => {
    for (const part of parts) {
      if (typeof part === 'string') joiner.addText(part);
      else joiner.addPiece(part);
    }
    expect(readBack(joiner)).toBe(parts.map((part) => (typeof part === 'string' ? part : LONG)).join(''));
  });

  it('is not changed by the file that is made next, and forgets one that was given up', () => {
    joiner.addPiece(piece);
    joiner.addText('第一');
    const first = joiner.finish('a.xml');
    const kept = first.bytes.slice();
    joiner.addText('放弃');
    joiner.clear();
    joiner.addText('第二');
    expect(readBack(joiner)).toBe('第二');
    expect(first.bytes).toEqual(kept);
  });
});
