/** What a button of 查看与打印 says that it prints is what comes out of the printer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesOf, tellAlone, tellPrinted } from '../../addin/page/print-choice.ts';
import { startBrowser } from '../office-host/browser.ts';
import { builtPageFile } from '../support/build-pane.ts';
import { writeSample } from '../support/sample-file.ts';
import { missing } from '../support/tools.ts';

/** How many sheets of paper a button speaks of. */
function readSheets(word: string): number {
  const [pages] = /(\d+)(?= 页)/.exec(word) ?? [];
  const [forms] = /(\d+)(?= 份)/.exec(word) ?? [];
  return Number(pages ?? forms ?? 1);
}

it.each([1, 2, 5])('in words: of parts of one page and of %s pages', (count) => {
  const parts = [
    { name: '甲', book: '册', first: 0, count },
    { name: '乙', book: '册', first: count, count: 1 },
  ];
  for (const copies of [null, 1, 2, 20]) {
    expect(readSheets(tellPrinted(parts, copies))).toBe(pagesOf(parts, copies ?? 1).length);
    for (const part of parts) expect(readSheets(tellAlone(part, copies))).toBe(pagesOf([part], copies ?? 1).length);
  }
});

describe.skipIf(missing('chromium'))('on the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'print-amounts-'));
  const roster = path.join(folder, '有错.xlsx');
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await writeSample(roster, 'shanghai-security-2024', { flawed: true });
    browser = await startBrowser();
    page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
    await page.addInitScript(() => {
      globalThis.print = () => {
        document.title = `printed ${document.querySelectorAll('.printed-alone section').length}`;
      };
    });
    await page.goto(pathToFileURL(await builtPageFile()).href);
    await page.getByLabel('选择总名册').setInputFiles(roster);
    await page.getByRole('heading', { name: '取表' }).waitFor({ timeout: 60_000 });
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const press = async (name: string): Promise<number> => {
    await page.evaluate(() => {
      document.title = '';
    });
    await page.getByRole('button', { name, exact: true }).first().click();
    await expect.poll(() => page.title(), { timeout: 60_000 }).toMatch(/^printed/);
    return Number((await page.title()).replace('printed ', ''));
  };
  const turned = () => page.getByText(/^第 .* 页，共 \d+ 页$/).innerText();

  it('opens the report at the sheets that it says are there to be printed, and prints these', async () => {
    await page.getByRole('button', { name: '查看与打印资格审查报告' }).click();
    const button = page.getByRole('button', { name: /^打印这 \d+ 页$/ });
    await button.waitFor({ timeout: 60_000 });
    const said = (await page.locator('section[aria-label^="第"] svg').first().textContent()) ?? '';
    const [sentence = ''] = /供打印的是.*?；/.exec(said) ?? [];
    const sheets = [...sentence.matchAll(/“(.+?)”/g)].map(([, name]) => name);
    const field = page.getByRole('combobox', { name: '看哪些、打印哪些' });
    const [chosen] = await field.locator('option:checked').allInnerTexts();
    const name = await button.innerText();
    expect(chosen).toBe(`供打印的：${sheets.join('、')}（${readSheets(name)} 页）`);
    expect(await press(name)).toBe(readSheets(name));
    await field.selectOption('all');
    await page.getByRole('button', { name: /^打印全部/ }).waitFor();
    await page.getByRole('button', { name: '返回' }).click();
  }, 120_000);

  it.each([
    ['审批表', 6],
    ['资格审查报告', 200],
    ['名册', 200],
    ['公示名单', 200],
  ])(
    '%s',
    async (title, most) => {
      await page.getByRole('button', { name: `查看与打印${title}` }).click();
      await page.getByRole('button', { name: /^打印(?:全部|这 )/ }).waitFor({ timeout: 60_000 });
      const told = new Map<string, number>();
      // Each list says its own on every page of it; of forms the first few do.
      for (let turns = 0, before = ''; turns < most && before !== (await turned()); turns += 1) {
        before = await turned();
        const buttons = page.getByRole('button', { name: /^(?:打印全部|打印这 |只打印这)/ });
        const names = await buttons.evaluateAll((all) => all.map((each) => each.ariaLabel ?? each.textContent));
        for (const name of names) if (!told.has(name)) told.set(name, await press(name));
        await page.keyboard.press('PageDown');
      }
      expect([...told].filter(([name, printed]) => readSheets(name) !== printed)).toEqual([]);
      expect(told.size).toBeGreaterThan(title === '公示名单' ? 0 : 2);
      await page.getByRole('button', { name: '返回' }).click();
    },
    120_000,
  );
});
