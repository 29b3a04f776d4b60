/** What a workbook says of when it was saved. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { WorkbookWriter } from '../../../ooxml/write/workbook-writer.ts';

const CORE = 'docProps/core.xml';

function makeWorkbook(): Uint8Array {
  const writer = new WorkbookWriter({ title: '表', creator: '虚构' });
  writer.addSheet('表').addRow([{ value: 1, style: 0 }]);
  return writer.finish();
}

function readTime(saved: string): string | null {
  const parts = unzipSync(makeWorkbook());
  const core = strFromU8(parts[CORE] ?? new Uint8Array());
  const changed = core.replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${saved}`);
  expect(changed).not.toBe(core);
  return openWorkbook(zipSync({ ...parts, [CORE]: strToU8(changed) }), '表.xlsx').readSavedTime();
}

it('is none in a workbook of our own that nobody has saved since', () => {
  expect(openWorkbook(makeWorkbook(), '表.xlsx').readSavedTime()).toBeNull();
});

it.each([
  ['2024-12-30T08:00:00Z', '2024-12-30T08:00:00Z'],
  ['2006-12-01T00:00:00Z', '2006-12-01T00:00:00Z'],
  ['2006-11-30T23:59:59Z', null],
  ['1601-01-01T00:00:00Z', null],
  ['2024-13-30T08:00:00Z', null],
  ['昨天', null],
])('of %s is %s', (saved, read) => {
  expect(readTime(saved)).toBe(read);
});
