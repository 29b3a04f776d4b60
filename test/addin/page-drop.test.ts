/** Files and folders dropped on the clerk's page as a person drops them, from a disk, where an entry of a drop cannot be opened. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, startOldBrowser } from '../office-host/browser.ts';
import { builtPageFile } from '../support/build-pane.ts';
import { press, see, seeGone } from '../support/by-script.ts';
import { dropOnPage } from '../support/drop-on-page.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { openPanePage } from '../support/pane-page.ts';
import { openFiller, UNITS, writeReturns, writeRoster } from '../support/returned-folder.ts';
import { missing } from '../support/tools.ts';

const ENGINES: readonly (readonly [string, () => Promise<Browser>])[] = [
  ['this Chromium', startBrowser],
  ['Chromium 103', startOldBrowser],
];

describe.skipIf(missing('chromium', 'chromium-103'))('what is dropped on the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-drop-'));
  const all = path.join(folder, '评优2024');
  const returned = path.join(all, '收到');
  const roster = path.join(all, '总名册.xlsx');

  beforeAll(async () => {
    await builtPageFile();
    const scheme = await findShanghai();
    mkdirSync(all);
    writeReturns(returned, scheme, await openFiller(scheme));
    writeFileSync(roster, await writeRoster(scheme));
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(ENGINES)(
    'comes in, in %s',
    async (_, start) => {
      const browser = await start();
      const address = pathToFileURL(await builtPageFile()).href;
      const open = async (work: (page: Page) => Promise<void>) => {
        const { page, context, takeFaults } = await openPanePage(browser, address);
        // Until the schemes are there the page is at work.
        await see(page, '试一遍');
        await seeGone(page, '正在打开');
        await work(page);
        expect(takeFaults()).toEqual([]);
        await context.close();
      };
      // A roster with all that came in, in one folder.
      await open(async (page) => {
        await dropOnPage(page, 'h2', [all]);
        await see(page, '已计入');
        expect(await countReturned(page)).toEqual({ 已计入: UNITS.length - 1, 没有收到: 1 });
      });
      // A roster, then a folder and a file that came in.
      await open(async (page) => {
        await dropOnPage(page, 'h2', [roster]);
        await see(page, '取表');
        await press(page, '收评分表');
        const [pudong, huangpu] = ['浦东', '黄浦'].map((name) => path.join(returned, name));
        await dropOnPage(page, 'section[aria-labelledby="receive"]', [pudong ?? '', huangpu ?? '', roster]);
        await see(page, '已计入');
        expect(await countReturned(page)).toEqual({ 已计入: UNITS.length - 1, 没有收到: 1 });
      });
      await browser.close();
    },
    180_000,
  );
});

/** The figures of what came in. */
async function countReturned(page: Page): Promise<Record<string, number>> {
  await seeGone(page, '取消');
  const texts = await page.evaluate(() => Array.from(document.querySelectorAll('button'), (each) => each.innerText));
  const figures = texts.flatMap((text) => {
    const [, count, label = ''] = /^([\d,]+)\s+(已计入|没有收到)$/.exec(text.trim()) ?? [];
    return count === undefined ? [] : [[label, Number(count.replaceAll(',', ''))]];
  });
  return Object.fromEntries(figures) as Record<string, number>;
}
