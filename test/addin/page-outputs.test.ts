/** What the clerk's page makes of a roster: what the command line makes of it, to be saved or into a folder. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSample } from '../support/sample-file.ts';
import { missing } from '../support/tools.ts';
import { isSeen, partsOf, readWorkbooks, SCHEME, setUpClerkPage } from './clerk-page.ts';

/** The names under which the command line is asked for what the page names itself. */
const SINGLE = { check: '资格审查报告', rosters: '名册', notice: '公示名单' } as const;

describe.skipIf(missing('chromium', 'openssl'))('outputs of the page', () => {
  const clerk = setUpClerkPage();

  it('makes what the command line makes, part by part: lists, forms, and all at once', async () => {
    await clerk.open(clerk.roster);
    for (const [command, name] of Object.entries(SINGLE)) {
      const expected = path.join(clerk.folder, `${command}.xlsx`);
      runCli(command, clerk.roster, '--out', expected);
      const made = await clerk.take(name);
      expect(made.name).toBe(`${name}（${SCHEME.title}）.xlsx`);
      expect(partsOf(made.bytes)).toEqual(partsOf(readFileSync(expected)));
    }
    const all = path.join(clerk.folder, 'all');
    runCli('all', clerk.roster, '--out', all);
    const zip = await clerk.take('全部');
    expect(zip.name).toBe(`全部（${SCHEME.title}）.zip`);
    const unzipped = new Map(Object.entries(unzipSync(zip.bytes)).map(([name, bytes]) => [name, partsOf(bytes)]));
    const expected = readWorkbooks(all);
    expect(expected.size).toBeGreaterThan(3);
    expect(unzipped).toEqual(expected);
    expect(await findAxeViolations(clerk.page)).toEqual([]);
  });

  it('moves nothing by what it says, leads to what has to be seen to, and is closed', async () => {
    const { page } = clerk;
    await clerk.open(clerk.flawed);
    const stand = () =>
      page
        .getByRole('button', { name: /^取/ })
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top + scrollY));
    const before = await stand();
    await clerk.take('名册');
    expect(await stand()).toEqual(before);
    const bar = page.getByRole('group').filter({ hasText: '已交给浏览器下载' });
    const opens = bar.getByRole('button', { name: /^要处理的 \d+ 项，说明 \d+ 条$/ });
    // On one line, until somebody wants to know more.
    expect(await heightOf(bar)).toBeLessThan(48);
    expect(await bar.getByRole('listitem').count()).toBe(0);
    // What is longer than the line pushes no button out of the window.
    for (const button of [opens, bar.getByRole('button', { name: '关闭提示' })])
      expect(await button.evaluate((each) => each.getBoundingClientRect().right)).toBeLessThanOrEqual(1280);
    await opens.click();
    const way = bar.getByRole('button', { name: /^看没有通过审查的推荐/ });
    const count = Number((await way.innerText()).replace(/\D/g, ''));
    expect(count).toBe(await clerk.figure('没有通过'));
    await way.click();
    await page.getByRole('heading', { name: '没有通过审查的推荐' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('没有通过审查的推荐');
    expect(await heightOf(bar)).toBeLessThan(48);
    await opens.click();
    await bar.getByRole('button', { name: /^还有 \d+ 项$/ }).click();
    await bar.getByRole('button', { name: /^看隐藏的行/ }).click();
    await page.getByRole('heading', { name: '隐藏的行', exact: true }).waitFor();
    expect(await page.getByRole('searchbox', { name: '查找审查结果' }).inputValue()).toBe('');
    await page
      .getByRole('region', { name: '隐藏的行', exact: true })
      .getByRole('listitem')
      .filter({ hasText: '隐藏的行' })
      .waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await bar.getByRole('button', { name: '关闭提示' }).click();
    expect(await bar.count()).toBe(0);
  });

  it('brings what it says into view, and a draft is said first and in another colour', async () => {
    await clerk.page.setViewportSize({ width: 1280, height: 500 });
    await clerk.open(clerk.flawed);
    for (const title of ['名册', '全部']) {
      await clerk.page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
      });
      await clerk.take(title);
      const bar = clerk.page.getByRole('status').filter({ hasText: '已交给浏览器下载' });
      expect(await bar.innerText()).toMatch(/。未定稿/);
      expect(await isSeen(bar)).toBe(true);
    }
    expect(await findAxeViolations(clerk.page)).toEqual([]);
  });

  it.each([
    [1280, 800, 0.1],
    // At 400 %.
    [320, 256, 0.4],
  ])('leaves the keyboard in sight, and the page to be read, at %s × %s', async (width, height, most) => {
    const { page } = clerk;
    await page.setViewportSize({ width, height });
    await clerk.open(clerk.flawed);
    const button = page.getByRole('button', { name: '取名册', exact: true });
    await button.evaluate((each) => {
      each.scrollIntoView({ block: 'end' });
      // At the very edge of the window, where the bar comes.
      scrollBy(0, each.getBoundingClientRect().bottom - innerHeight);
    });
    const saved = page.waitForEvent('download');
    await button.press('Enter');
    await saved;
    const bar = page.getByRole('group').filter({ hasText: '已交给浏览器下载' });
    await bar.waitFor();
    const top = await bar.evaluate((each) => each.getBoundingClientRect().top);
    expect(height - top).toBeLessThan(most * height);
    await expect
      .poll(() => button.evaluate((each) => each === document.activeElement && each.getBoundingClientRect().bottom))
      .toBeLessThanOrEqual(top + 1);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('says of an empty roster why there is nothing to make of it, where it is seen', async () => {
    const empty = path.join(clerk.folder, '空白.xlsx');
    runCli('sample', '--scheme', SCHEME.id, '--empty', '--out', empty);
    await clerk.page.setViewportSize({ width: 1280, height: 500 });
    await clerk.open(empty);
    const forms = clerk.page.getByRole('listitem').filter({ hasText: '每个推荐一份' });
    await forms.getByRole('button', { name: /^取/ }).click();
    const fault = clerk.page.getByRole('alert').filter({ hasText: '没有生成' });
    await fault.waitFor();
    expect(await fault.innerText()).toMatch(/总名册里还没有可以列入的内容；请先在总名册里填好/);
    expect(await isSeen(fault)).toBe(true);
  });

  it('divides forms as it is told, and makes them for some alone', async () => {
    const { page } = clerk;
    await clerk.open(clerk.roster);
    await page.getByLabel('分册').selectOption('每个推荐一个文件');
    await page.getByLabel('只出这些奖项、单位或编号（推荐表）').fill('科技创新企业、消防公益先进企业');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '去掉消防公益先进企业' }).click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    const expected = path.join(clerk.folder, 'some');
    runCli('forms', clerk.roster, '--by', 'form', '--only', '科技创新企业', '--out', expected);
    const { bytes } = await clerk.take('推荐表');
    const made = Object.entries(unzipSync(bytes)).map(
      ([name, each]) => [name.replace('推荐表/', ''), partsOf(each)] as const,
    );
    expect(made.length).toBeGreaterThan(1);
    expect(new Map(made)).toEqual(readWorkbooks(expected));
    await page.getByRole('button', { name: '去掉科技创新企业' }).click();
    await page.keyboard.type('没有这一家');
    await page.getByRole('button', { name: '取推荐表', exact: true }).click();
    await page.getByText(/“只出这些”指定的“没有这一家”没有对应的推荐/).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('takes a count as it is typed, and makes nothing with one that cannot be', async () => {
    const { page } = clerk;
    await clerk.open(clerk.roster);
    const copies = page.getByLabel(/^每份印几份/);
    await copies.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace');
    for (const title of ['推荐表', '全部']) {
      await page.getByRole('button', { name: `取${title}`, exact: true }).click();
      expect(await copies.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await copies.inputValue()).toBe('');
      await page.getByText('应为 1 到 20 的整数', { exact: true }).waitFor();
    }
    await page.keyboard.type('3');
    expect(await copies.inputValue()).toBe('3');
    expect(await copies.getAttribute('aria-invalid')).not.toBe('true');
  });

  it('marks the days of a notice that cannot be, and offers a length that ends on no weekend', async () => {
    const { page } = clerk;
    await clerk.open(clerk.roster);
    const days = page.getByLabel('公示天数');
    for (const title of ['公示名单', '全部']) {
      await days.fill('0');
      await page.getByRole('button', { name: `取${title}`, exact: true }).click();
      expect(await days.getAttribute('aria-invalid')).toBe('true');
      await page.getByText('应为 1 到 99 的整数', { exact: true }).waitFor();
      expect(await days.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await page.getByRole('alert').filter({ hasText: '没有做成' }).count()).toBe(0);
    }
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('公布日期').fill('2024-12-08');
    await days.fill('7');
    await page.getByText('最后一天2024年12月15日是星期日。').waitFor();
    await page.getByRole('button', { name: '改为 8 天，到星期一' }).click();
    expect(await days.inputValue()).toBe('8');
    expect(JSON.stringify([...partsOf((await clerk.take('公示名单')).bytes)])).toContain('12月16日');
  });

  it('puts the days of the notice into all that is made at once', async () => {
    await clerk.open(clerk.roster);
    await clerk.page.getByLabel('公布日期').fill('2024-12-10');
    await clerk.page.getByLabel('公示天数').fill('7');
    const single = partsOf((await clerk.take('公示名单')).bytes);
    expect(JSON.stringify([...single])).toContain('12月10日');
    const inside = unzipSync((await clerk.take('全部')).bytes)['公示名单.xlsx'];
    expect(inside && partsOf(inside)).toEqual(single);
  });

  it('keeps the days for a mended roster of the scheme, which opens at its top, and for no other scheme', async () => {
    const { page } = clerk;
    const readDays = async () => [
      await page.getByLabel('公布日期').inputValue(),
      await page.getByLabel('公示天数').inputValue(),
    ];
    const openAnother = async (file: string) => {
      await page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
      });
      await page.getByLabel('另一份总名册').setInputFiles(file);
      await page.getByText(path.basename(file), { exact: true }).waitFor();
    };
    await clerk.open(clerk.flawed);
    await page.getByLabel('公布日期').fill('2024-12-10');
    await page.getByLabel('公示天数').fill('7');
    await openAnother(clerk.roster);
    expect(await readDays()).toEqual(['2024-12-10', '7']);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const other = path.join(clerk.folder, '别的方案.xlsx');
    await writeSample(other, 'inner-mongolia-2024');
    await openAnother(other);
    expect(await readDays()).toEqual(['', '']);
  });
});

function heightOf(part: Locator): Promise<number> {
  return part.evaluate((each) => each.getBoundingClientRect().height);
}
