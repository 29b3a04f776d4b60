/** What becomes of changes that are not saved, in a browser without Excel. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { findAxeViolations } from '../support/axe.ts';
import { builtPane } from '../support/build-pane.ts';
import { chooseColumn, columnQuestion, openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { choosePlace, stubSavePicker } from '../support/save-picker.ts';
import { missing } from '../support/tools.ts';
import { makeUnitSheet, SHEET } from './score-fixture.ts';
import { twoScoreSheets } from './sample-workbooks.ts';

const NAME = '评分表.xlsx';

describe.skipIf(missing('chromium', 'openssl'))('changes that are not saved', () => {
  let bytes: Uint8Array;
  let browser: Browser;
  let server: RunningServer;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    bytes = await makeUnitSheet();
    server = await serve(fromFolder(await builtPane()));
    browser = await startBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    watched = await openPanePage(browser, server.origin, {}, (context) => context.addInitScript(stubSavePicker));
    ({ page } = watched);
    await watched.openFile({ name: NAME, bytes });
    await chooseColumn(page, 'association');
  });
  afterEach(async () => {
    expect(watched.takeFaults()).toEqual([]);
    await watched.context.close();
  });

  const openOther = () => page.getByRole('button', { name: '打开其他文件' });
  const start = () => page.getByRole('button', { name: '打开文件', exact: true });
  const question = () => page.getByRole('dialog', { name: '改动还没有保存' });
  const answer = (name: string) => question().getByRole('button', { name }).click();
  const saveButton = () => page.getByRole('banner').getByRole('button', { name: '保存副本' });
  const change = async () => {
    await page.getByRole('button', { name: '基本项填满分' }).click();
    await page.getByText('总计 100 分').waitFor();
    await page.getByText('未保存', { exact: true }).waitFor();
  };

  it('are told beside the name of the file, and so is that they are saved', async () => {
    await expect.poll(() => page.getByText(/^[未已]保存$/).count()).toBe(0);
    await change();
    await choosePlace(page, 'saved');
    await saveButton().click();
    await page.getByText('已保存', { exact: true }).waitFor();
    await expect.poll(() => page.getByText('未保存', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: '撤消' }).click();
    await page.getByText('未保存', { exact: true }).waitFor();
  });

  it('are none in a file that was only looked at: it is left without a question, also after a re-read', async () => {
    await page.getByRole('button', { name: '在表格里选中 E7' }).click();
    await page.getByRole('button', { name: '重新读取' }).click();
    await page.getByText(/^写入 E 列/).waitFor();
    await openOther().click();
    await start().waitFor();
  });

  it('keep the file open when the user cancels, by button or by key, and the focus comes back', async () => {
    await change();
    const cancel = [() => answer('取消'), () => page.keyboard.press('Escape')];
    for (const way of cancel) {
      await openOther().click();
      await question().getByText(`“${NAME}”改过的内容还没有存成副本，现在离开就没有了。`).waitFor();
      expect(await findAxeViolations(page)).toEqual([]);
      await way();
      await question().waitFor({ state: 'detached' });
      await expect.poll(() => openOther().evaluate((button) => button === document.activeElement)).toBe(true);
    }
    await page.getByText('总计 100 分').waitFor();
    await page.getByText('未保存', { exact: true }).waitFor();
  });

  it('are given up only when the user says so', async () => {
    await change();
    await openOther().click();
    await answer('不保存，离开');
    await start().waitFor();
    await watched.openFile({ name: NAME, bytes });
    await columnQuestion(page).waitFor();
    await expect.poll(() => page.getByText('未保存', { exact: true }).count()).toBe(0);
  });

  it('can be saved on the way: the file is left once the disk has it, and not before', async () => {
    await change();
    await openOther().click();
    await choosePlace(page, 'cancelled');
    await answer('保存副本');
    await expect.poll(() => page.evaluate(() => window.picker.asked.length)).toBe(1);
    await expect.poll(() => question().count()).toBe(1);
    await choosePlace(page, 'disk full');
    await answer('保存副本');
    await question()
      .getByText(/副本没有存成“挑好的名字\.xlsx”/)
      .waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await choosePlace(page, 'saved');
    await answer('保存副本');
    await start().waitFor();
    const saved = Buffer.from(await page.evaluate(() => window.name), 'base64');
    const row = openWorkbook(new Uint8Array(saved), NAME)
      .readSheet(SHEET)
      .rows.find(({ number }) => number === 7);
    expect(row?.cells.find(({ column }) => column === 5)).toMatchObject({ kind: 'number', value: 8 });
  });

  it('are asked about from the very tap on, before the file has taken it', async () => {
    await page.evaluate(() => {
      const press = (label: string) => {
        const buttons = [...document.querySelectorAll('button')];
        const wanted = buttons.find((each) => (each.getAttribute('aria-label') ?? each.textContent) === label);
        if (!wanted) throw new Error(`no button ${label}`);
        wanted.click();
      };
      press('基本项填满分');
      press('打开其他文件');
    });
    await question().waitFor();
    await answer('取消');
    await page.getByText('总计 100 分').waitFor();
  });

  it('have the browser ask before the tab is closed or reloaded, and only then', async () => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      dialog.dismiss().catch(() => undefined);
    });
    await change();
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(page.isClosed()).toBe(false);
    await page.getByText('总计 100 分').waitFor();
    await choosePlace(page, 'saved');
    await saveButton().click();
    await page.getByText('已保存', { exact: true }).waitFor();
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
    expect(asked).toEqual(['beforeunload']);
  });

  it('are asked about before another score sheet of the file is taken, and are in the copy of both', async () => {
    await watched.openFile({ name: '两张.xlsx', bytes: await twoScoreSheets(bytes) });
    const sheet = (name: string) => page.getByRole('radio', { name, exact: true });
    await sheet(SHEET).click();
    await chooseColumn(page, 'association');
    await change();
    const asked = page.getByRole('dialog', { name: '这张表的改动还没有保存' });
    await sheet('副本').click();
    await asked.getByText(/换表以后改动仍在，保存副本时一并存入，但不能再撤消/).waitFor();
    await asked.getByRole('button', { name: '取消' }).click();
    expect(await sheet(SHEET).isChecked()).toBe(true);
    await sheet('副本').click();
    await asked.getByRole('button', { name: '不保存，换表' }).click();
    await page.getByText('工作表“副本”').waitFor();
    await page.getByText('总计 0 分').waitFor();
    await page.getByText('未保存', { exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await choosePlace(page, 'forbidden');
    await saveButton().click();
    const saved = openWorkbook(new Uint8Array(readFileSync(await (await download).path())), NAME);
    expect(saved.readSheet(SHEET).rows.find(({ number }) => number === 7)?.cells).toContainEqual(
      expect.objectContaining({ column: 5, value: 8 }),
    );
    // Saved, nothing is asked any more.
    await sheet(SHEET).click();
    await page.getByText(`工作表“${SHEET}”`).waitFor();
  });
});
