/** Lists of others on the page: looked at, given their columns, taken as the command line makes them, and gone on from. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ListsDesk } from '../../addin/page/lists/lists-desk.ts';
import { nameJoined } from '../../addin/page/lists/lists-view.ts';
import { JobRunner } from '../../addin/page/job-runner.ts';
import { join } from '../../jobs/join.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { writeHandList } from '../support/hand-list.ts';
import { findScheme } from '../support/templates.ts';
import { setUpClerkPage, SCHEME } from './clerk-page.ts';

const clerk = setUpClerkPage();
const COLUMN = '按时交纳会费';

/** A roster in which one unit’s fee is not known, and a ledger that knows it. */
async function prepare() {
  const scheme = await findScheme(SCHEME.id);
  const bytes = new Uint8Array(readFileSync(clerk.roster));
  const read = readMasterRoster(openWorkbook(bytes, ''), scheme);
  const [unit, other] = read.roster.memberUnits;
  if (!unit || !other) throw new Error('no units');
  const letters = read.addresses.get('memberUnits')?.columns.get(COLUMN) ?? '';
  const roster = patchWorkbook(bytes, '', [
    { sheet: SHEET.memberUnits, address: `${letters}${unit.row}`, value: null },
    { sheet: SHEET.memberUnits, address: `${letters}${other.row}`, value: '否' },
  ]);
  const list = writeHandList({
    name: '2021年',
    rows: [
      ['单位名称', '缴费情况'],
      [unit.name, '是'],
      [other.name, '是'],
      ['虚构没有的公司', '是'],
    ],
  });
  const feeOf = (copy: Uint8Array) =>
    readMasterRoster(openWorkbook(copy, ''), scheme)
      .roster.memberUnits.slice(0, 2)
      .map(({ facts }) => facts.get(COLUMN));
  return { roster, list, feeOf };
}

it('what is taken is what the command line makes', async () => {
  const { roster, list, feeOf } = await prepare();
  const schemes = openSchemeFolder(TEMPLATES_FOLDER);
  const desk = new ListsDesk(new JobRunner(schemes, () => undefined));
  const folder = new MemoryFolder(
    new Map([
      ['总名册.xlsx', roster],
      ['台账.xlsx', list],
    ]),
  );
  const choices = { columns: [{ written: '缴费情况', heading: COLUMN }], preferList: [COLUMN] };
  const given = { lists: [{ name: '台账.xlsx', bytes: list }], choices };
  const input = folder.asInput('总名册.xlsx');
  const view = await desk.look(input, given);
  expect([view.cells.filled, view.cells.replaced, view.open, view.differing]).toEqual([
    ...[1, 1, 1, [{ heading: COLUMN, count: 1 }]],
  ]);
  const context = { schemes, tell: () => undefined, progress: () => undefined, signal: new AbortController().signal };
  const place = (name: string) => ({ folder, name, force: false });
  const lists = [folder.asInput('台账.xlsx')];
  await join({ roster: input, lists, ...choices, out: place('新.xlsx'), report: place('明细.xlsx') }, context);
  const bytesOf = async (output: 'roster' | 'report') =>
    new Uint8Array((await (await desk.take(output, input, given)).file?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(await bytesOf('roster')).toEqual(folder.files.get('新.xlsx'));
  expect(await bytesOf('report')).toEqual(folder.files.get('明细.xlsx'));
  expect(feeOf(await bytesOf('roster'))).toEqual([true, true]);
  expect([nameJoined('总名册.xlsx'), nameJoined('总名册（并入）.xlsx')]).toEqual(Array(2).fill('总名册（并入）.xlsx'));
});

it('on the page the columns are given, the roster is saved and gone on from, and the one before is a button away', async () => {
  const { roster, list, feeOf } = await prepare();
  const [rosterFile, listFile] = ['名册.xlsx', '台账.xlsx'].map((name) => path.join(clerk.folder, name));
  writeFileSync(rosterFile ?? '', roster);
  writeFileSync(listFile ?? '', list);
  await clerk.open(rosterFile ?? '');
  const { page } = clerk;
  await page.getByRole('button', { name: '并入名单', exact: true }).click();
  await page.getByLabel('名单', { exact: true }).setInputFiles(listFile ?? '');
  await page.getByLabel('“缴费情况”是总名册的哪一列').selectOption(COLUMN);
  await page.getByText('要填 1 格').waitFor();
  expect(await page.getByRole('region', { name: '并入名单' }).innerText()).toMatch(
    /3 行，认出 2 行[^]*没有认出单位的 1 行/,
  );
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '并入 1 格，另存并打开' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('名册（并入）.xlsx');
  await page.getByText('现在看的是改过的总名册。').waitFor();
  expect(feeOf(new Uint8Array(readFileSync(await saved.path())))).toEqual([true, false]);
  await page.getByRole('button', { name: '退回改之前的总名册' }).click();
  await page.getByText('现在看的是改之前的总名册').waitFor();
});
