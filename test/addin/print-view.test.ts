/** 查看与打印 in a browser: pages are looked at, turned, found and printed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import { builtPageFile } from '../support/build-pane.ts';
import { findAxeViolations } from '../support/axe.ts';
import { dropOnPage } from '../support/drop-on-page.ts';
import { missing } from '../support/tools.ts';

const SCHEME = '2024年度上海内保工作先进集体、先进个人评选表彰';
const PAPERS = 'section[aria-label^="第"]';
/** How often the page has its turn at least while 1178 pages are made ready. */
const TURNS = 100;

interface Watched {
  turns: number;
  printed: number;
  /** How many sheets stood ready each time. */
  sheets: number[];
}

describe.skipIf(missing('chromium', 'pdfinfo', 'pdftotext'))('pages to look at and to print', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'print-view-'));
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  const watched = () => page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);

  beforeAll(async () => {
    await builtPageFile();
    browser = await startBrowser();
    const context = await browser.newContext({
      offline: true,
      locale: 'zh-CN',
      viewport: { width: 1280, height: 900 },
    });
    context.on('weberror', (error) => faults.push(String(error.error())));
    await context.addInitScript(() => {
      const seen: Watched = { turns: 0, printed: 0, sheets: [] };
      Object.assign(globalThis, {
        watched: seen,
        print: () => {
          seen.printed += 1;
          seen.sheets.push(document.querySelectorAll('.printed-alone section').length);
        },
      });
      setInterval(() => {
        seen.turns += 1;
      });
    });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(pathToFileURL(await builtPageFile()).href);
    await page.getByRole('button', { name: `用虚构名册试一遍：${SCHEME}` }).click();
    await page.getByRole('button', { name: '查看与打印审批表' }).click();
    await page.getByText('第 1、2 页，共 589 页').waitFor({ timeout: 60_000 });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const shown = () => page.locator(`${PAPERS} svg text`, { hasText: '审批表' });

  const shownPaper = () => page.locator(`${PAPERS} svg`).first();

  it('shows two pages, and only these stand in the page', async () => {
    await shown().first().waitFor();
    expect(await page.locator(`${PAPERS} svg`).count()).toBe(2);
    expect(await page.locator(PAPERS).first().getAttribute('aria-label')).toMatch(/^第 1 页：2024-0001-/);
  });

  it('leaves how many copies are wanted to its own field', async () => {
    expect(await page.getByRole('spinbutton', { name: '每份印几份' }).inputValue()).toBe('2');
    expect(await page.getByText('办法要求一式').count()).toBe(0);
  });

  it('gives axe nothing to find', async () => {
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('turns by keys, to the last page and back', async () => {
    await page.keyboard.press('PageDown');
    await page.getByText('第 3、4 页，共 589 页').waitFor();
    await page.keyboard.press('End');
    await page.getByText('第 589 页，共 589 页').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('第 587、588 页，共 589 页').waitFor();
    await page.keyboard.press('Home');
    await page.getByText('第 1、2 页，共 589 页').waitFor();
  });

  it('finds a form by what stands on it', async () => {
    await page.keyboard.press('End');
    const [name = ''] = /(?<=：).*/.exec((await page.locator(PAPERS).first().getAttribute('aria-label')) ?? '') ?? [];
    await page.keyboard.press('Home');
    await page
      .getByRole('textbox', { name: '查找某一页' })
      .or(page.getByRole('searchbox', { name: '查找某一页' }))
      .fill(name);
    await page.keyboard.press('Enter');
    await page.getByText('第 589 页，共 589 页').waitFor();
    await page.getByText(`${name} 找到的`).waitFor();
  });

  it('makes all ready in as many copies as the document asks for, each twice in a row, without keeping the page waiting', async () => {
    const { turns } = await watched();
    await page.getByRole('button', { name: '打印全部 1178 份' }).click();
    await expect.poll(async () => (await watched()).printed, { timeout: 60_000 }).toBe(1);
    expect((await watched()).turns - turns).toBeGreaterThan(TURNS);
    const texts = await page
      .locator('.printed-alone section')
      .evaluateAll((all) => all.map((each) => each.textContent));
    expect(texts).toHaveLength(1178);
    expect(texts.filter((text, at) => text !== texts[at - (at % 2)])).toEqual([]);
    expect(new Set(texts).size).toBe(589);
  });

  it('prints one, that at the right too, on paper of its size, and nothing else', async () => {
    await page.keyboard.press('Home');
    await page.getByText('第 1、2 页，共 589 页').waitFor();
    const label = (await page.locator(PAPERS).nth(1).getAttribute('aria-label')) ?? '';
    const text = await page.locator(PAPERS).nth(1).textContent();
    await page.getByRole('spinbutton', { name: '每份印几份' }).fill('3');
    await page.getByRole('button', { name: `只打印这一份（共 3 页）：${label.replace('第 2 页：', '')}` }).click();
    await expect.poll(async () => (await watched()).printed).toBe(2);
    expect(await page.locator('.printed-alone section').first().textContent()).toBe(text);
    const file = path.join(folder, 'one.pdf');
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(info).toMatch(/Pages: +3\n/);
    expect(info).toMatch(/Page size: +59[45][.\d]* x 84[12]/);
    const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, 3);
    expect(pages[0]).toContain('审批表');
    expect(pages[0]).not.toContain('打印');
    expect(new Set(pages).size).toBe(1);
  });

  it('shows and prints one district alone, and goes back to all for a page of another', async () => {
    const { printed } = await watched();
    const field = page.getByRole('combobox', { name: '看哪些、打印哪些' });
    const labels = await field.locator('option').allInnerTexts();
    const [, label = ''] = labels;
    const count = Number(/（(\d+) 份）$/.exec(label)?.[1]);
    expect(labels[0]).toBe('全部（589 份）');
    expect(labels.slice(1).reduce((sum, each) => sum + Number(/（(\d+) 份）$/.exec(each)?.[1]), 0)).toBe(589);
    await field.selectOption({ label });
    await page.getByText(`第 1、2 页，共 ${count} 页`).waitFor();
    await page.getByRole('spinbutton', { name: '每份印几份' }).fill('1');
    await page.getByRole('button', { name: `打印这 ${count} 份` }).click();
    await expect.poll(async () => (await watched()).printed).toBe(printed + 1);
    expect((await watched()).sheets.at(-1)).toBe(count);
    await field.selectOption({ label: labels.at(-1) ?? '' });
    await page.getByRole('searchbox', { name: '查找某一页' }).fill('2024-0001');
    await page.keyboard.press('Enter');
    await page.getByText('共 589 页').waitFor();
  });

  it('prints once, and all of it, where it is asked again while pages are made ready', async () => {
    const { printed } = await watched();
    await page.getByRole('spinbutton', { name: '每份印几份' }).fill('1');
    await page.getByRole('button', { name: '打印全部 589 份' }).waitFor();
    // One right after the other: all pages are ready within a second.
    await page.keyboard.press('Control+p');
    await page.keyboard.press('Control+p');
    await page.getByText('正在准备打印').waitFor();
    await page.getByRole('button', { name: '打印全部 589 份' }).waitFor({ timeout: 60_000 });
    expect((await watched()).sheets.slice(printed)).toEqual([589]);
  });

  it('goes back to where one was, and prints nothing from there', async () => {
    const { printed } = await watched();
    await page.keyboard.press('Control+p');
    await page.getByText('正在准备打印').waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('heading', { name: '取表' }).waitFor();
    // The stack goes when the work on it ends.
    await page.locator('.printed-alone').waitFor({ state: 'detached' });
    expect((await watched()).printed).toBe(printed);
    expect(await page.locator(PAPERS).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('says that the pages are no more where another workshop has taken the place of theirs, and prints no blank paper', async () => {
    const { printed } = await watched();
    await page.getByRole('button', { name: '查看与打印公示名单' }).click();
    await shownPaper().waitFor();
    await page.workers()[0]?.evaluate(() => {
      self.close();
    });
    await expect.poll(() => page.workers().length).toBe(0);
    // It is refused by a new workshop, and the pages stay open.
    await dropOnPage(page, 'main', [path.resolve('package.json')]);
    await page.getByRole('alert').filter({ hasText: 'package.json' }).waitFor();
    await page.keyboard.press('Control+p');
    await page.getByText('要打印的内容已经不在了，请再点一次“查看与打印”。').waitFor();
    await page.getByRole('heading', { name: '取表' }).waitFor();
    await page.locator('.printed-alone').waitFor({ state: 'detached' });
    expect((await watched()).printed).toBe(printed);
    expect(faults).toEqual([]);
  }, 60_000);
});
