/** The clerk's page, built and in a browser: a roster in, what is wrong with it, and the way on wherever somebody stops. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { builtPane } from '../support/build-pane.ts';
import { firstPaintBytes } from '../support/pane-scripts.ts';
import { runCli } from '../support/run-cli.ts';
import { missing } from '../support/tools.ts';
import { isSeen, SCHEME, setUpClerkPage } from './clerk-page.ts';

const LARGE = '2024年度上海内保工作先进集体、先进个人评选表彰';

describe.skipIf(missing('chromium', 'openssl'))('the page', () => {
  const clerk = setUpClerkPage();

  it('paints at first with as little script as the pane', async () => {
    expect(firstPaintBytes(await builtPane(), 'page.html')).toBeLessThanOrEqual(250_000);
  });

  it('says where to begin, for every scheme, and axe finds nothing', async () => {
    const schemes = JSON.parse(runCli('schemes', '--json').stdout) as { schemes: { title: string }[] };
    expect(schemes.schemes.length).toBeGreaterThan(3);
    for (const { title } of schemes.schemes) {
      await clerk.page.getByRole('button', { name: `空白总名册：${title}` }).waitFor();
    }
    expect(await findAxeViolations(clerk.page)).toEqual([]);
  });

  it('shows the figures that the command line gives of the same roster, and opens what each counts', async () => {
    await clerk.open(clerk.flawed);
    const { summary } = JSON.parse(runCli('check', clerk.flawed, '--json').stdout) as {
      summary: { nominees: number; cleared: number; violations: number; questions: number };
    };
    expect(summary.violations).toBeGreaterThan(5);
    expect(await clerk.figure('推荐')).toBe(summary.nominees);
    expect(await clerk.figure('通过审查')).toBe(summary.cleared);
    expect(await clerk.figure('违规')).toBe(summary.violations);
    expect(await clerk.figure('待确认')).toBe(summary.questions);
    // What there is to do stands in front.
    await clerk.page.getByRole('heading', { name: '审查结果：违规' }).waitFor();
    await clerk.page.getByRole('button', { name: /没有通过/ }).click();
    await clerk.page.getByRole('heading', { name: '没有通过的推荐' }).waitFor();
    const held = clerk.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: clerk.page.getByText(/^(不符合|须更正|待确认)$/) });
    // Each opens its card, what decided in front.
    const [first] = await held.getByRole('button').allInnerTexts();
    await held.getByRole('button').first().click();
    await clerk.page
      .getByRole('complementary', { name: /的情况$/ })
      .getByText(first?.split(' ').at(-1) ?? '')
      .first()
      .waitFor();
    await clerk.page.keyboard.press('Escape');
    expect(await held.count()).toBe(Math.min(100, summary.nominees - summary.cleared));
    expect(await findAxeViolations(clerk.page)).toEqual([]);
  });

  it('takes a roster dropped anywhere, also where one is open, and shows it from the beginning', async () => {
    const drop = async (file: string) => {
      const bytes = readFileSync(file).toString('base64');
      const data = await clerk.page.evaluateHandle(
        ({ base64, name }) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
          return transfer;
        },
        { base64: bytes, name: path.basename(file) },
      );
      await clerk.page.dispatchEvent('h1', 'drop', { dataTransfer: data });
      await clerk.page.getByRole('banner').getByText(path.basename(file)).waitFor();
    };
    // Until the schemes are there the page is at work.
    await clerk.page.getByRole('button', { name: `空白总名册：${SCHEME.title}` }).waitFor();
    await drop(clerk.flawed);
    await clerk.page.getByRole('heading', { name: '审查结果：违规' }).waitFor();
    await clerk.page.getByRole('button', { name: /没有通过/ }).click();
    await drop(clerk.roster);
    await clerk.page.getByRole('heading', { name: '没有通过的推荐' }).waitFor({ state: 'detached' });
    expect(await clerk.figure('违规')).toBe(0);
  });

  it('can be read enlarged to 400 %: nothing stands out at the side, and the header gives way', async () => {
    await clerk.page.setViewportSize({ width: 320, height: 256 });
    const sticksOut = () =>
      clerk.page
        .locator('main *')
        .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > 320.5).length);
    expect(await sticksOut()).toBe(0);
    await clerk.open(clerk.flawed);
    expect(await sticksOut()).toBe(0);
    await clerk.page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    expect(await isSeen(clerk.page.getByRole('banner'))).toBe(false);
  });

  it('hands out an empty roster and opens an invented one, by keyboard alone', async () => {
    const empty = clerk.page.getByRole('button', { name: `空白总名册：${SCHEME.title}` });
    const download = clerk.page.waitForEvent('download');
    await empty.focus();
    await clerk.page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe(`${SCHEME.title}总名册（空白）.xlsx`);
    await clerk.page.getByRole('button', { name: `用虚构名册试一遍：${SCHEME.title}` }).focus();
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByRole('heading', { name: '取表' }).waitFor();
    expect(await clerk.figure('违规')).toBe(0);
    await clerk.page.getByRole('button', { name: '开始页' }).focus();
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByRole('heading', { name: '把总名册拖到这里' }).waitFor();
  });

  it('says what is wrong with a file in one sentence, without a command or an option, and leaves the way on', async () => {
    const broken = path.join(clerk.folder, '坏.xlsx');
    writeFileSync(broken, '<html>');
    await clerk.page.getByLabel('选择总名册').setInputFiles(broken);
    const bar = clerk.page.getByText(/坏\.xlsx/);
    await bar.waitFor();
    expect(await clerk.page.locator('body').innerText()).not.toMatch(/npx|--[a-z]/);
    await clerk.open(clerk.roster);
  });

  it('stops when it is told to, and can then do something else', async () => {
    await clerk.page.getByRole('button', { name: `用虚构名册试一遍：${LARGE}` }).click();
    await clerk.page.getByRole('heading', { name: '取表' }).waitFor();
    const downloads: string[] = [];
    clerk.page.on('download', (each) => downloads.push(each.suggestedFilename()));
    await clerk.page.getByRole('button', { name: '取评分表', exact: true }).click();
    await clerk.page.getByText(/正在生成评分表 \d+\/\d+/).waitFor();
    await clerk.page.getByRole('button', { name: '取消' }).click();
    await clerk.page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    await clerk.page.getByRole('button', { name: '取评分表', exact: true }).click();
    await clerk.page.getByText(/正在生成评分表 \d+\/\d+/).waitFor();
    await clerk.page.keyboard.press('Escape');
    await clerk.page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    expect(downloads).toEqual([]);
    await clerk.take('公示名单');
  });
});
