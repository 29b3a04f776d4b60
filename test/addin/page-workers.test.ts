/** The clerk's page when a worker of it dies, hangs or has no room: one sentence says so, another takes its place, and one file costs no other. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { builtPageFile, builtPane } from '../support/build-pane.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { openFiller, writeReturns, writeRoster } from '../support/returned-folder.ts';
import { missing } from '../support/tools.ts';
import { partsOf } from './clerk-page.ts';

const REPORT = '资格审查报告';
/** Names of files on which a reader comes to grief: it hangs, is ended, or has no room. */
const BAD = { hangs: '停不下来.xlsx', ends: '读着就没了.xlsx', fills: '放不下.xlsx' } as const;
/** Goes before the script of the workshop and of its readers. In the workshop a reader's twenty seconds for a file are over after four. */
const PREFIX = `
if (self.name !== 'reader') {
  const wait = self.setTimeout;
  self.setTimeout = (does, time, ...rest) => wait(does, time === 20_000 ? 4_000 : time, ...rest);
} else {
  const read = Blob.prototype.arrayBuffer;
  Blob.prototype.arrayBuffer = function () {
    if (this.name === '${BAD.hangs}') for (;;);
    if (this.name === '${BAD.ends}') self.close();
    if (this.name === '${BAD.fills}') throw new RangeError('Array buffer allocation failed');
    return read.call(this);
  };
}
`;

describe.skipIf(missing('chromium', 'openssl'))('the workers of the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-workers-'));
  const at = (name: string) => path.join(folder, name);
  const [roster, returned, bad] = [at('总名册.xlsx'), at('收到'), at('有坏的')];
  let browser: Browser;
  let server: RunningServer;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    const scheme = await findShanghai();
    const fill = await openFiller(scheme);
    writeFileSync(roster, await writeRoster(scheme));
    for (const place of [returned, bad]) writeReturns(place, scheme, fill);
    mkdirSync(path.join(bad, '另外'));
    for (const name of Object.values(BAD)) writeFileSync(path.join(bad, '另外', name), `不是表格：${name}`);
    await builtPageFile();
    const answer = fromFolder(await builtPane());
    server = await serve(async (name) => {
      const body = await answer(name);
      return body && /^\/workshop\..*js$/.test(name) ? `${PREFIX}${String(body)}` : body;
    });
    browser = await startBrowser();
  }, 240_000);
  beforeEach(async () => {
    watched = await openPanePage(browser, `${server.origin}/page.html`, {}, (context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      }),
    );
    ({ page } = watched);
  });
  afterEach(async () => {
    expect(watched.takeFaults()).toEqual([]);
    await watched.context.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const open = async () => {
    await page.getByLabel('选择总名册').setInputFiles(roster);
    await page.getByRole('heading', { name: '取表' }).waitFor();
  };
  const ask = () => page.getByRole('button', { name: `取${REPORT}`, exact: true }).click();
  const take = async () => {
    const download = page.waitForEvent('download');
    await ask();
    return partsOf(new Uint8Array(readFileSync(await (await download).path())));
  };
  const fault = () => page.getByRole('alert').filter({ hasText: '没有做成' });
  /** The one sentence that the page says of what went wrong, and that nothing is being done any more. */
  const told = async () => {
    await fault().waitFor();
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    const sentence = await fault().innerText();
    expect(sentence.replace(/Edge|Chrome/g, '')).not.toMatch(/[A-Za-z]{3}/);
    expect(sentence.match(/。/g)).toHaveLength(1);
    return sentence;
  };
  const workshop = () => {
    const worker = page.workers().at(-1);
    if (!worker) throw new Error('the workshop has not been started');
    return worker;
  };
  const endIdle = async () => {
    await workshop().evaluate(() => {
      self.close();
    });
    await expect.poll(() => page.workers().length).toBe(0);
  };
  /** What the page does to its worker in place of handing over what is asked for next. */
  const insteadOf = (method: string, does: string) =>
    page.evaluate(`{
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        if (message.method !== '${method}') return post.call(this, message, ...rest);
        Worker.prototype.postMessage = post;
        ${does}
      };
    }`);

  /** Where the page comes from; from a disk its workers have no address of their own. */
  const FROM = ['a server', 'a disk'] as const;
  const openFrom = async (from: (typeof FROM)[number]) => {
    if (from === 'a disk') await page.goto(pathToFileURL(await builtPageFile()).href);
    await open();
  };

  it.each(FROM)(
    'one that is ended while it works is noticed, said, and replaced by one that has the roster, from %s',
    async (from) => {
      await openFrom(from);
      const before = await take();
      await insteadOf('make', 'this.terminate();');
      await ask();
      expect(await told()).toMatch(/做到一半停了.*再做一次/);
      expect(await take()).toEqual(before);
      expect(await fault().count()).toBe(0);
    },
  );

  it.each(FROM)('one that is ended while nothing is asked of it is replaced without a word, from %s', async (from) => {
    await openFrom(from);
    const before = await take();
    await endIdle();
    expect(await take()).toEqual(before);
    expect(await fault().count()).toBe(0);
  });

  it('one that fails outside of what it was asked is said and replaced', async () => {
    await open();
    const before = await take();
    await insteadOf('make', '');
    await ask();
    await workshop().evaluate(() => {
      setTimeout(() => {
        throw new Error('an invented defect');
      });
    });
    expect(await told()).toMatch(/做到一半停了/);
    expect(await take()).toEqual(before);
    // Whoever mends it finds it in the console, and nothing else.
    expect(watched.takeFaults().filter((each) => !each.includes('an invented defect'))).toEqual([]);
  });

  it('one that hangs is ended by “取消”, and replaced', async () => {
    await open();
    const before = await take();
    await insteadOf('make', '');
    await ask();
    workshop()
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached', timeout: 5_000 });
    expect(await fault().count()).toBe(0);
    expect(await take()).toEqual(before);
  });

  it('one that the browser does not start is said, and started when it does', async () => {
    await open();
    const before = await take();
    await endIdle();
    await page.evaluate(`{
      const Started = Worker;
      Worker = function () {
        Worker = Started;
        throw new DOMException('Failed to construct Worker', 'NetworkError');
      };
    }`);
    await ask();
    expect(await told()).toMatch(/启动不了.*换用/);
    expect(await take()).toEqual(before);
  });

  it('one whose script the server has no more says to open the page again', async () => {
    await open();
    // The page may start the next one as soon as it notices that this one has gone.
    await watched.context.route(/workshop.*\.js$/, (route) => route.fulfill({ status: 404 }));
    await endIdle();
    await ask();
    expect(await told()).toMatch(/启动不了.*请重新打开这个网页/);
    // The browser says in the console what it has not found.
    expect(watched.takeFaults().filter((each) => !each.includes('404'))).toEqual([]);
  });

  it('one without room says what to do, and goes on', async () => {
    await open();
    const before = await take();
    await workshop().evaluate(`{
      const { digest } = crypto.subtle;
      crypto.subtle.digest = () => {
        crypto.subtle.digest = digest;
        throw new RangeError('Array buffer allocation failed');
      };
    }`);
    await ask();
    expect(await told()).toMatch(/内存不够.*一次少做一些/);
    expect(await take()).toEqual(before);
  });

  it('leaving while one works is asked about, and not otherwise', async () => {
    await open();
    let asked = 0;
    page.on('dialog', (dialog) => {
      if (dialog.type() === 'beforeunload') asked += 1;
      void dialog.dismiss();
    });
    await insteadOf('make', '');
    await ask();
    await page.getByRole('button', { name: '取消' }).waitFor();
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toBe(1);
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
    expect(asked).toBe(1);
  });

  it('leaving and everything else waits for what is being saved', async () => {
    await page.evaluate(`{
      globalThis.showSaveFilePicker = ({ suggestedName: name }) =>
        Promise.resolve({
          name,
          createWritable: () =>
            Promise.resolve({
              write: () => new Promise((done) => (globalThis.written = done)),
              close: () => Promise.resolve(),
            }),
        });
    }`);
    await open();
    let asked = 0;
    page.on('dialog', (dialog) => {
      if (dialog.type() === 'beforeunload') asked += 1;
      void dialog.dismiss();
    });
    await ask();
    await page.getByText(/^正在保存/).waitFor();
    await page.waitForFunction('globalThis.written !== undefined');
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toBe(1);
    const other = page.getByRole('button', { name: '开始页' });
    expect(await other.getAttribute('aria-disabled')).toBe('true');
    await page.evaluate('globalThis.written()');
    await page.getByText('已保存“').waitFor();
    await expect.poll(() => other.getAttribute('aria-disabled')).not.toBe('true');
  });

  const receive = (from: string) => page.getByLabel('收到的评分表所在的文件夹').setInputFiles(from);
  const group = () => page.getByRole('group', { name: '收件一览' });
  const count = async (label: string) =>
    Number((await group().getByRole('button').filter({ hasText: label }).innerText()).replace(/\D/g, ''));
  const openReturns = async () => {
    await open();
    await page.getByRole('button', { name: '收评分表', exact: true }).click();
    await receive(returned);
    await group().waitFor();
  };

  it('a reader that hangs, is ended or has no room costs its file alone, which is named', async () => {
    await openReturns();
    const counted = await count('已计入');
    expect(counted).toBeGreaterThan(10);
    await receive(bad);
    await expect.poll(() => count('退回的文件'), { timeout: 180_000 }).toBe(Object.values(BAD).length);
    expect(await count('已计入')).toBe(counted);
    await group().getByRole('button').filter({ hasText: '退回的文件' }).click();
    const list = page.getByRole('region', { name: '退回的文件' }).getByRole('listitem');
    for (const [name, why] of [
      [BAD.hangs, '超过时限'],
      [BAD.ends, '超过时限'],
      [BAD.fills, '占用内存过多'],
    ] as const) {
      const said = await list.filter({ hasText: name }).first().textContent();
      expect(said).toMatch(new RegExp(`${why}.*请用 Excel 或 WPS 打开后另存为`));
    }
  }, 300_000);

  it('cancelled while it receives, what was received before stands and can be taken', async () => {
    await openReturns();
    const counted = await count('已计入');
    await receive(bad);
    // A reader hangs in it.
    await page
      .getByText(/正在读取|\d+\/\d+/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached', timeout: 5_000 });
    expect(await fault().count()).toBe(0);
    expect(await count('已计入')).toBe(counted);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '取评分汇总', exact: true }).click();
    await download;
    expect(await fault().count()).toBe(0);
  });
});
