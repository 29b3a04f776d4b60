/** What the pane tells of a roster is what the command line tells of the same file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { afterAll, expect, it } from 'vitest';
import * as z from 'zod';
import type { RosterReport } from '../../../addin/desk/roster-report.ts';
import { findShanghai } from '../../support/full-scheme.ts';
import { makeZip } from '../../support/hostile-zip.ts';
import { writeRoster } from '../../support/returned-folder.ts';
import { runCli } from '../../support/run-cli.ts';
import { unpackTexts } from '../../support/unpack.ts';
import { startDeskHere } from '../in-process-desk.ts';
import { makeRoster } from '../sample-workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'pane-findings-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const CAUSES = z.object({
  causes: z.array(
    z.object({
      count: z.number(),
      value: z.string().nullable(),
      message: z.string(),
      where: z.string(),
      mend: z.string(),
    }),
  ),
});

async function throughBothDoors(name: string, bytes: Uint8Array): Promise<{ report: RosterReport; path: string }> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const desk = startDeskHere();
  await desk.openFile(bytes, name);
  return { report: await desk.reportRoster(), path };
}

it('a cause is the same one: its value, how often, where, and the one mend', async () => {
  const { report, path } = await throughBothDoors('册.xlsx', await makeRoster({ flawed: true }));
  const { causes } = CAUSES.parse(JSON.parse(runCli('check', path, '--json').stdout));
  expect(causes.length).toBeLessThan(report.findings.length);
  expect(
    report.causes.map(({ findings, value, what, where, mend }) => ({
      count: findings.length,
      value,
      message: what,
      where,
      mend,
    })),
  ).toEqual(causes);
  expect(report.causes.flatMap(({ findings }) => findings).length).toBe(report.findings.length);
});

it.each<[string, string, (plain: Uint8Array) => Uint8Array]>([
  ['another format', '册.xls', saveAsXls],
  ['another workbook', '册.xlsx', lookUpElsewhere],
])('a file of or with %s is told as such', async (_, name, change) => {
  const { report, path } = await throughBothDoors(name, change(await writeRoster(await findShanghai())));
  const { stdout, stderr } = runCli('check', path, '--out', join(folder, `${name}.out.xlsx`));
  const told = report.remarks.filter((remark) => /格式|别的工作簿/.test(remark));
  expect(told.length).toBeGreaterThan(0);
  for (const remark of told) expect(stdout + stderr).toContain(remark);
});

function saveAsXls(plain: Uint8Array): Uint8Array {
  const book = read(plain, { cellNF: true, cellStyles: true });
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

/** The score of the first row comes from another workbook. */
function lookUpElsewhere(plain: Uint8Array): Uint8Array {
  const parts = [...unpackTexts(plain)].map(([name, data]) => {
    const isScores = name === 'xl/worksheets/sheet3.xml';
    return { name, data: isScores ? data.replace(/(<c r="E2"[^>]*>)<v>/, '$1<f>[1]表!A1</f><v>') : data };
  });
  return makeZip([...parts, { name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }]);
}
