/** The clerk's page and a picked folder in which something goes wrong: one sentence says so, and what stands there afterwards is whole. */
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { runCli } from '../support/run-cli.ts';
import { findScheme } from '../support/templates.ts';
import { thinTables } from '../support/thin-sample.ts';
import { missing } from '../support/tools.ts';
import { partsOf, readWorkbooks, SCHEME, setUpClerkPage } from './clerk-page.ts';
import { ask, FOLDER, pickFolder, putFile, readFolder } from './picked-folder.ts';

/** How many files are written whole before it goes wrong. */
const BEFORE = 3;

describe.skipIf(missing('chromium', 'openssl'))('a picked folder in which something goes wrong', () => {
  const clerk = setUpClerkPage();
  /** Small: what goes wrong does so among the first files. */
  let roster = '';
  /** What an undisturbed run leaves, part by part. */
  let expected = new Map<string, Map<string, string>>();
  /** Bytes of it. */
  let size = 0;

  beforeAll(async () => {
    roster = path.join(clerk.folder, '小名册.xlsx');
    const scheme = await findScheme(SCHEME.id);
    writeFileSync(
      roster,
      await writeMasterRoster(scheme, thinTables(makeSampleRoster(scheme, { seed: 7, flawed: false }))),
    );
    const all = path.join(clerk.folder, 'all');
    runCli('all', roster, '--out', all);
    expected = readWorkbooks(all);
    size = [...expected.keys()].reduce((sum, name) => sum + statSync(path.join(all, name)).size, 0);
    expect(expected.size).toBeGreaterThan(BEFORE + 1);
  });

  const open = async (page: Page) => {
    await page.getByLabel('选择总名册').setInputFiles(roster);
    await page.getByRole('heading', { name: '取表' }).waitFor();
    await pickFolder(page);
  };
  const fault = (page: Page) => page.getByRole('alert').filter({ hasText: '没有做成' });
  const done = (page: Page) => page.getByRole('status').filter({ hasText: FOLDER });
  const isBook = (name: string) => name.endsWith('.xlsx');
  const books = async (page: Page) =>
    new Map([...(await readFolder(page))].flatMap(([name, bytes]) => (isBook(name) ? [[name, partsOf(bytes)]] : [])));
  const emptyFiles = async (page: Page) =>
    [...(await readFolder(page))].filter(([, bytes]) => bytes.length === 0).map(([name]) => name);
  /** Each file that is there is as it should be. */
  const expectWhole = async (page: Page) => {
    expect(await emptyFiles(page)).toEqual([]);
    const standing = await books(page);
    expect(standing).toEqual(new Map([...expected].filter(([name]) => standing.has(name))));
    return standing.size;
  };
  const expectUndisturbed = async (page: Page) => {
    await ask(page, '全部');
    await done(page).getByText('已写入').waitFor();
    expect(await books(page)).toEqual(expected);
    expect(await emptyFiles(page)).toEqual([]);
  };
  const workshopOf = (page: Page) => {
    const [worker] = page.workers();
    if (!worker) throw new Error('the workshop has not been started');
    return worker;
  };
  /** In the workshop the content of the n-th workbook, and of all after it, is never put in its place. */
  const hangWriting = (page: Page) =>
    workshopOf(page).evaluate((before) => {
      let books = 0;
      const write: unknown = Reflect.get(FileSystemFileHandle.prototype, 'createWritable');
      if (typeof write !== 'function') throw new Error('nothing can be written');
      FileSystemFileHandle.prototype.createWritable = async function (options) {
        if (this.name.endsWith('.xlsx')) books += 1;
        if (books > before) await new Promise(() => undefined);
        const file: unknown = await Reflect.apply(write, this, [options]);
        if (!(file instanceof FileSystemWritableFileStream)) throw new Error('this is no way to write');
        return file;
      };
    }, BEFORE);
  /** Until it hangs there: those before are whole, and one at least stands empty. */
  const waitForHanging = (page: Page) =>
    expect
      .poll(
        async () => {
          const [all, empty] = [[...(await readFolder(page)).keys()].filter(isBook), await emptyFiles(page)];
          return [all.length - empty.length, empty.length > 0];
        },
        { timeout: 60_000 },
      )
      .toEqual([BEFORE, true]);

  it('a full disk: what was written is whole, nothing half stands there, and the next run goes on', async () => {
    const { page } = clerk;
    await open(page);
    const origin = new URL(page.url()).origin;
    const session = await page.context().newCDPSession(page);
    const usage = await readSteadyUsage(async () => (await session.send('Storage.getUsageAndQuota', { origin })).usage);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + Math.floor(size / 2) });
    await ask(page, '全部');
    await fault(page).waitFor();
    expect(await fault(page).innerText()).toMatch(/写不进去：磁盘已满，请腾出空间后再试。/);
    const written = await expectWhole(page);
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(expected.size);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await expectUndisturbed(page);
  }, 120_000);

  it('a folder without permission: nothing stands there, and the way to give it is said', async () => {
    const { page } = clerk;
    await open(page);
    await workshopOf(page).evaluate(() => {
      FileSystemFileHandle.prototype.createWritable = () =>
        Promise.reject(new DOMException('The request is not allowed', 'NotAllowedError'));
    });
    await ask(page, '名册');
    await fault(page).waitFor();
    expect(await fault(page).innerText()).toMatch(/浏览器没有得到许可，请重新选一次文件夹，并允许查看和修改。/);
    expect(await readFolder(page)).toEqual(new Map());
  });

  it('a page that is closed in the middle of writing: a new one writes what an undisturbed run does', async () => {
    const closed = await clerk.page.context().newPage();
    await closed.goto(clerk.page.url());
    await open(closed);
    await hangWriting(closed);
    await ask(closed, '全部');
    await waitForHanging(closed);
    await closed.close();
    const { page } = clerk;
    // As the closed page has left it: the browser does not clear it away.
    expect(await emptyFiles(page)).not.toEqual([]);
    await open(page);
    await expectUndisturbed(page);
  }, 120_000);

  it('two pages on one folder: the second is told so, and nothing is mixed', async () => {
    const { page } = clerk;
    const second = await page.context().newPage();
    await second.goto(page.url());
    await open(page);
    await open(second);
    await hangWriting(page);
    await ask(page, '全部');
    await waitForHanging(page);
    const before = await readFolder(second);
    await ask(second, '全部');
    await fault(second).waitFor();
    expect(await fault(second).innerText()).toMatch(/另一个评优台页面正在往文件夹里写.*请等它写完，再取一次。/);
    expect(await readFolder(second)).toEqual(before);
    // One that hangs is ended, and the folder is free.
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByText('停下了：文件夹“').waitFor();
    expect(await page.getByText('写好了的文件都是完整的；再取一次，就接着写完。').count()).toBe(1);
    await expectUndisturbed(second);
    await ask(page, '全部');
    await done(page).getByText('已经是这样').waitFor();
    expect(await books(page)).toEqual(expected);
  }, 120_000);

  it('an empty file of somebody’s own is none', async () => {
    const { page } = clerk;
    const [name = ''] = expected.keys();
    await putFile(page, name, '');
    await open(page);
    await expectUndisturbed(page);
  }, 120_000);
});

/** What a page keeps for use without a network comes in after it is open, and would take the room that is left. */
async function readSteadyUsage(read: () => Promise<number>): Promise<number> {
  let usage = await read();
  for (let steady = 0; steady < 2;) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = await read();
    steady = now === usage ? steady + 1 : 0;
    usage = now;
  }
  return usage;
}
