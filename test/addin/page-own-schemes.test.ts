/** Schemes of the user's own on the clerk's page, from a disk and from a server: dropped, checked, used, remembered, forgotten. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { findAxeViolations } from '../support/axe.ts';
import { builtPageFile, builtPane } from '../support/build-pane.ts';
import { openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { runCli } from '../support/run-cli.ts';
import { missing } from '../support/tools.ts';
import { partsOf, readWorkbooks } from './clerk-page.ts';
import { writeDamaged } from './own-schemes/damaged-schemes.ts';
import { dropOnPage } from '../support/drop-on-page.ts';

const INNS = 'starbridge-inns-2031';
const SIXTH = path.resolve('test/schemes/sixth');
const DAMAGED = ['checks-proofs', 'form-workbook', 'read-shape', 'sources', 'text-bounds-yaml'];

describe.skipIf(missing('chromium', 'openssl'))('schemes of the user’s own', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-own-'));
  const at = (name: string) => path.join(folder, name);
  const addresses = { 'a disk': '', 'a server': '' };
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    server = await serve(fromFolder(await builtPane()));
    browser = await startBrowser();
    addresses['a disk'] = pathToFileURL(await builtPageFile()).href;
    addresses['a server'] = `${server.origin}/page.html`;
    runCli('sample', '--scheme', INNS, '--templates', SIXTH, '--out', at('r.xlsx'));
    writeDamaged(at('all'));
    for (const id of DAMAGED) cpSync(at(`all/${id}`), at(`damaged/${id}`), { recursive: true });
    cpSync(path.join(SIXTH, INNS), at(`damaged/${INNS}`), { recursive: true });
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const openPage = (address: string): Promise<WatchedPage> =>
    openPanePage(browser, address, { permissions: ['clipboard-read', 'clipboard-write'] }, (context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
        globalThis.print = () => {
          document.title = document.querySelector<HTMLElement>('.printed-alone')?.innerText ?? '';
          dispatchEvent(new Event('afterprint'));
        };
      }),
    );
  const rows = (page: Page) => page.getByRole('listitem').filter({ hasText: '自带' });
  const bring = (page: Page, place: string) => page.getByLabel('评选方案的文件夹').setInputFiles(place);
  const openRoster = (page: Page, file = at('r.xlsx')) => page.getByLabel('选择总名册').setInputFiles(file);
  const end = async ({ takeFaults, context }: WatchedPage) => {
    expect(takeFaults()).toEqual([]);
    await context.close();
  };
  const take = async (page: Page, title: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `取${title}`, exact: true }).click();
    return readFileSync(await (await download).path());
  };

  it.each(['a disk', 'a server'] as const)(
    'dropped on the page from %s, a scheme makes its forms and its notice as the command line does',
    async (from) => {
      const watched = await openPage(addresses[from]);
      const { page } = watched;
      await openRoster(page);
      const refused = page.getByRole('alert').filter({ hasText: INNS });
      await refused.waitFor();
      expect(await refused.innerText()).toContain('要用自己的方案，请先在开始页拖入它的文件夹。');
      await dropOnPage(page, 'main h2', [path.join(SIXTH, INNS)]);
      await page.getByRole('status').filter({ hasText: '已带入“' }).waitFor();
      expect(await rows(page).count()).toBe(1);
      expect(await findAxeViolations(page)).toEqual([]);
      await openRoster(page);
      await page.getByRole('heading', { name: '取表' }).waitFor();
      await page.getByRole('banner').getByText('自带方案', { exact: true }).waitFor();
      runCli('notice', at('r.xlsx'), '--templates', SIXTH, '--out', at('公示名单.xlsx'), '--force');
      expect(partsOf(await take(page, '公示名单'))).toEqual(partsOf(readFileSync(at('公示名单.xlsx'))));
      // The page makes as many copies as the document asks for.
      runCli('all', at('r.xlsx'), '--templates', SIXTH, '--copies', '3', '--out', at(`out-${from}`));
      const made = Object.entries(unzipSync(await take(page, '全部')));
      const expected = readWorkbooks(at(`out-${from}`));
      expect([...expected.keys()].some((name) => name.includes('/'))).toBe(true);
      expect(new Map(made.map(([name, bytes]) => [name, partsOf(bytes)]))).toEqual(expected);
      await end(watched);
    },
    120_000,
  );

  it.each(['a disk', 'a server'] as const)(
    'says on the page from %s what the command line says is wrong, to be copied and printed, and uses the others',
    async (from) => {
      const watched = await openPage(addresses[from]);
      const { page } = watched;
      await bring(page, at('damaged'));
      await page.getByText('评选方案“sources”有').waitFor();
      expect(await rows(page).count()).toBe(1);
      const lines = runCli('check-schemes', '--templates', at('damaged')).stderr.trim().split('\n').slice(0, -1);
      const copied: string[] = [];
      for (const id of DAMAGED) {
        const list = page.getByRole('region', { name: `评选方案“${id}”的错误` });
        const shown = await list.getByRole('row').count();
        await page.getByRole('button', { name: `复制评选方案“${id}”的错误` }).click();
        await page
          .getByRole('button', { name: `复制评选方案“${id}”的错误` })
          .filter({ hasText: '已复制' })
          .waitFor();
        const text = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
        expect(shown).toBe(text.length + 1);
        copied.push(...text);
      }
      expect(copied).toEqual(lines);
      await page.getByRole('button', { name: '打印评选方案“sources”的错误' }).click();
      expect(await page.title()).toContain('方案里没有 source.md，请放入原文或核对文件名。');
      expect(await findAxeViolations(page)).toEqual([]);
      await end(watched);
    },
    120_000,
  );

  it('from a disk says that nothing is remembered, and stores nothing', async () => {
    const watched = await openPage(addresses['a disk']);
    const { page } = watched;
    await bring(page, path.join(SIXTH, INNS));
    await page.getByText('这个网页不保存自带的方案，下次打开时请再拖入一次。').waitFor();
    expect(await page.getByRole('checkbox', { name: /记住/ }).count()).toBe(0);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: /^空白总名册：新疆/ }).waitFor();
    expect(await rows(page).count()).toBe(0);
    await end(watched);
  }, 60_000);

  it('from a server remembers it only when told to, uses it after a reload, and forgets it', async () => {
    const watched = await openPage(addresses['a server']);
    const { page } = watched;
    const countStored = () =>
      page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open('pingyou');
            opening.onerror = reject;
            opening.onsuccess = () => {
              const { result } = opening;
              const count = result.transaction('own-schemes').objectStore('own-schemes').count();
              count.onsuccess = () => {
                result.close();
                resolve(count.result);
              };
            };
          }),
      );
    const reload = async () => {
      await page.reload();
      await page.getByRole('button', { name: /^空白总名册：新疆/ }).waitFor();
    };
    await bring(page, path.join(SIXTH, INNS));
    await rows(page).waitFor();
    expect(await countStored()).toBe(0);
    await reload();
    await bring(page, path.join(SIXTH, INNS));
    await page.getByRole('checkbox', { name: /^在这台电脑上记住自带的方案/ }).check();
    const forget = page.getByRole('button', { name: /^忘掉自带的方案：/ });
    await forget.waitFor();
    expect(await countStored()).toBe(1);
    await reload();
    await rows(page).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await openRoster(page);
    await page.getByRole('heading', { name: '取表' }).waitFor();
    await reload();
    await forget.click();
    await rows(page).waitFor({ state: 'detached' });
    expect(await countStored()).toBe(0);
    await reload();
    expect(await rows(page).count()).toBe(0);
    await end(watched);
  }, 120_000);

  it('ticks what is asked for at once, however long the browser takes to write it, and holds to what was asked last', async () => {
    const watched = await openPage(addresses['a server']);
    const { page } = watched;
    await bring(page, path.join(SIXTH, INNS));
    const box = page.getByRole('checkbox', { name: /^在这台电脑上记住自带的方案/ });
    const forget = page.getByRole('button', { name: /^忘掉自带的方案：/ });
    await box.check();
    await forget.waitFor();
    // Another writer holds the store until the test lets go of it.
    await page.evaluate(
      `new Promise((resolve, reject) => {
        const opening = indexedDB.open('pingyou');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const store = opening.result.transaction('own-schemes', 'readwrite').objectStore('own-schemes');
          const hold = () => {
            if (globalThis.letGo) opening.result.close();
            else store.count().onsuccess = hold;
          };
          hold();
          resolve();
        };
      })`,
    );
    await box.uncheck();
    await box.check();
    await box.uncheck();
    expect(await forget.count()).toBe(1);
    await page.evaluate('globalThis.letGo = true');
    await forget.waitFor({ state: 'detached' });
    await expect.poll(() => box.isChecked()).toBe(false);
    await end(watched);
  }, 60_000);

  it('lists them once more where that was cancelled, and remembers one that is dropped before the page is ready', async () => {
    const watched = await openPage(addresses['a server']);
    const { page } = watched;
    await bring(page, path.join(SIXTH, INNS));
    await page.getByRole('checkbox', { name: /^在这台电脑上记住自带的方案/ }).check();
    await page.getByRole('button', { name: /^忘掉自带的方案：/ }).waitFor();
    // Nothing is listed before the test says so.
    await page.addInitScript(`{
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        const send = () => post.call(this, message, ...rest);
        if (message.method === 'listSchemes' && !globalThis.listNow) globalThis.listNow = send;
        else send();
      };
    }`);
    await page.reload();
    await page.waitForFunction('globalThis.listNow !== undefined');
    await page.keyboard.press('Escape');
    const again = page.getByRole('button', { name: '重新列出' });
    await again.waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await again.click();
    await rows(page).waitFor();
    await again.waitFor({ state: 'detached' });

    await page.reload();
    await page.waitForFunction('globalThis.listNow !== undefined');
    await dropOnPage(page, 'main h2', [path.resolve('templates/xinjiang-fire-2021')]);
    await page.evaluate('globalThis.listNow()');
    await page
      .getByRole('button', { name: /^忘掉自带的方案：/ })
      .nth(1)
      .waitFor();
    await end(watched);
  }, 60_000);

  it('keeps it in use when the workshop has to be replaced', async () => {
    const watched = await openPage(addresses['a disk']);
    const { page } = watched;
    await bring(page, path.join(SIXTH, INNS));
    await rows(page).waitFor();
    const [workshop] = page.workers();
    void workshop
      ?.evaluate(() => {
        for (const last = Date.now() + 20_000; Date.now() < last;);
      })
      .catch(() => undefined);
    await rows(page)
      .getByRole('button', { name: /^空白总名册/ })
      .click();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    await openRoster(page);
    await page.getByRole('heading', { name: '取表' }).waitFor();
    await end(watched);
  }, 60_000);

  it('goes on when the workshop has to be replaced after a roster was closed and its scheme removed', async () => {
    const watched = await openPage(addresses['a disk']);
    const { page } = watched;
    await bring(page, path.join(SIXTH, INNS));
    await rows(page).waitFor();
    await openRoster(page);
    await page.getByRole('heading', { name: '取表' }).waitFor();
    await page.getByRole('button', { name: '开始页' }).click();
    await page.getByRole('button', { name: /^移除自带的方案/ }).click();
    await rows(page).waitFor({ state: 'detached' });
    await page.workers()[0]?.evaluate(() => {
      self.close();
    });
    await expect.poll(() => page.workers().length).toBe(0);
    await page.getByRole('button', { name: /^用虚构名册试一遍：新疆/ }).click();
    await page.getByRole('heading', { name: '取表' }).waitFor();
    await end(watched);
  }, 60_000);

  it('takes a scheme and its roster that come in one folder, and refuses schemes while a roster is open', async () => {
    const watched = await openPage(addresses['a disk']);
    const { page } = watched;
    const season = at('评优2031');
    mkdirSync(season);
    cpSync(path.join(SIXTH, INNS), path.join(season, '方案', INNS), { recursive: true });
    cpSync(at('r.xlsx'), path.join(season, '总名册.xlsx'));
    await page.getByRole('button', { name: /^空白总名册：新疆/, disabled: false }).waitFor();
    await dropOnPage(page, 'main h2', [season]);
    await page.getByRole('heading', { name: '取表' }).waitFor();
    await dropOnPage(page, 'h1', [season]);
    await page.getByText('评选方案要在开始页拖入，请先点“开始页”。').waitFor();
    await end(watched);
  }, 60_000);
});
