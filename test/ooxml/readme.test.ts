/** `ooxml/README.md` runs as told: its examples are one program. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as errors from '../../ooxml/errors.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';

const ROOM = fileURLToPath(new URL('../../ooxml', import.meta.url));
const readme = readFileSync(join(ROOM, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'ooxml-readme-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Example {
  readonly texts: unknown;
  readonly patched: Uint8Array;
  readonly stamped: Uint8Array;
}
let example: Example;

beforeAll(async () => {
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  const contents = `${blocks.join('\n')}\nexport { texts, patched, stamped };\n`;
  const options = { bundle: true, platform: 'node', format: 'esm', write: false } as const;
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: ROOM, loader: 'ts' } });
  const program = join(folder, 'example.mjs');
  writeFileSync(program, outputFiles[0]?.contents ?? '');
  example = (await import(/* @vite-ignore */ pathToFileURL(program).href)) as Example;
});

function valuesOf(bytes: Uint8Array): unknown[] {
  const workbook = openWorkbook(bytes, '例.xlsx');
  return workbook.sheets.map(({ name }) => [
    name,
    workbook.readSheet(name).rows[1]?.cells.map((cell) => ('value' in cell ? cell.value : 'text' in cell && cell.text)),
  ]);
}

it('reads what it has written', () => {
  expect(example.texts).toEqual([
    ['名称', '数'],
    ['甲', 3],
  ]);
});

it('changes one cell', () => {
  expect(valuesOf(example.patched)).toEqual([['名单', ['甲', 4]]]);
});

it('makes a sheet of each page', () => {
  expect(valuesOf(example.stamped)).toEqual([
    ['乙', ['乙', 3]],
    ['丙', ['丙', 3]],
  ]);
});

it('names every error that there is', () => {
  const named = [...readme.matchAll(/^\| `(\w+)` +\|.*\|.*\|$/gm)].map(([, name]) => name);
  expect([...named, 'OoxmlError'].sort()).toEqual(Object.keys(errors).sort());
});
