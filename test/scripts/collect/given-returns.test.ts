/** What came in is given as a folder, as the zip in which it came, file by file, or twice: it is the same. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { findShanghai } from '../../support/full-scheme.ts';
import { openFiller, writeReturns, writeRoster } from '../../support/returned-folder.ts';
import { runCli } from '../../support/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'given-returns-'));
const at = (...names: string[]) => path.join(folder, ...names);
const Counted = z.object({
  files: z.object({ received: z.number(), accepted: z.number(), ignored: z.number() }),
  units: z.object({ counted: z.number(), missing: z.number() }),
  duplicates: z.array(z.unknown()),
});
let sheets: string[] = [];

beforeAll(async () => {
  const scheme = await findShanghai();
  writeFileSync(at('总名册.xlsx'), await writeRoster(scheme));
  writeReturns(at('报送'), scheme, await openFiller(scheme));
  const names = readdirSync(at('报送'), { recursive: true, encoding: 'utf8' });
  sheets = names.filter((name) => name.endsWith('.xlsx'));
  const packed = sheets.map((name): [string, Uint8Array] => [
    name.split(path.sep).join('/'),
    readFileSync(at('报送', name)),
  ]);
  mkdirSync(at('邮件'));
  writeFileSync(at('邮件/报送.zip'), zipSync(Object.fromEntries(packed)));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function count(...given: readonly string[]) {
  const options = ['--roster', at('总名册.xlsx'), '--out', at('汇总.xlsx'), '--json', '--force'];
  return Counted.parse(JSON.parse(runCli('collect', ...given, ...options).stdout));
}

it('counts the same however it is given', () => {
  const whole = count(at('报送'));
  expect(whole.files.accepted).toBe(sheets.length);
  expect(sheets.length).toBeGreaterThan(1);
  const inside = sheets.map((name) => at('报送', name));
  expect(count(at('邮件')), 'a folder with the zip').toEqual(whole);
  expect(count(at('邮件/报送.zip')), 'the zip').toEqual(whole);
  expect(count(...inside), 'file by file').toEqual(whole);
  expect(count(at('报送'), ...inside), 'a folder and its files').toEqual(whole);
  expect(count(at('邮件/报送.zip'), at('邮件')), 'the zip and its folder').toEqual(whole);
});

it('reads a file alone, and refuses what is not there', () => {
  const [first = ''] = sheets;
  expect(count(at('报送', first)).files).toMatchObject({ received: 1, accepted: 1 });
  const outputs = ['--roster', at('总名册.xlsx'), '--out', at('汇总.xlsx'), '--force'];
  const refused = runCli('collect', at('没有.zip'), ...outputs);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('没有.zip');
});

it('does not write over what it was given', () => {
  const zip = at('邮件/报送.zip');
  const before = readFileSync(zip);
  const refused = runCli('collect', zip, '--roster', at('总名册.xlsx'), '--out', zip, '--force');
  expect(refused.status).toBe(2);
  expect(readFileSync(zip).equals(before)).toBe(true);
});
