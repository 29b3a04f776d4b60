/** The clerk's page as one file, opened from a disk without a server or a network. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, startOldBrowser } from '../office-host/browser.ts';
import { press } from '../support/by-script.ts';
import { runCli } from '../support/run-cli.ts';
import { missing } from '../support/tools.ts';
import { unpackTexts, withoutCreated } from '../support/unpack.ts';

const SCHEME = { id: 'xinjiang-fire-2021', title: '新疆消防协会2021年度先进单位和先进个人评选' };

describe.skipIf(missing('chromium'))('the page of one file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-file-'));
  beforeAll(() => {
    execFileSync('node', ['scripts/build-page-file.js']);
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is no larger than 4 MB, and allows no request', () => {
    expect(statSync('dist/评优台.html').size).toBeLessThanOrEqual(4_000_000);
    const [, policy = ''] =
      /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync('dist/评优台.html', 'utf8')) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/https?:|'self'|unsafe-eval/);
  });

  const engines: readonly [string, () => Promise<Browser>][] = [
    ['this Chromium', startBrowser],
    ['Chromium 103', startOldBrowser],
  ];
  it.each(engines)(
    'works from a disk in %s, without a server: what it makes is what the command line makes',
    async (name, start) => {
      if (name === 'Chromium 103' && missing('chromium-103')) return;
      const browser = await start();
      const context = await browser.newContext({ offline: true, locale: 'zh-CN' });
      const requests: string[] = [];
      const faults: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      context.on('weberror', (error) => faults.push(String(error.error())));
      await context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.goto(pathToFileURL(path.resolve('dist/评优台.html')).href);
      await press(page, `用虚构名册试一遍：${SCHEME.title}`);
      const download = page.waitForEvent('download');
      await press(page, '取名册');
      const made = unpackTexts(readFileSync(await (await download).path()));
      const [roster, rosters] = [path.join(folder, 'r.xlsx'), path.join(folder, '名册.xlsx')];
      runCli('sample', '--scheme', SCHEME.id, '--out', roster);
      runCli('rosters', roster, '--out', rosters);
      expect([...made].map(([name, text]) => [name, withoutCreated(text)])).toEqual(
        [...unpackTexts(readFileSync(rosters))].map(([name, text]) => [name, withoutCreated(text)]),
      );
      expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
      expect(faults).toEqual([]);
      await browser.close();
    },
  );

  it('from a disk keeps nothing in the browser through a whole session, and asks for nothing', async () => {
    const browser = await startBrowser();
    const context = await browser.newContext({ locale: 'zh-CN' });
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    await context.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    });
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.resolve('dist/评优台.html')).href);
    await page.getByRole('button', { name: `用虚构名册试一遍：${SCHEME.title}` }).click();
    for (const title of ['名册', '全部']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: `取${title}`, exact: true }).click();
      await download;
      await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: '自动改正写法', exact: true }).click();
    await page.getByRole('searchbox', { name: '查单位、姓名、编号' }).fill('样例');
    await page.getByRole('list', { name: '查到的' }).getByRole('button').first().click();
    await page.getByRole('complementary').waitFor();
    expect(await listKept(page)).toEqual([]);
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    // What is kept would be found.
    await page.evaluate(() => {
      localStorage.setItem('虚构', '单位');
      indexedDB.open('虚构');
    });
    await expect.poll(() => listKept(page)).toEqual(['虚构', 'database 虚构']);
    await browser.close();
  }, 120_000);
});

/** Whatever the browser keeps for the page's address, by its names. */
function listKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // A store that a page from a disk is refused holds nothing.
    const look = async (list: () => Promise<readonly string[]>) => {
      try {
        return await list();
      } catch (error) {
        if (error instanceof DOMException) return [];
        throw error;
      }
    };
    const places = [
      () => Promise.resolve([...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]),
      async () => (await indexedDB.databases()).map(({ name }) => `database ${name ?? ''}`),
      () => caches.keys(),
      async () => {
        const names: string[] = [];
        for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
        return names;
      },
      async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ];
    return (await Promise.all(places.map(look))).flat().filter((each) => each !== '');
  });
}
