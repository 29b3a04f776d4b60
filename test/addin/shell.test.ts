import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import type {} from '../office-host/page-host.ts';
import { openPaneInHost, type PaneInHost } from '../office-host/pane-in-host.ts';
import { fromFolder, OFFICE_JS, serve, type RunningServer } from '../office-host/serve.ts';
import { handWorkbook } from '../support/hand-workbook.ts';
import { missing } from '../support/tools.ts';
import { buildPane, findAxeViolations, firstPaintBytes, listScripts } from './pane-build.ts';
import { makeRoster, makeScoreSheet } from './sample-workbooks.ts';

describe.skipIf(missing('chromium', 'openssl'))('the built pane', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pane-'));
  const pane = path.join(folder, 'pane');
  const files = {
    roster: path.join(folder, '总名册.xlsx'),
    scores: path.join(folder, '评分表.xlsx'),
    other: path.join(folder, '其他.xlsx'),
    broken: path.join(folder, '坏.xlsx'),
  };
  let roster: Uint8Array;
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    buildPane(pane, { OFFICE_JS_URL: 'local' });
    roster = await makeRoster({ flawed: true });
    writeFileSync(files.roster, roster);
    writeFileSync(files.scores, await makeScoreSheet());
    writeFileSync(files.other, handWorkbook());
    writeFileSync(files.broken, '<html>');
    server = await serve(fromFolder(pane));
    browser = await startBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('asks for at most 250 kB of gzipped script before the first paint, and for no reader of workbooks', () => {
    expect(firstPaintBytes(pane)).toBeLessThanOrEqual(250_000);
    const [main = ''] = listScripts(pane).filter((name) => name.startsWith('taskpane.'));
    const script = readFileSync(path.join(pane, main), 'utf8');
    expect(script).not.toMatch(/sharedStrings|评优办法“/);
    expect(listScripts(pane).every((name) => !readFileSync(path.join(pane, name), 'utf8').includes('exceljs'))).toBe(
      true,
    );
  });

  it('copies Office.js and the check of the engine as they are', () => {
    const same = (built: string, source: string) => {
      expect(readFileSync(path.join(pane, built)).equals(readFileSync(source)), built).toBe(true);
    };
    same('office/office.js', path.join(OFFICE_JS, 'office.js'));
    same('office/excel-web-16.00.js', path.join(OFFICE_JS, 'excel-web-16.00.js'));
    same('engine-check.js', path.resolve('addin/engine-check.js'));
    const check = readFileSync(path.join(pane, 'engine-check.js'), 'utf8').replace(/^\/\/.*$/gm, '');
    expect(check).not.toMatch(/=>|`|\b(let|const|class)\b/);
  });

  describe('in a browser without Excel', () => {
    let context: BrowserContext;
    let page: Page;
    let requests: string[];
    let problems: string[];

    async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
      context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN', ...options });
      requests = [];
      problems = [];
      context.on('request', (request) => requests.push(request.url()));
      context.on('weberror', (error) => problems.push(String(error.error())));
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page = await context.newPage();
      await page.goto(server.origin);
    }

    const choose = (file: string) => page.setInputFiles('input[type=file]', file);
    const rosterShown = () => page.getByText('审查通过').waitFor();

    afterEach(async () => {
      expect(requests.filter((url) => /^(https?|wss?):/.test(url) && !url.startsWith(server.origin))).toEqual([]);
      expect(problems).toEqual([]);
      await context.close();
    });

    it('loads no Office.js and says where to begin', async () => {
      await open();
      await page.getByRole('button', { name: '打开文件' }).waitFor();
      expect(requests.some((url) => url.includes('office.js'))).toBe(false);
      expect(await findAxeViolations(page)).toEqual([]);
    });

    it('opens a master roster of full size, jumps to cells, marks and unmarks', async () => {
      await open({ viewport: { width: 1280, height: 800 } });
      await page.getByRole('button', { name: '打开文件' }).waitFor();
      await choose(files.roster);
      await rosterShown();
      expect(await page.getByText('会员 297').count()).toBe(1);
      await page.getByRole('tab', { name: /审查/ }).click();
      await page.getByRole('button', { name: /所属不在名额分配表中/ }).click();
      const jump = page.getByRole('button', { name: /会员单位!C\d+/ }).first();
      const address = (await jump.textContent())?.split('!')[1] ?? '';
      await page.getByRole('button', { name: '在表格里标出' }).click();
      await page.getByText(/已标记 \d+ 个单元格/).waitFor();
      await jump.click();
      const cell = page.locator(`tr[aria-rowindex="${address.slice(1)}"] td`).nth(2);
      await cell.waitFor();
      expect(await cell.getAttribute('title')).toMatch(/不是名额分配表/);
      await page.getByRole('button', { name: '清除标记' }).click();
      await page.getByText('标记已清除').waitFor();
      expect(await cell.getAttribute('title')).not.toMatch(/名额分配表/);
    });

    it.each(['light', 'dark'] as const)(
      'has no fault of accessibility in the %s panels, and fits 320 px',
      async (colorScheme) => {
        await open({ viewport: { width: 320, height: 720 }, colorScheme });
        await choose(files.roster);
        await rosterShown();
        await page.getByRole('button', { name: /浦东/ }).click();
        expect(await findAxeViolations(page)).toEqual([]);
        await page.getByRole('tab', { name: /审查/ }).click();
        await page.getByRole('button', { name: /名额/ }).first().click();
        expect(await findAxeViolations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      },
    );

    it('is worked by keys alone', async () => {
      await open();
      await choose(files.roster);
      await rosterShown();
      await page.getByRole('tab', { name: '名额' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByRole('searchbox', { name: '查找审查结果' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    });

    it('knows a score sheet', async () => {
      await open();
      await choose(files.scores);
      await page.getByRole('tab', { name: '评分' }).waitFor();
      expect(await findAxeViolations(page)).toEqual([]);
    });

    it('says what is wrong with another file, and leaves a way on', async () => {
      await open();
      await choose(files.broken);
      await page.getByText(/“坏\.xlsx”不是 Excel 工作簿/).waitFor();
      await choose(files.other);
      await page.getByRole('heading', { name: /不是评分表，也不是总名册/ }).waitFor();
      await page.getByRole('main').getByRole('button', { name: '打开其他文件' }).click();
      await choose(files.roster);
      await rosterShown();
    });

    it('shows a plain page to an engine that is too old', async () => {
      await open();
      await page.addInitScript(() => {
        Reflect.deleteProperty(Array.prototype, 'toSorted');
      });
      await page.reload();
      await page.getByText('这里的浏览器组件太旧').waitFor();
      expect(await page.getByRole('button').count()).toBe(0);
    });
  });

  describe.each(['1.7', '1.17'])('in Excel, ExcelApi %s', (apiSet) => {
    let excel: PaneInHost;
    beforeAll(async () => {
      excel = await openPaneInHost({ workbook: roster, apiSet, paneFolder: pane, browser });
      await excel.pane.getByText('审查通过').waitFor({ timeout: 60_000 });
    }, 120_000);
    afterAll(() => excel.close());

    it('shows the roster, and no request leaves this machine', async () => {
      expect(await excel.pane.getByText('会员 297').count()).toBe(1);
      expect(await findAxeViolations(excel.pane)).toEqual([]);
      expect(excel.requestsOutside()).toEqual([]);
      expect(await excel.gaps()).toEqual([]);
    });

    it('follows an edit by hand', async () => {
      await excel.pane.getByRole('tab', { name: /审查/ }).click();
      const group = excel.pane.getByRole('button', { name: /所属不在名额分配表中/ });
      await group.click();
      const target =
        (await excel.pane
          .getByRole('button', { name: /会员单位!C\d+/ })
          .first()
          .textContent()) ?? '';
      await excel.typeByHand('会员单位', target.split('!')[1] ?? '', '浦东');
      await group.waitFor({ state: 'detached' });
    });

    it('jumps to the cell, marks and unmarks', async () => {
      await excel.pane.getByRole('tab', { name: /审查/ }).click();
      await excel.pane.getByRole('button', { name: /单位编号重复/ }).click();
      const jump = excel.pane.getByRole('button', { name: /会员单位!A\d+/ }).first();
      const address = (await jump.textContent())?.split('!')[1];
      await jump.click();
      await excel.settle();
      const shown = await excel.page.evaluate(() => {
        const { activeSheet, selection } = window.officeHost.model;
        return [activeSheet.name, selection.row, selection.column];
      });
      expect(shown).toEqual(['会员单位', Number(address?.slice(1)) - 1, 0]);
      const countMarks = () =>
        excel.page.evaluate(() => window.officeHost.model.sheets.flatMap((sheet) => sheet.conditionalFormats).length);
      const before = await countMarks();
      await excel.pane.getByRole('button', { name: '在工作表里标记' }).click();
      await excel.pane.getByText(/已标记 \d+ 个单元格/).waitFor();
      expect(await countMarks()).toBeGreaterThan(before + 5);
      await excel.pane.getByRole('button', { name: '清除标记' }).click();
      await excel.pane.getByText('标记已清除').waitFor();
      expect(await countMarks()).toBe(before);
    });
  });

  it('says so in Excel when Office.js cannot be reached, and opens files all the same', async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.route('**/office/office.js', (route) => route.abort());
    await page.goto(`${server.origin}/?_host_Info=Excel|Web|16.01|zh-CN|c|isDialog`);
    await page.getByText(/连不上 Excel 的接口/).waitFor();
    await page.getByRole('button', { name: '重试' }).waitFor();
    await page.setInputFiles('input[type=file]', files.roster);
    await page.getByText('审查通过').waitFor();
    await context.close();
  });
});
