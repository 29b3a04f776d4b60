/** The score panel from opening to the saved file, in a browser without Excel, as a person works it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { INTAKE_LIMITS } from '../../ooxml/read/intake-limits.ts';
import { findEntries } from '../../ooxml/zip/zip-directory.ts';
import { ZipReader } from '../../ooxml/zip/zip-reader.ts';
import { openFileReader } from '../../workbook/score-sheet/read-returned-file.ts';
import { openScoreSheetReader } from '../../workbook/score-sheet/read-score-sheet.ts';
import { fingerprintBlank } from '../../workbook/score-sheet/score-sheet-identity.ts';
import { fillingOf, fillSheet, fullFilling } from '../support/filled-sheets.ts';
import { changeColumn, chooseColumn, columnQuestion, type WatchedPage } from '../support/pane-page.ts';
import { missing } from '../support/tools.ts';
import { twoScoreSheets } from './sample-workbooks.ts';
import { allItems, basicItems, layout, scheme, SHEET, UNIT } from './score-fixture.ts';
import { groupOf, item, setUpScorePage, type ScorePage } from './score-page.ts';

describe.skipIf(missing('chromium', 'openssl'))('the score panel', () => {
  const opened = setUpScorePage();
  let page: Page;
  let watched: WatchedPage;
  let blank: Uint8Array;
  let file: string;
  let open: ScorePage['open'];
  beforeAll(() => {
    ({ page, watched, blank, open, file } = opened());
  });

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
});

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
