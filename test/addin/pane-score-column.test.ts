/** Which column the score panel writes: none until the user says which, and that one alone. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ItemPlace } from '../../workbook/score-sheet/score-sheet-places.ts';
import { findAxeViolations } from '../support/axe.ts';
import { fillingOf, fillSheet } from '../support/filled-sheets.ts';
import { changeColumn, columnQuestion, type WatchedPage } from '../support/pane-page.ts';
import { missing } from '../support/tools.ts';
import { layout, scheme } from './score-fixture.ts';
import { columns, groupOf, item, setUpScorePage, untilRead, type ScorePage } from './score-page.ts';

describe.skipIf(missing('chromium', 'openssl'))('the column that is written', () => {
  const opened = setUpScorePage();
  let page: Page;
  let watched: WatchedPage;
  let blank: Uint8Array;
  let open: ScorePage['open'];
  beforeAll(() => {
    ({ page, watched, blank, open } = opened());
  });
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
