/** Files that reach the clerk's page at a bad moment: while it does something else, before its schemes are there, or when they cannot be opened. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropOnPage } from '../support/drop-on-page.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { openFiller, writeReturns, writeRoster } from '../support/returned-folder.ts';
import { missing } from '../support/tools.ts';
import { setUpClerkPage } from './clerk-page.ts';

describe.skipIf(missing('chromium', 'openssl'))('what comes to the page at a bad moment', () => {
  const clerk = setUpClerkPage();
  const folder = mkdtempSync(path.join(tmpdir(), 'unreadable-'));
  const at = (name: string) => path.join(folder, name);
  /** A roster and what came in for it. */
  const all = at('评优2024');
  const roster = path.join(all, '总名册.xlsx');
  let sheets = 0;

  beforeAll(async () => {
    const scheme = await findShanghai();
    mkdirSync(all);
    writeReturns(path.join(all, '收到'), scheme, await openFiller(scheme));
    writeFileSync(roster, await writeRoster(scheme));
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const fault = () => clerk.page.getByRole('alert').filter({ hasText: '没有做成' });
  const cards = () => clerk.page.getByRole('group', { name: '总名册一览' });
  /** The page hands a request over when the test lets it. */
  const hold = (method: string) =>
    clerk.page.evaluate(`{
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        const send = () => post.call(this, message, ...rest);
        if (message.method === '${method}') globalThis.letGo = send;
        else send();
      };
    }`);
  const held = () => expect.poll(() => clerk.page.evaluate('globalThis.letGo !== undefined')).toBe(true);
  const letGo = () => clerk.page.evaluate('globalThis.letGo()');

  it('dropped while something is being done, it is not read, and that is said', async () => {
    const { page } = clerk;
    await clerk.open(clerk.roster);
    await hold('make');
    await page.getByRole('button', { name: '取名册', exact: true }).click();
    await held();
    await dropOnPage(page, 'header', [roster]);
    await fault().waitFor();
    expect(await fault().innerText()).toMatch(/拖入的还没有读.*请等它做完，或点“取消”，再拖入一次。/);
    const download = page.waitForEvent('download');
    await letGo();
    await download;
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    await dropOnPage(page, 'header', [roster]);
    await page.getByRole('button', { name: '收评分表', exact: true }).waitFor();
    expect(await fault().count()).toBe(0);
  });

  it('dropped before the schemes are there, it is read when they are', async () => {
    const { page } = clerk;
    await page.addInitScript(`{
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        setTimeout(() => post.call(this, message, ...rest), message.method === 'listSchemes' ? 2000 : 0);
      };
    }`);
    await page.reload();
    await page.getByText('正在打开').waitFor();
    await dropOnPage(page, 'h2', [all]);
    await cards().getByRole('button', { name: '没有收到' }).waitFor();
    sheets = await clerk.figure('已计入');
    expect(sheets).toBeGreaterThan(10);
    expect(await fault().count()).toBe(0);
  });

  it('a roster that is changed before it is read is named, with what to do', async () => {
    const { page } = clerk;
    const own = at('名册（改过）.xlsx');
    copyFileSync(roster, own);
    await page.evaluate(`{
      const read = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = function () {
        return new Promise((go) => { globalThis.letGo = go; }).then(() => read.call(this));
      };
    }`);
    await page.getByLabel('选择总名册').setInputFiles(own);
    await held();
    writeFileSync(own, '存过别的');
    await letGo();
    await fault().waitFor();
    const said = await fault().innerText();
    expect(said).toMatch(/“名册（改过）\.xlsx”打不开（已被移走、改动，或正在别处打开）；请核对.*再选一次或拖入一次。/);
    expect(said).not.toMatch(/程序出错|read|file/i);
  });

  it('one among many that cannot be opened is named, and the rest is read', async () => {
    const { page } = clerk;
    const sheet = path.join(all, '收到', '正在改.xlsx');
    writeFileSync(sheet, '存着');
    await hold('sortArrivals');
    await page.getByLabel('总名册和评分表所在的文件夹').setInputFiles(all);
    await held();
    writeFileSync(sheet, '又存了一次，长一些');
    await letGo();
    await cards().getByRole('button', { name: '没有收到' }).waitFor();
    expect(await clerk.figure('已计入')).toBe(sheets);
    await page.getByRole('button', { name: '收评分表', exact: true }).click();
    await page.getByRole('group', { name: '收件一览' }).getByRole('button').filter({ hasText: '退回的文件' }).click();
    const refused = page.getByRole('region', { name: '退回的文件' }).getByRole('listitem');
    expect(await refused.filter({ hasText: '正在改.xlsx' }).first().textContent()).toMatch(/打不开|正在别处打开/);
    rmSync(sheet);
  });

  it('where that is the roster, it is named as what was not found', async () => {
    const { page } = clerk;
    await hold('findRosters');
    await page.getByLabel('总名册和评分表所在的文件夹').setInputFiles(all);
    await held();
    writeFileSync(roster, '正在存盘');
    await letGo();
    await fault().waitFor();
    expect(await fault().innerText()).toMatch(/没有找到总名册：“总名册\.xlsx”打不开.*再拖入一次。/);
  });
});
