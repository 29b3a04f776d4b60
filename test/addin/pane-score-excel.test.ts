/** The score panel in Excel, as a person works pane and sheet. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readAddress } from '../../ooxml/read/cell-address.ts';
import type { ItemPlace } from '../../workbook/score-sheet/score-sheet-places.ts';
import { startBrowser } from '../office-host/browser.ts';
import type {} from '../office-host/page-host.ts';
import { openPaneInHost, type PaneInHost } from '../office-host/pane-in-host.ts';
import { builtPane } from '../support/build-pane.ts';
import { chooseColumn, columnQuestion } from '../support/pane-page.ts';
import { missing } from '../support/tools.ts';
import { allItems, basicItems, layout, makeUnitSheet, SHEET } from './score-fixture.ts';
import { columns, groupOf, item, untilRead } from './score-page.ts';

describe.skipIf(missing('chromium', 'openssl'))('the score panel', () => {
  let pane: string;
  let blank: Uint8Array;
  let browser: Browser;

  beforeAll(async () => {
    pane = await builtPane();
    blank = await makeUnitSheet();
    browser = await startBrowser();
  }, 240_000);
  afterAll(() => browser.close());

  describe.each(['1.7', '1.14', '1.17'])('in Excel, ExcelApi %s', (apiSet) => {
    let excel: PaneInHost;
    const cellsOf = async () => (await excel.dump()).sheets.find(({ name }) => name === SHEET)?.cells ?? {};
    const valueOf = async (address: string) => (await cellsOf())[address]?.value;

    beforeAll(async () => {
      excel = await openPaneInHost({ workbook: blank, apiSet, paneFolder: pane, browser });
      await columnQuestion(excel.pane).waitFor({ timeout: 60_000 });
    });

    it('asks for the column once for the workbook, writes nothing before, and keeps it over every re-read', async () => {
      const first = excel.pane.locator(`#item-${item.item.id}`);
      expect(
        await columnQuestion(excel.pane)
          .getByText(/还没有填$/)
          .count(),
      ).toBe(2);
      await excel.clearCounts();
      await excel.typeByHand(SHEET, item.scoreCells.self, 8);
      await first.getByText(`${columns.basic.self} 8`).waitFor();
      await first.getByRole('button', { name: '在表格里选中 E7' }).click();
      await excel.settle();
      expect((await excel.counts()).writes).toBe(0);
      await expect.poll(() => first.getByRole('group').count()).toBe(0);
      await excel.typeByHand(SHEET, item.scoreCells.self, '');

      await chooseColumn(excel.pane, 'association');
      const stays = async () => {
        await untilRead(excel.pane);
        await excel.pane.getByText(/^写入 E 列/).waitFor();
        await expect.poll(() => columnQuestion(excel.pane).count()).toBe(0);
      };
      const reread = excel.pane.getByRole('button', { name: '重新读取' });
      await reread.click();
      await stays();
      await excel.typeByHand(SHEET, item.scoreCells.association, 3);
      await excel.pane.getByText('总计 3 分').waitFor();
      await stays();
      // Away under another name, and back: found again by what stands in it.
      await renameSheet(excel, SHEET, '别名');
      await reread.click();
      await excel.pane.getByText('工作表“别名”').waitFor();
      await stays();
      await renameSheet(excel, '别名', SHEET);
      await reread.click();
      await excel.pane.getByText(`工作表“${SHEET}”`).waitFor();
      await stays();
      // A reading that fails shows no panel at all for a while.
      await excel.failNext('GeneralException');
      await reread.click();
      // A click that comes before would be on the reading that is about to fail.
      await excel.pane.getByText(/^写入 E 列/).waitFor({ state: 'hidden' });
      await excel.pane.getByRole('button', { name: '重新读取' }).last().click();
      await stays();
    });

    afterEach(async () => {
      for (const { scoreCells } of allItems) {
        if ((await valueOf(scoreCells.association)) !== undefined) {
          await excel.typeByHand(SHEET, scoreCells.association, '');
        }
      }
      await excel.pane.getByText('总计 0 分').waitFor();
      await rest();
    });
    afterAll(async () => {
      expect(excel.requestsOutside()).toEqual([]);
      expect(excel.problems).toEqual([]);
      expect(await excel.gaps()).toEqual([]);
      await excel.close();
    });

    /** Longer than the pauses in which the panel gathers what to read, or to select. */
    const rest = async () => {
      await excel.pane.waitForTimeout(250);
      await excel.settle();
    };

    it('takes a score with one write, one read and at most 30 actions', async () => {
      await excel.clearCounts();
      await excel.pane.evaluate(clickAndWait, ['8 分', '总计 8 分'] as const);
      await rest();
      const { reads, writes, actions } = await excel.counts();
      expect({ reads, writes }).toEqual({ reads: 1, writes: 1 });
      expect(actions).toBeLessThanOrEqual(30);
      expect(await valueOf(item.scoreCells.association)).toBe(8);
    });

    it('shows an edit by hand at once, and follows the selection both ways', async () => {
      await excel.typeByHand(SHEET, item.scoreCells.association, 5);
      await excel.pane.getByText('总计 5 分').waitFor();
      const far = layout.bonus.items[2];
      const row = excel.pane.locator(`#item-${far?.item.id}`);
      expect(await row.evaluate(isInView)).toBe(false);
      await excel.selectByHand(SHEET, far?.scoreCells.self ?? '');
      await excel.pane.waitForFunction((id) => {
        const box = document.getElementById(id)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
      }, `item-${far?.item.id}`);
      const selected = async () => (await excel.dump()).selection;
      await row.getByRole('button', { name: /在表格里选中/ }).click();
      await expect.poll(selected).toBe(far?.scoreCells.association);
      await row.getByRole('button', { name: '1 分，1' }).focus();
      await excel.pane.page().keyboard.press('ArrowLeft');
      await excel.pane.page().keyboard.press('Shift+Tab');
      await expect.poll(selected).toBe(layout.bonus.items[1]?.scoreCells.association);
    });

    it('fills, undoes, and undoes nothing that was typed over', async () => {
      await excel.pane.getByRole('button', { name: '基本项填满分' }).click();
      await excel.pane.getByText('总计 100 分').waitFor();
      await rest();
      await excel.pane.getByRole('button', { name: '撤消' }).click();
      await excel.pane.getByText('总计 0 分').waitFor();
      await excel.pane.getByRole('button', { name: '基本项填满分' }).click();
      await rest();
      await excel.typeByHand(SHEET, item.scoreCells.association, 0);
      await excel.pane.getByText('总计 92 分').waitFor();
      await excel.pane.getByRole('button', { name: '撤消' }).click();
      await excel.pane.getByText(`“基本项填满分”之后 ${item.scoreCells.association} 单元格又改过`).waitFor();
      expect(await valueOf(item.scoreCells.association)).toBe(0);
    });

    it('says what to do when the sheet refuses, a cell is being edited, or the workbook is read-only', async () => {
      await lockCell(excel, SHEET, item);
      const give = (text: string, name: RegExp) => groupOf(excel.pane, text).getByRole('button', { name }).click();
      await give(item.item.text.slice(0, 8), /^8 分/);
      await excel.pane.getByText(/这个工作表受保护.*撤消工作表保护/).waitFor();
      expect(await valueOf(item.scoreCells.association)).toBeUndefined();
      await excel.pane.getByText('总计 0 分').waitFor();
      await excel.pane.getByRole('button', { name: '关闭提示' }).click();

      await excel.setCellEditMode(true);
      await give('保卫部门负责人具备', /^3 分/);
      await excel.pane.getByText('总计 3 分').waitFor();
      await excel.pane.getByText(/如果有单元格正在编辑，请按回车/).waitFor();
      await excel.setCellEditMode(false);
      await excel.pane.getByText(/如果有单元格正在编辑/).waitFor({ state: 'detached' });
      expect(await valueOf(basicItems[2]?.scoreCells.association ?? '')).toBe(3);

      await excel.setReadOnly(true);
      await give('保卫部门负责人具备', /^0 分/);
      await excel.pane.getByText(apiSet === '1.7' ? /这个工作表受保护/ : /这个工作簿是只读的/).waitFor();
      await excel.setReadOnly(false);
    });
  });
});

function renameSheet({ page }: PaneInHost, from: string, to: string): Promise<void> {
  return page.evaluate(
    ([old, fresh]) => {
      window.officeHost.sheet(old).name = fresh;
    },
    [from, to] as const,
  );
}

/** Somebody has locked the cell for the association's score. */
function lockCell({ page }: PaneInHost, sheet: string, { row, scoreCells }: ItemPlace): Promise<void> {
  const column = (readAddress(scoreCells.association)?.column ?? 0) - 1;
  return page.evaluate(
    ([name, r, c]) => {
      window.officeHost.sheet(name).touch(r, c).locked = true;
    },
    [sheet, row - 1, column] as const,
  );
}

/** Clicks the first button so called from within the page, where no test tool adds its own work, and waits for the text. */
async function clickAndWait([label, text]: readonly [string, string]): Promise<void> {
  const buttons = [...document.querySelectorAll('button')];
  buttons.find((each) => each.getAttribute('aria-label')?.startsWith(label))?.click();
  while (!document.body.textContent.includes(text)) await new Promise((resolve) => setTimeout(resolve, 0));
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
