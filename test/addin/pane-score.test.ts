/** The score panel from opening to the saved file, in both hosts, as a person works it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readAddress } from '../../ooxml/read/cell-address.ts';
import { INTAKE_LIMITS } from '../../ooxml/read/intake-limits.ts';
import { openFileReader } from '../../workbook/score-sheet/read-returned-file.ts';
import { openScoreSheetReader } from '../../workbook/score-sheet/read-score-sheet.ts';
import { fingerprintBlank } from '../../workbook/score-sheet/score-sheet-identity.ts';
import type { ItemPlace, Role } from '../../workbook/score-sheet/score-sheet-places.ts';
import { ZipReader } from '../../ooxml/zip/zip-reader.ts';
import { findEntries } from '../../ooxml/zip/zip-directory.ts';
import { startBrowser } from '../office-host/browser.ts';
import type {} from '../office-host/page-host.ts';
import { openPaneInHost, type PaneInHost } from '../office-host/pane-in-host.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { printedHeadings } from '../support/annex-3.ts';
import { findAxeViolations } from '../support/axe.ts';
import { builtPane } from '../support/build-pane.ts';
import { fillingOf, fillSheet, fullFilling } from '../support/filled-sheets.ts';
import { changeColumn, chooseColumn, columnQuestion, openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { missing } from '../support/tools.ts';
import { twoScoreSheets } from './sample-workbooks.ts';
import { allItems, basicItems, layout, makeUnitSheet, scheme, SHEET, UNIT } from './score-fixture.ts';

const [item = basicItems[0]] = basicItems;
if (!item) throw new Error('the scheme has no items');
/** The headings of the two columns as the document prints them, over the basic items and over the bonus items. */
const columns = { basic: headingsAt(0), bonus: headingsAt(-1) };

function headingsAt(index: number): { self: string; association: string } {
  const [self = '', association = ''] = printedHeadings.at(index)?.rest ?? [];
  return { self, association };
}

const WIDE = { width: 1280, height: 900 };
/** What was there before a re-read is shown until it has come, and then goes. */
const untilRead = (pane: Page | Frame) => pane.locator('main[aria-busy="false"]').waitFor();
const groupOf = (pane: Page | Frame, text: string) => pane.getByRole('group', { name: new RegExp(text) });

describe.skipIf(missing('chromium', 'openssl'))('the score panel', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'score-pane-'));
  const file = path.join(folder, '评分表.xlsx');
  let pane: string;
  let blank: Uint8Array;
  let browser: Browser;

  beforeAll(async () => {
    pane = await builtPane();
    blank = await makeUnitSheet();
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
      // A headless browser has no dialog for the place of a file.
      watched = await openPanePage(browser, server.origin, { viewport: WIDE }, (context) =>
        context.addInitScript(() => {
          Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
        }),
      );
      ({ page } = watched);
    });
    afterAll(async () => {
      await watched.context.close();
      await server.close();
    });
    afterEach(() => {
      expect(watched.takeFaults()).toEqual([]);
    });

    /** Opens the file in the page of the last test, and says which column is to be written. */
    async function open(bytes: Uint8Array, role: Role = 'association'): Promise<void> {
      writeFileSync(file, bytes);
      await watched.openFile(file);
      await chooseColumn(page, role);
    }

    it('scores a unit from opening to the saved file, which reads back exactly and is otherwise as it was', async () => {
      await open(blank);
      await page.getByText(UNIT.name, { exact: true }).first().waitFor();
      await page.getByRole('button', { name: '基本项填满分' }).click();
      await page.getByText('总计 100 分').waitFor();
      await groupOf(page, item.item.text.slice(0, 8)).getByRole('button', { name: /^5 分/ }).click();
      await page.getByText('总计 97 分').waitFor();
      const bonus = layout.bonus.items[0];
      await groupOf(page, bonus?.item.text.slice(0, 8) ?? '')
        .getByRole('button', { name: /^10 分/ })
        .click();
      for (const { item: veto } of layout.vetoes) {
        await groupOf(page, veto.text).getByRole('button', { name: '未发生' }).click();
      }
      await page.getByText('具备参评资格', { exact: true }).waitFor();
      await page.getByText('总计 107 分').waitFor();

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '保存副本' }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe('评分表（修改）.xlsx');
      const bytes = new Uint8Array(readFileSync(await saved.path()));

      const reader = openScoreSheetReader(layout, await fingerprintBlank(layout));
      const { returns } = await openFileReader(reader)(bytes, '评分表（修改）.xlsx');
      const full = basicItems.map(({ item: each }) => each.maximum);
      expect(returns.map(({ outcome }) => outcome)).toMatchObject([
        {
          kind: 'read',
          sheet: {
            unitNumber: UNIT.number,
            unitName: UNIT.name,
            scores: {
              self: allItems.map(() => null),
              association: [5, ...full.slice(1), 10, null, null, null, null],
            },
            vetoes: { association: layout.vetoes.map(() => 'clear') },
          },
        },
      ]);
      expect(changedParts(blank, bytes)).toEqual(['xl/worksheets/sheet1.xml']);
      expect(new Uint8Array(readFileSync(file))).toEqual(blank);
    });

    it('takes over the self-scores, clears, and undoes in the column that is written alone', async () => {
      const full = fullFilling(scheme);
      const filling = {
        scores: { ...full.scores, association: [] },
        vetoes: { ...full.vetoes, association: [] },
        unread: [],
      };
      await open(fillSheet(blank, scheme, filling));
      await page.getByText('总计 0 分').waitFor();
      await page.getByRole('button', { name: '采用自评分' }).click();
      await page.getByText('总计 130 分').waitFor();
      await changeColumn(page);
      await expect.poll(() => page.getByRole('button', { name: '采用自评分' }).count()).toBe(0);
      // The step that was done belongs to the other column.
      await expect.poll(() => page.getByRole('button', { name: '撤消' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: '清空', exact: true }).click();
      await page.getByText('总计 0 分').waitFor();
      await page.getByText(/清空：已改 41 个单元格/).waitFor();
      await changeColumn(page);
      await page.getByText('总计 130 分').waitFor();
      await page.getByRole('button', { name: '撤消' }).click();
      await page.getByText('已撤消“采用自评分”').waitFor();
      await page.getByText('总计 0 分').waitFor();
      await changeColumn(page);
      await page.getByText('总计 0 分').waitFor();
      await page.getByRole('button', { name: '撤消' }).click();
      await page.getByText('总计 130 分').waitFor();
    });

    it('is worked by keys alone: arrows between credits, Enter takes one, other scores are typed, and the sheet follows', async () => {
      await open(blank);
      const group = groupOf(page, item.item.text.slice(0, 8));
      await group.getByRole('button', { name: /^8 分/ }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByText('总计 5 分').waitFor();
      await page.waitForFunction((row) => {
        const cell = document.querySelectorAll(`tr[aria-rowindex="${row}"] td`)[4];
        return cell?.textContent === '5' && getComputedStyle(cell).outlineStyle === 'solid';
      }, item.row);
      await page.keyboard.press('Tab');
      const inNext = () => page.evaluate(() => document.activeElement?.closest('li')?.id ?? '');
      // The link to the cell, then the next item: two stops an item.
      await page.keyboard.press('Tab');
      expect(await inNext()).toBe(`item-${basicItems[1]?.item.id}`);
      await groupOf(page, '保卫部门负责人具备').getByRole('button', { name: '其他' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('4');
      await page.keyboard.press('Enter');
      await page.getByText(/超过本项分值 3，请填 0 到 3 之间的得分/).waitFor();
      await page.keyboard.press('Backspace');
      await page.keyboard.type('2');
      await page.keyboard.press('Enter');
      await page.getByText('总计 7 分').waitFor();
      await page.getByText(/而指标只写明 0、3 分，请核对/).waitFor();
      expect(await inNext()).toBe(`item-${basicItems[2]?.item.id}`);
    });

    it('says every reason with its clause and leads to the item', async () => {
      await open(fillSheet(blank, scheme, fillingOf(scheme, 84), { E50: null }));
      const reasons = page.getByRole('list', { name: '结论的理由' });
      await reasons.getByText('基本得分 84 分，低于 85 分').waitFor();
      await expect.poll(() => reasons.getByText(/附件3 题注：“基本得分项部分满分 100 分/).count()).toBe(1);
      await expect.poll(() => page.getByText('不具备参评资格', { exact: true }).count()).toBe(1);
      await reasons.getByRole('button', { name: '到这一项' }).click();
      expect(await page.evaluate(() => document.activeElement?.closest('li')?.id)).toBe(
        `item-${layout.vetoes[50 - (layout.vetoes[0]?.row ?? 0)]?.item.id}`,
      );
    });

    it('asks which of two score sheets is meant, hidden and renamed ones too, and which column, each once', async () => {
      const two = await twoScoreSheets(blank, 'hidden');
      await watched.openFile({ name: '两张.xlsx', bytes: two });
      await page.getByText('这份工作簿里有 2 张评分表').waitFor();
      await page.getByRole('radio', { name: '副本（隐藏）' }).click();
      await page.getByText('工作表“副本”').waitFor();
      await chooseColumn(page, 'self');
      await page.getByRole('button', { name: '重新读取' }).click();
      await page.getByText('工作表“副本”').waitFor();
      await page.getByText(/^写入 D 列/).waitFor();
      await page.getByRole('radio', { name: SHEET, exact: true }).click();
      await page.getByText(`工作表“${SHEET}”`).waitFor();
      await page.getByText(/^写入 D 列/).waitFor();
      await expect.poll(() => columnQuestion(page).count()).toBe(0);
    });

    describe('the column that is written', () => {
      const filled = () => fillSheet(blank, scheme, fillingOf(scheme, 87, 12));
      const written = () =>
        page
          .getByRole('status')
          .filter({ hasText: /^写入 [DE] 列/ })
          .textContent();

      it('is none until the user says which: everything is shown, and nothing can be written', async () => {
        await watched.openFile({ name: '新.xlsx', bytes: filled() });
        await columnQuestion(page).waitFor();
        const names = await columnQuestion(page).getByRole('button').allInnerTexts();
        expect(names.map((text) => text.split('\n'))).toEqual([
          [columns.basic.self, `加分项：${columns.bonus.self}`, 'D 列，由单位填写；已有 130 分'],
          [columns.basic.association, `加分项：${columns.bonus.association}`, 'E 列，由评分方填写；已有 99 分'],
        ]);
        // Nothing to tap: neither credits, nor what changes many cells.
        await expect.poll(() => page.getByRole('listitem').getByRole('group').count()).toBe(0);
        await expect.poll(() => page.getByRole('group', { name: '整表操作' }).count()).toBe(0);
        const first = await page.locator(`#item-${item.item.id}`).innerText();
        expect(first).toContain(columns.basic.self);
        expect(first).toMatch(/D7\s*E7/);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.getByRole('button', { name: '在表格里选中 D7' }).press('Enter');
        await expect.poll(() => page.getByText('未保存', { exact: true }).count()).toBe(0);
        expect(await findAxeViolations(page)).toEqual([]);
      });

      it('is named as the document heads it, at every item, and takes the focus when it is chosen', async () => {
        await columnQuestion(page).getByRole('button').nth(1).press('Enter');
        await expect
          .poll(() => written())
          .toBe(`写入 E 列：${columns.basic.association}，加分项：${columns.bonus.association}`);
        await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^写入 E 列/);
        const rowOf = (place: ItemPlace | undefined) => page.locator(`#item-${place?.item.id}`).textContent();
        const [basic, bonus] = [await rowOf(item), await rowOf(layout.bonus.items[0])];
        expect(basic).toContain(`${columns.basic.self} 8`);
        expect(basic).toContain(`${columns.basic.association} 0`);
        expect(bonus).toContain(`${columns.bonus.self} 10`);
        expect(bonus).toContain(`${columns.bonus.association} 10`);
        const headings = Object.values(columns).flatMap(({ self, association }) => [self, association]);
        headings.sort((a, b) => b.length - a.length);
        const panel = (await page.getByRole('tabpanel').textContent()) ?? '';
        const rest = headings.reduce((text, heading) => text.replaceAll(heading, ''), panel);
        expect(rest).not.toMatch(/自评|协会评|评分 \d/);
      });

      it('stays over every re-read, and is asked again for another file only', async () => {
        await open(filled(), 'self');
        for (let times = 0; times < 2; times += 1) {
          await page.getByRole('button', { name: '重新读取' }).click();
          await untilRead(page);
          await page.getByText(/^写入 D 列/).waitFor();
          await page.getByText('总计 130 分').waitFor();
          await expect.poll(() => columnQuestion(page).count()).toBe(0);
        }
        await groupOf(page, item.item.text.slice(0, 8)).getByRole('button', { name: /^5 分/ }).click();
        await page.getByText('总计 127 分').waitFor();
        await expect.poll(() => page.locator(`tr[aria-rowindex="${item.row}"] td`).nth(3).textContent()).toBe('5');
        await expect.poll(() => written()).toMatch(/^写入 D 列/);
        await watched.openFile({ name: '再来.xlsx', bytes: filled() });
        await columnQuestion(page).waitFor();
        await expect.poll(() => page.getByText(/^写入/).count()).toBe(0);
      });

      it('is changed in two steps, which name both columns, and not by an Escape', async () => {
        await open(filled());
        const change = page.getByRole('button', { name: '换一栏' });
        const dialog = page.getByRole('dialog', { name: '改填另一栏？' });
        await change.click();
        await dialog
          .getByText(`现在写入 E 列“${columns.basic.association}”（加分项“${columns.bonus.association}”）`)
          .waitFor();
        await dialog.getByText(`D 列“${columns.basic.self}”（加分项“${columns.bonus.self}”）`).waitFor();
        expect(await findAxeViolations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await expect.poll(() => written()).toMatch(/^写入 E 列/);
        await expect.poll(() => change.evaluate((button) => button === document.activeElement)).toBe(true);
        await change.click();
        await dialog.getByRole('button', { name: '不改' }).click();
        await dialog.waitFor({ state: 'detached' });
        await expect.poll(() => written()).toMatch(/^写入 E 列/);
        await changeColumn(page);
        await expect.poll(() => written()).toMatch(/^写入 D 列/);
        await page.getByText('总计 130 分').waitFor();
        await expect.poll(() => page.getByText('未保存', { exact: true }).count()).toBe(0);
      });
    });

    describe('at 320 px', () => {
      beforeAll(async () => {
        await page.setViewportSize({ width: 320, height: 720 });
        const bytes = fillSheet(blank, scheme, fillingOf(scheme, 87, 12), { D8: null, E9: 2, E12: '优', E51: '发生' });
        await watched.openFile({ name: '窄.xlsx', bytes });
        // Sections out of sight are not drawn; here all are to be looked at.
        await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
      });

      describe.each(['asking for the column', 'scoring', 'asking whether to change the column'])('%s', (stage) => {
        beforeAll(async () => {
          if (stage === 'scoring') await chooseColumn(page, 'association');
          if (stage.endsWith('change the column')) await page.getByRole('button', { name: '换一栏' }).click();
        });
        it.each([
          ['light', 'none'],
          ['dark', 'none'],
          ['light', 'active'],
          ['dark', 'active'],
        ] as const)('has no fault of accessibility, %s and forced colours %s', async (colorScheme, forcedColors) => {
          await page.emulateMedia({ colorScheme, forcedColors });
          await page.waitForFunction((wanted) => document.documentElement.style.colorScheme === wanted, colorScheme);
          expect(await findAxeViolations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        });
      });
    });
  });

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

/** Parts whose unpacked bytes differ, and parts that only one package has. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const open = (bytes: Uint8Array) => {
    const zip = new ZipReader(bytes, '评分表.xlsx', INTAKE_LIMITS);
    return new Map(
      findEntries(bytes, '评分表.xlsx', INTAKE_LIMITS).entries.map(({ name }) => [name, Buffer.from(zip.read(name))]),
    );
  };
  const [old, fresh] = [open(before), open(after)];
  const names = new Set([...old.keys(), ...fresh.keys()]);
  return [...names].filter((name) => {
    const [a, b] = [old.get(name), fresh.get(name)];
    return a === undefined || b === undefined || !a.equals(b);
  });
}
