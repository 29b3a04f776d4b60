/** What stands around the panels: the built files, the start page, opening and saving, themes, old engines, Office.js. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, OFFICE_JS, serve, type RunningServer } from '../office-host/serve.ts';
import { findAxeViolations } from '../support/axe.ts';
import { builtPane } from '../support/build-pane.ts';
import { handWorkbook, zipParts } from '../support/hand-workbook.ts';
import { chooseColumn, columnQuestion, openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { firstPaintBytes, listScripts } from '../support/pane-scripts.ts';
import { choosePlace, stubSavePicker } from '../support/save-picker.ts';
import { missing } from '../support/tools.ts';
import { unpackTexts } from '../support/unpack.ts';
import { makeScoreSheet, SCHEME_ID } from './sample-workbooks.ts';
import { makeUnitSheet } from './score-fixture.ts';

/** What the stubs of the tests leave in the page. */
declare global {
  interface Window {
    theme: { bodyBackgroundColor: string };
  }
}

describe.skipIf(missing('chromium', 'openssl'))('the built pane', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pane-'));
  const files = { scores: path.join(folder, '评分表.xlsx'), broken: path.join(folder, '坏.xlsx') };
  let pane: string;
  let scores: Uint8Array;
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    pane = await builtPane();
    scores = await makeScoreSheet();
    writeFileSync(files.scores, scores);
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
    // exceljs draws for the page's workshop, in a script of its own, which the pane never asks for.
    const withExceljs = listScripts(pane).filter((name) =>
      readFileSync(path.join(pane, name), 'utf8').includes('ExcelJS'),
    );
    expect(withExceljs.filter((name) => !/exceljs|^workshop\./.test(name))).toEqual([]);
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
    let watched: WatchedPage;
    let page: Page;

    beforeAll(async () => {
      watched = await openPanePage(browser, server.origin, {}, (context) => context.addInitScript(stubSavePicker));
      ({ page } = watched);
    });
    afterEach(() => {
      expect(watched.takeFaults()).toEqual([]);
    });
    afterAll(() => watched.context.close());

    it('loads no Office.js and says where to begin', async () => {
      await page.getByRole('button', { name: '打开文件' }).waitFor();
      expect(watched.requests.length).toBeGreaterThan(2);
      expect(watched.requests.some((url) => url.includes('office.js'))).toBe(false);
      expect(await findAxeViolations(page)).toEqual([]);
    });

    it('says what is wrong with a file, and leaves a way on', async () => {
      await watched.openFile(files.broken);
      await page.getByText(/“坏\.xlsx”其实是网页（HTML）/).waitFor();
      await watched.openFile({ name: '其他.xlsx', bytes: handWorkbook() });
      await page.getByRole('heading', { name: /不是评分表，也不是总名册/ }).waitFor();
      await page.getByRole('main').getByRole('button', { name: '打开其他文件' }).click();
      await page.getByRole('button', { name: '打开文件' }).waitFor();
    });

    it('takes a file that is dropped on the start page, and shows where it would land', async () => {
      const zone = page.getByRole('heading', { name: '打开评分表或总名册' }).locator('..');
      const fillOf = () => zone.evaluate((element) => getComputedStyle(element).backgroundColor);
      const before = await fillOf();
      const dropped = await page.evaluateHandle((numbers) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(numbers)], '拖来的.xlsx'));
        return transfer;
      }, Array.from(scores));
      await zone.dispatchEvent('dragover', { dataTransfer: dropped });
      await expect.poll(fillOf).not.toBe(before);
      await zone.dispatchEvent('dragleave', { dataTransfer: dropped });
      await expect.poll(fillOf).toBe(before);
      await zone.dispatchEvent('drop', { dataTransfer: dropped });
      await columnQuestion(page).waitFor();
      await expect.poll(() => page.getByText('拖来的.xlsx').count()).toBe(1);
    });

    describe('saving at a place that the user picks', () => {
      const save = () => page.getByRole('button', { name: '保存副本' });
      /** A changed file waits for being saved: its button stands out. */
      const fillOf = () => save().evaluate((button) => getComputedStyle(button).backgroundColor);
      let plain = '';
      const steps = () => page.evaluate(() => window.picker.steps);

      beforeAll(async () => {
        await watched.openFile(files.scores);
        await chooseColumn(page, 'association');
        plain = await fillOf();
        await page.getByRole('button', { name: '基本项填满分' }).click();
        await page.getByText('总计 100 分').waitFor();
        await vi.waitUntil(async () => (await fillOf()) !== plain);
      });

      it('changes nothing when she thinks better of it', async () => {
        await choosePlace(page, 'cancelled');
        await save().click();
        await expect.poll(() => page.evaluate(() => window.picker.asked.length)).toBe(1);
        await expect.poll(() => save().isEnabled()).toBe(true);
        expect(await steps()).toEqual([]);
        await expect.poll(() => page.getByText('没有存成').count()).toBe(0);
        expect(await fillOf()).not.toBe(plain);
      });

      it('says so when the disk takes no file, leaves no half of one, and can be tried again', async () => {
        await choosePlace(page, 'disk full');
        await save().click();
        await page.getByText(/副本没有存成“挑好的名字\.xlsx”，可能是磁盘已满.*请换一个文件夹或文件名再存/).waitFor();
        expect(await steps()).toEqual(['open', 'write', 'abort']);
        expect(await fillOf()).not.toBe(plain);
        await page.getByRole('button', { name: '关闭提示' }).click();
      });

      it('falls back to the folder for downloads in a page that may not ask', async () => {
        await choosePlace(page, 'forbidden');
        const download = page.waitForEvent('download');
        await save().click();
        expect((await download).suggestedFilename()).toBe('评分表（修改）.xlsx');
        expect(await steps()).toEqual([]);
      });

      it('writes all bytes there, under the name of a copy', async () => {
        await page.getByRole('button', { name: '撤消' }).click();
        await page.getByText('总计 0 分').waitFor();
        await choosePlace(page, 'saved');
        await save().click();
        await expect.poll(steps).toEqual(['open', 'write', 'close']);
        const { asked, bytes } = await page.evaluate(() => ({ asked: window.picker.asked, bytes: window.name }));
        expect(asked).toMatchObject([
          { suggestedName: '评分表（修改）.xlsx', types: [{ description: 'Excel 工作簿' }] },
        ]);
        expect(Buffer.from(bytes, 'base64').subarray(0, 2).toString()).toBe('PK');
        expect(Buffer.from(bytes, 'base64').length).toBeGreaterThan(scores.length / 2);
        // A button under the pointer has a colour of its own.
        await page.mouse.move(0, 0);
        await expect.poll(fillOf).toBe(plain);
      });
    });

    it('keeps the page in sight under a tooltip, and the pointer on what it is about', async () => {
      await watched.openFile(files.scores);
      await columnQuestion(page).waitFor();
      const reread = page.getByRole('button', { name: '重新读取' });
      await reread.hover();
      await page.getByRole('tooltip').waitFor();
      const covers = await page.evaluate(() => {
        const isShown = ({ width, height }: DOMRect) => width * height > 0;
        const besides = [...document.querySelectorAll('body > div:not(:has(main))')];
        return besides.filter((each) => isShown(each.getBoundingClientRect())).map(({ className }) => className);
      });
      expect(covers).toEqual([]);
      expect(await reread.evaluate((button) => button.matches(':hover'))).toBe(true);
      await page.mouse.move(0, 0);
    });

    it('warns of a score sheet of another edition of a scheme that it knows, and of a scheme that it does not know', async () => {
      const stamped = await makeUnitSheet();
      await watched.openFile({ name: '旧.xlsx', bytes: rewriteProperties(stamped, '>2024<', '>2019<') });
      await page.getByText(/这张评分表是“2019”年度的，窗格按“2024”年度的办法计分，请改用/).waitFor();
      expect(await findAxeViolations(page)).toEqual([]);
      const elsewhere = rewriteProperties(stamped, `>${SCHEME_ID}<`, '>elsewhere-2031<');
      await watched.openFile({ name: '别处.xlsx', bytes: elsewhere });
      const sentence = await page.getByText(/“elsewhere-2031”不在本窗格里/).textContent();
      expect(sentence).toContain(
        '请联系协会更新窗格，或改用本年度发出的评分表（方案编号写在文件属性里，不在表格上）。',
      );
      await expect.poll(() => page.getByText('年度的，窗格按').count()).toBe(0);
    });

    it('opens and works without its server once the browser has kept its files, and says so only then', async () => {
      const own = await serve(fromFolder(pane));
      const offline = await openPanePage(browser, own.origin);
      await offline.page.getByText('不上传到任何地方。').waitFor();
      await offline.page.getByText('不上传到任何地方；断网也能用。').waitFor();
      await own.close();
      await offline.openFile(files.scores);
      await columnQuestion(offline.page).waitFor();
      await offline.page.reload();
      await offline.openFile(files.scores);
      await columnQuestion(offline.page).waitFor();
      expect(offline.requests.filter((url) => !url.startsWith(own.origin))).toEqual([]);
      await offline.context.close();
    });

    it('shows a plain page to an engine that is too old', async () => {
      const old = await openPanePage(browser, server.origin, {}, (context) =>
        context.addInitScript(() => {
          Reflect.deleteProperty(Array.prototype, 'findLast');
        }),
      );
      await old.page.getByText('这里的浏览器组件太旧').waitFor();
      await expect.poll(() => old.page.getByRole('button').count()).toBe(0);
      expect(old.takeFaults()).toEqual([]);
      await old.context.close();
    });
  });

  describe('around Excel', () => {
    const INSIDE = '/?_host_Info=Excel$Win32$16.01$zh-CN';
    const backgroundOf = (page: Page) =>
      page.evaluate(() => getComputedStyle(document.querySelector('#root > *') ?? document.body).backgroundColor);

    it('says so when Office.js cannot be reached, and opens files all the same', async () => {
      const watched = await openPanePage(browser, 'about:blank');
      await watched.page.route('**/office/office.js', (route) => route.abort());
      await watched.page.goto(server.origin + INSIDE);
      await watched.page.getByText(/连不上 Excel 的接口/).waitFor();
      await watched.page.getByRole('button', { name: '重试' }).waitFor();
      await watched.openFile(files.scores);
      await columnQuestion(watched.page).waitFor();
      await watched.context.close();
    });

    it('takes the theme that Excel on the desktop tells over the system’s, and follows when it is changed', async () => {
      const { page, context } = await openPanePage(browser, 'about:blank', { colorScheme: 'light' });
      await page.route('**/office/office.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: DESKTOP_OFFICE }),
      );
      await page.goto(server.origin + INSIDE);
      const paint = async (colour: string) => {
        await page.evaluate((wanted) => {
          window.theme.bodyBackgroundColor = wanted;
          // Excel tells no event; the user comes back from its settings.
          window.dispatchEvent(new Event('focus'));
        }, colour);
      };
      const [dark, light] = ['rgb(41, 41, 41)', 'rgb(255, 255, 255)'];
      await expect.poll(() => backgroundOf(page)).toBe(dark);
      expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
      await paint('#FFFFFF');
      await expect.poll(() => backgroundOf(page)).toBe(light);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await backgroundOf(page)).toBe(light);
      await paint('#262626');
      await expect.poll(() => backgroundOf(page)).toBe(dark);
      await context.close();
    });

    it('follows the system where Excel tells no theme', async () => {
      const { page, context } = await openPanePage(browser, server.origin, { colorScheme: 'dark' });
      await expect.poll(() => backgroundOf(page)).toBe('rgb(41, 41, 41)');
      await page.emulateMedia({ colorScheme: 'light' });
      await expect.poll(() => backgroundOf(page)).toBe('rgb(255, 255, 255)');
      await context.close();
    });
  });
});

/** Office.js of a desktop Excel that never answers a batch: enough for what stands around the panels. */
const DESKTOP_OFFICE = `
  window.theme = { bodyBackgroundColor: '#292929' };
  window.Excel = { run: () => new Promise(() => undefined) };
  window.Office = {
    HostType: { Excel: 'Excel' },
    onReady: () => Promise.resolve({ host: 'Excel', platform: 'PC' }),
    context: { get officeTheme() { return window.theme; }, requirements: { isSetSupported: () => true } },
  };`;

/** A score sheet whose properties say something else. */
function rewriteProperties(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const part = 'docProps/custom.xml';
  const parts = Object.fromEntries(unpackTexts(bytes));
  const was = parts[part] ?? '';
  expect(was).toContain(from);
  return zipParts({ ...parts, [part]: was.replace(from, to) });
}
