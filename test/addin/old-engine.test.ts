/** The built pane and page in the oldest engine that they are made for. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { startOldBrowser } from '../office-host/browser.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { builtPane } from '../support/build-pane.ts';
import { openPanePage } from '../support/pane-page.ts';
import { press, see } from '../support/by-script.ts';
import { listScripts } from '../support/pane-scripts.ts';
import { missing } from '../support/tools.ts';
import { makeRoster, makeScoreSheet } from './sample-workbooks.ts';

/** Came after Chromium 103; `with` of a list is not told from other things by its name. */
const NEWER =
  /\.(toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|checkVisibility|showPopover|withResolvers)\(|\b(Array\.fromAsync|(Object|Map)\.groupBy|AbortSignal\.any|Promise\.try|Response\.json)\(/g;

describe.skipIf(missing('chromium-103', 'openssl'))('in Chromium 103', () => {
  let pane: string;
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    pane = await builtPane();
    server = await serve(fromFolder(pane));
    browser = await startOldBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('is that engine', () => {
    expect(browser.version()).toMatch(/^103\./);
  });

  it('the pane shows what is wrong with a roster', async () => {
    await inPage('/', async (page) => {
      await choose(page, '总名册.xlsx', await makeRoster({ flawed: true }));
      await see(page, '审查通过');
      await press(page, '审查');
      await see(page, '显示');
    });
  });

  it('the pane scores', async () => {
    await inPage('/', async (page) => {
      await choose(page, '评分表.xlsx', await makeScoreSheet());
      await press(page, '内保处');
      await press(page, '基本项填满分');
      await see(page, '总计 100 分');
    });
  });

  it('the page makes a workbook of an invented roster', async () => {
    await inPage('/page.html', async (page) => {
      await press(page, '用虚构名册试一遍：新疆');
      const download = page.waitForEvent('download');
      await press(page, '取名册');
      const made = openWorkbook(readFileSync(await (await download).path()), '名册.xlsx');
      expect(made.sheets.length).toBeGreaterThan(0);
    });
  });

  /** Also nothing goes wrong in it. */
  async function inPage(address: string, work: (page: Page) => Promise<void>): Promise<void> {
    const { page, context, takeFaults } = await openPanePage(browser, `${server.origin}${address}`, {}, (each) =>
      each.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      }),
    );
    await work(page);
    expect(takeFaults()).toEqual([]);
    await context.close();
  }
});

function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  return page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

describe('the built scripts', () => {
  it('call nothing that Chromium 103 lacks', async () => {
    const pane = await builtPane();
    const calls = listScripts(pane).flatMap((name) =>
      [...readFileSync(path.join(pane, name), 'utf8').matchAll(NEWER)].map(([call]) => `${name}: ${call}`),
    );
    expect(calls).toEqual([]);
  });
});
