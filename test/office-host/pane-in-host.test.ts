import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missing } from '../support/tools.ts';
import { startBrowser } from './browser.ts';
import { openPaneInHost, type PaneOptions } from './pane-in-host.ts';
import type { WorkbookSnapshot } from './snapshot.ts';

const WORKBOOK: WorkbookSnapshot = {
  sheets: [
    {
      name: '评分表',
      protection: { options: {} },
      cells: { A1: { value: '得分' }, B1: { value: 3, locked: false }, B2: { formula: '=B1*2' } },
    },
  ],
};

/** A pane as plain as can be; it writes what it meets into `#out`, a line each. */
const PANE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>小窗格</title><link rel="icon" href="data:,">
<script src="/office/office.js"></script>
<body><pre id="out"></pre><script>
const out = (line) => { document.getElementById('out').textContent += line + '\\n'; };
const attempt = async (name, work) => {
  try { out(name + ' ' + await Excel.run(work)); } catch (error) { out(name + ' ' + error.code); }
};
Office.onReady(async (info) => {
  out('ready ' + info.host + ' ' + info.platform + ' ' + Office.context.displayLanguage);
  out('sets ' + ['1.7', '1.14', '1.17'].filter((set) => Office.context.requirements.isSetSupported('ExcelApi', set)));
  await attempt('write', async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.onChanged.add(async (args) => out('changed ' + args.address));
    context.workbook.onSelectionChanged.add(async () => out('selected'));
    sheet.getRange('B1').values = [[4]];
    const total = sheet.getRange('B2').load('values');
    await context.sync();
    return total.values[0][0];
  });
  await attempt('locked', async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    await context.sync();
  });
  await attempt('comments', async (context) => {
    const count = context.workbook.comments.getCount();
    await context.sync();
    return count.value;
  });
  document.title = 'done';
});
window.again = () => attempt('again', async (context) => {
  context.workbook.worksheets.getActiveWorksheet().getRange('B1').values = [[5]];
  await context.sync();
  return 'ok';
});
</script></body></html>`;

describe.skipIf(missing('chromium', 'openssl'))('a pane in the host page in Chromium', () => {
  let browser: Browser;
  let paneFolder: string;

  beforeAll(async () => {
    browser = await startBrowser();
    paneFolder = mkdtempSync(join(tmpdir(), 'small-pane-'));
    writeFileSync(join(paneFolder, 'index.html'), PANE);
    writeFileSync(
      join(paneFolder, 'stray.html'),
      PANE.replace('<body>', '<body><img src="https://example.com/pixel.png" alt="">'),
    );
  });

  afterAll(async () => {
    await browser.close();
    rmSync(paneFolder, { recursive: true });
  });

  async function open(options: Partial<PaneOptions> = {}) {
    const hosted = await openPaneInHost({ workbook: WORKBOOK, apiSet: '1.14', paneFolder, browser, ...options });
    await hosted.pane.waitForFunction(() => document.title === 'done', null, { timeout: 30_000 });
    const lines = async () => ((await hosted.pane.textContent('#out')) ?? '').trim().split('\n');
    return { ...hosted, lines };
  }

  it('is ready as Excel on the web, writes, is refused, and hears of its own edit', async () => {
    const hosted = await open();
    await hosted.settle();
    expect((await hosted.lines()).toSorted()).toEqual(
      [
        'ready Excel OfficeOnline zh-CN',
        'sets 1.7,1.14',
        'write 8',
        'changed B1',
        'locked AccessDenied',
        'comments 0',
      ].toSorted(),
    );
    expect((await hosted.dump()).sheets[0]?.cells['B2']?.value).toBe(8);
    expect(await hosted.gaps()).toEqual([]);
    expect(hosted.problems).toEqual([]);
    await hosted.close();
  });

  it('enforces the requirement set of the host', async () => {
    const hosted = await open({ apiSet: '1.7' });
    expect(await hosted.lines()).toContain('comments ApiNotFound');
    expect(await hosted.lines()).toContain('sets 1.7');
    await hosted.close();
  });

  it('hears of edits and selections by hand', async () => {
    const hosted = await open({ apiSet: '1.17' });
    await hosted.settle();
    const before = (await hosted.lines()).length;
    await hosted.typeByHand('评分表', 'B1', 10);
    await hosted.selectByHand('评分表', 'B2');
    await hosted.pane.waitForFunction(
      (count) => (document.querySelector('#out')?.textContent ?? '').trim().split('\n').length >= count + 2,
      before,
    );
    expect((await hosted.lines()).slice(before)).toEqual(['changed B1', 'selected']);
    expect((await hosted.dump()).sheets[0]?.cells['B2']?.value).toBe(20);
    await hosted.close();
  });

  it('counts what the pane sends, and refuses when the test wants it', async () => {
    const hosted = await open();
    const again = () => hosted.pane.evaluate('window.again()');
    await hosted.clearCounts();
    await again();
    expect(await hosted.counts()).toMatchObject({ reads: 0, writes: 1 });
    await hosted.setCellEditMode(true);
    await again();
    await hosted.setCellEditMode(false);
    await hosted.failNext('GeneralException');
    await again();
    await hosted.setReadOnly(true);
    await again();
    expect((await hosted.lines()).filter((line) => line.startsWith('again'))).toEqual([
      'again ok',
      'again InvalidOperationInCellEditMode',
      'again GeneralException',
      'again AccessDenied',
    ]);
    await hosted.close();
  });

  it('contacts nothing but localhost, and would be seen to', async () => {
    const good = await open();
    expect(good.requests.length).toBeGreaterThan(3);
    expect(good.requestsOutside()).toEqual([]);
    await good.close();
    const stray = await open({ panePath: 'stray.html' });
    expect(stray.requestsOutside()).toEqual(['https://example.com/pixel.png']);
    await stray.close();
  });

  it('passes the theme on as the browser’s colour scheme', async () => {
    const dark = await open({ theme: 'dark' });
    expect(await dark.pane.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await dark.close();
    const contrast = await open({ theme: 'contrast' });
    expect(await contrast.pane.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    await contrast.close();
  });
});
