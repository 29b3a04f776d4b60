import { afterEach, expect, it, vi } from 'vitest';
import { newWorkbook, packWorkbook } from '../../../workbook/draw/new-workbook.ts';
import { unpackTexts } from '../../support/unpack.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function packAt(time: string): Promise<Uint8Array> {
  vi.useFakeTimers({ now: new Date(time), toFake: ['Date'] });
  const workbook = newWorkbook('标题');
  workbook.addWorksheet('表').getCell('A1').value = '内容';
  return packWorkbook(workbook);
}

it('gives the same bytes whenever it is made', async () => {
  expect(await packAt('2024-12-01T08:00:00Z')).toEqual(await packAt('2026-11-20T20:30:44Z'));
});

it('names this program and nobody else in its properties', async () => {
  const parts = unpackTexts(await packAt('2026-11-20T20:30:44Z'));
  const core = parts.get('docProps/core.xml') ?? '';
  expect(core).toContain('<dc:creator>评优台</dc:creator>');
  expect(core).toContain('<cp:lastModifiedBy>评优台</cp:lastModifiedBy>');
  expect(core.match(/\d{4}-\d\d-\d\dT/g)).toEqual(['1980-01-01T', '1980-01-01T']);
  expect(parts.get('docProps/app.xml')).toMatch(/<Company><\/Company>/);
});
