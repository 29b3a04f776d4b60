/** Every workbook that the main job makes, before judges that know nothing of us: the format's schemas, and LibreOffice's printer. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './support/run-cli.ts';
import { missing } from './support/tools.ts';
import { validateXlsx } from './support/validate-xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'pingyou-outputs-'));
const at = (name: string) => join(folder, name);
const workbooks = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx'))
    .map(at);

beforeAll(() => {
  expect(runCli('demo', '--scheme', 'shanghai-security-2024', '--out', at('good')).status).toBe(0);
  expect(runCli('sample', '--scheme', 'shanghai-security-2024', '--flawed', '--out', at('flawed.xlsx')).status).toBe(0);
  expect(runCli('all', at('flawed.xlsx'), '--out', at('flawed')).status).toBe(1);
  expect(runCli('forms', at('flawed.xlsx'), '--out', at('drafts'), '--draft', '--by', 'award').status).toBe(1);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(missing('lxml'))('the schemas of the format', () => {
  it('accept every workbook', () => {
    const files = workbooks();
    expect(files.length).toBeGreaterThan(50);
    const reports = Object.entries(validateXlsx(files));
    expect(reports).toHaveLength(files.length);
    expect(reports.filter(([, { checked }]) => checked < 8)).toEqual([]);
    expect(reports.filter(([, { violations }]) => violations.length > 0)).toEqual([]);
  }, 300_000);
});

describe.skipIf(missing('soffice', 'pdfinfo'))('LibreOffice', () => {
  it('prints each of the 589 forms on exactly one page', () => {
    const run = runCli('forms', at('good/总名册（样例）.xlsx'), '--pdf', '--out', at('pdf'));
    expect(run.status).toBe(0);
    const pdfs = readdirSync(at('pdf')).filter((name) => name.endsWith('.pdf'));
    expect(pdfs).toHaveLength(21);
    expect(pdfs.reduce((sum, name) => sum + countPages(join(at('pdf'), name)), 0)).toBe(589);
  }, 300_000);
});

function countPages(pdf: string): number {
  return Number(/^Pages:\s+(\d+)$/m.exec(spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout)?.[1]);
}
