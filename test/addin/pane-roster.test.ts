/** The panels of a master roster of full size, in both hosts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import { loadWorkbook } from '../office-host/load-workbook.ts';
import type {} from '../office-host/page-host.ts';
import { openPaneInHost, type PaneInHost } from '../office-host/pane-in-host.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import type { WorkbookSnapshot } from '../office-host/snapshot.ts';
import { findAxeViolations } from '../support/axe.ts';
import { builtPane } from '../support/build-pane.ts';
import { openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { missing } from '../support/tools.ts';
import { makeRoster, SCHEME_WITHOUT_PLACES } from './sample-workbooks.ts';

describe.skipIf(missing('chromium', 'openssl'))('the panels of a master roster', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'roster-pane-'));
  const file = path.join(folder, '总名册.xlsx');
  let pane: string;
  let snapshot: WorkbookSnapshot;
  let browser: Browser;

  beforeAll(async () => {
    pane = await builtPane();
    const roster = await makeRoster({ flawed: true });
    snapshot = await loadWorkbook(roster);
    writeFileSync(file, roster);
    browser = await startBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  describe('in a browser without Excel', () => {
    let server: RunningServer;
    let watched: WatchedPage;
    let page: Page;

    beforeAll(async () => {
      server = await serve(fromFolder(pane));
      watched = await openPanePage(browser, server.origin, { viewport: { width: 1280, height: 800 } });
      ({ page } = watched);
      await watched.openFile(file);
      await page.getByText('审查通过').waitFor();
    });
    afterEach(() => {
      expect(watched.takeFaults()).toEqual([]);
    });
    afterAll(async () => {
      await watched.context.close();
      await server.close();
    });

    const show = async (panel: '名额' | '审查') => {
      await page.getByRole('tab', { name: panel }).click();
      const search = panel === '名额' ? '查找区（局）' : '查找审查结果';
      await page.getByRole('searchbox', { name: search }).waitFor();
    };

    it('jumps to cells, marks and unmarks', async () => {
      await expect.poll(() => page.getByText('会员 297').count()).toBe(1);
      await show('审查');
      await page.getByRole('button', { name: /所属不在名额分配表中/ }).click();
      const jump = page.getByRole('button', { name: /会员单位!C\d+/ }).first();
      const address = (await jump.textContent())?.split('!')[1] ?? '';
      await page.getByRole('button', { name: '在表格里标出' }).click();
      await page.getByText(/已标记 \d+ 个单元格/).waitFor();
      await jump.click();
      const cell = page.locator(`tr[aria-rowindex="${address.slice(1)}"] td`).nth(2);
      await cell.waitFor();
      await expect.poll(() => cell.getAttribute('title')).toMatch(/不是名额分配表/);
      await page.getByRole('button', { name: '清除标记' }).click();
      await page.getByText('标记已清除').waitFor();
      await expect.poll(() => cell.getAttribute('title')).not.toMatch(/名额分配表/);
    });

    it('is worked by keys alone', async () => {
      await show('名额');
      await page.getByRole('tab', { name: '名额' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByRole('searchbox', { name: '查找审查结果' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    });

    it('offers no places where the document gives none', async () => {
      const other = await makeRoster({ flawed: true, schemeId: SCHEME_WITHOUT_PLACES });
      await watched.openFile({ name: '另一办法.xlsx', bytes: other });
      await page.getByRole('searchbox', { name: '查找审查结果' }).waitFor();
      await page.getByText(/^共 \d+ 条/).waitFor();
      const tabs = await page.getByRole('tab').allTextContents();
      expect(tabs.map((text) => text.replace(/\d+/, '').trim())).toEqual(['审查']);
      expect(await findAxeViolations(page)).toEqual([]);
      await watched.openFile(file);
      await page.getByText('审查通过').waitFor();
    });

    describe.each([
      ['light', 'none'],
      ['dark', 'none'],
      ['light', 'active'],
      ['dark', 'active'],
    ] as const)('at 320 px, %s, forced colours %s', (colorScheme, forcedColors) => {
      beforeAll(async () => {
        await page.setViewportSize({ width: 320, height: 720 });
        await page.emulateMedia({ colorScheme, forcedColors });
        // Until the page has been painted so.
        await page.evaluate(
          () =>
            new Promise((resolve) => {
              requestAnimationFrame(resolve);
            }),
        );
      });
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);

      it('has no fault of accessibility in the places, whose bars can be told apart', async () => {
        await show('名额');
        const district = page.getByRole('button', { name: /浦东/ });
        if ((await district.getAttribute('aria-expanded')) === 'false') await district.click();
        expect(await findAxeViolations(page)).toEqual([]);
        expect(await width()).toBeLessThanOrEqual(320);
        const [track, used] = await page.evaluate(barColours);
        expect(used).not.toBe(track);
        if (forcedColors === 'active') expect(used).toBe(await page.evaluate(systemColour, 'Highlight'));
      });

      it('has none in the findings', async () => {
        await show('审查');
        expect(await page.getByText('在 Excel 里不查').count()).toBe(0);
        const group = page.getByRole('button', { name: /名额/ }).first();
        if ((await group.getAttribute('aria-expanded')) === 'false') await group.click();
        expect(await findAxeViolations(page)).toEqual([]);
        expect(await width()).toBeLessThanOrEqual(320);
      });
    });
  });

  describe.each(['1.7', '1.17'])('in Excel, ExcelApi %s', (apiSet) => {
    let excel: PaneInHost;
    beforeAll(async () => {
      excel = await openPaneInHost({ workbook: snapshot, apiSet, paneFolder: pane, browser });
      await excel.pane.getByText('审查通过').waitFor({ timeout: 60_000 });
    }, 120_000);
    afterAll(async () => {
      expect(excel.requestsOutside()).toEqual([]);
      expect(excel.problems).toEqual([]);
      expect(await excel.gaps()).toEqual([]);
      await excel.close();
    });

    it('shows the places', async () => {
      await expect.poll(() => excel.pane.getByText('会员 297').count()).toBe(1);
      expect(await findAxeViolations(excel.pane)).toEqual([]);
    });

    it('leads to the clerk’s page, which opens beside Excel', async () => {
      const link = excel.pane.getByRole('link', { name: '评优台网页' });
      const address = new URL((await link.getAttribute('href')) ?? '', excel.pane.url());
      expect(address.pathname).toBe('/page.html');
      expect(address.origin).toBe(new URL(excel.pane.url()).origin);
      expect(await link.getAttribute('target')).toBe('_blank');
    });

    it('follows an edit by hand', async () => {
      await excel.pane.getByRole('tab', { name: /审查/ }).click();
      await excel.pane.getByText(/在 Excel 里不查隐藏的、筛选掉的、划掉的内容/).waitFor();
      const group = excel.pane.getByRole('button', { name: /所属不在名额分配表中/ });
      await group.click();
      const jump = excel.pane.getByRole('button', { name: /会员单位!C\d+/ }).first();
      const target = (await jump.textContent()) ?? '';
      await excel.typeByHand('会员单位', target.split('!')[1] ?? '', '浦东');
      await group.waitFor({ state: 'detached' });
    });

    it('keeps what it shows when a reading fails, says that it may be stale, and reads again at the next change', async () => {
      await excel.settle();
      await excel.failNext('GeneralException');
      await excel.typeByHand('会员单位', 'B9', '改过的名称');
      await excel.pane.getByText(/可能已经过时；总名册再有改动时会自动重读/).waitFor();
      await expect.poll(() => excel.pane.getByText('可能已过时', { exact: true }).count()).toBe(1);
      await expect.poll(() => excel.pane.getByText(/^共 \d+ 条/).count()).toBe(1);
      expect(await findAxeViolations(excel.pane)).toEqual([]);
      await excel.typeByHand('会员单位', 'B10', '又改过的名称');
      await excel.pane
        .getByText(/可能已经?过时/)
        .first()
        .waitFor({ state: 'detached' });
    });

    it('jumps to the cell, marks and unmarks', async () => {
      await excel.pane.getByRole('button', { name: /单位编号重复/ }).click();
      const jump = excel.pane.getByRole('button', { name: /会员单位!A\d+/ }).first();
      const address = (await jump.textContent())?.split('!')[1];
      await jump.click();
      const shown = () =>
        excel.page.evaluate(() => {
          const { activeSheet, selection } = window.officeHost.model;
          return [activeSheet.name, selection.row, selection.column];
        });
      await expect.poll(shown).toEqual(['会员单位', Number(address?.slice(1)) - 1, 0]);
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
});

/** The colours of the first bar: what is left of it, and what is used. */
function barColours(): [track: string, used: string] {
  const track = document.querySelector('section [aria-hidden="true"]:has(> div[style*="width"])');
  const used = track?.querySelector('div');
  if (!track || !used) throw new Error('there is no bar');
  return [getComputedStyle(track).backgroundColor, getComputedStyle(used).backgroundColor];
}

/** What the system paints for the name of a colour of its own. */
function systemColour(name: string): string {
  const probe = document.createElement('i');
  probe.style.cssText = `forced-color-adjust: none; background-color: ${name}`;
  document.body.append(probe);
  const { backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return backgroundColor;
}
