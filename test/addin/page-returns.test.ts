/** 收评分表 on the clerk's page, from a disk and from a server: what it makes of returned files is what the command line makes of them. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { findAxeViolations } from '../support/axe.ts';
import { builtPageFile, builtPane } from '../support/build-pane.ts';
import { dropOnPage } from '../support/drop-on-page.ts';
import { fillingOf } from '../support/filled-sheets.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { openFiller, UNITS, writeReturns, writeRoster } from '../support/returned-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { missing } from '../support/tools.ts';
import { unpackTexts, withoutCreated } from '../support/unpack.ts';

describe.skipIf(missing('chromium', 'openssl'))('returned score sheets on the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-returns-'));
  const at = (name: string) => path.join(folder, name);
  const [roster, returned] = [at('总名册.xlsx'), at('收到')];
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    await builtPageFile();
    const scheme = await findShanghai();
    const fill = await openFiller(scheme);
    writeReturns(returned, scheme, fill);
    writeFileSync(roster, await writeRoster(scheme));
    const [, , third, fourth, fifth, sixth] = UNITS;
    if (!third || !fourth || !fifth || !sixth) throw new Error('the test has no such units');
    // Another sheet of a unit; one that only the office has filled in; a blank one.
    // It differs in the unit's own column too: of the scorers' alone the unit would not be asked.
    const again = fillingOf(scheme, 99, 1);
    const self = again.scores.self.map((score, item) => (item === 0 ? 0 : score));
    const own = { ...again, scores: { ...again.scores, self } };
    writeFileSync(path.join(returned, '补交.xlsx'), fill(third, own));
    const zipped = fill(fourth, fillingOf(scheme, 98, 2));
    writeFileSync(path.join(returned, '一批.zip'), zipSync({ '浦东/0004.xlsx': zipped, '说明.txt': Buffer.from('x') }));
    // What is no score sheet, in every way; and what nobody need read.
    writeFileSync(path.join(returned, '浦东', '坏.xlsx'), '<html>');
    writeFileSync(path.join(returned, '0005 扫描.pdf'), '%PDF-1.4 invented');
    writeFileSync(
      path.join(returned, '浦东', `${fifth.number} 断.xlsx`),
      fill(fifth, fillingOf(scheme, 90, 0)).slice(0, 4000),
    );
    writeFileSync(path.join(returned, '~$锁.xlsx'), 'x');
    writeFileSync(path.join(returned, '总名册.xlsx'), readFileSync(roster));
    const outside = { ...sixth, number: '9999', name: '名册外的虚构单位' };
    writeFileSync(path.join(returned, '名册外.xlsx'), fill(outside, fillingOf(scheme, 90, 0)));
    mkdirSync(at('命令行'));
    server = await serve(fromFolder(await builtPane()));
    browser = await startBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const openPage = async (address: string, options = {}): Promise<WatchedPage> => {
    const watched = await openPanePage(browser, address, options, (context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      }),
    );
    await watched.page.getByLabel('选择总名册').setInputFiles(roster);
    await watched.page.getByRole('button', { name: '收评分表', exact: true }).click();
    return watched;
  };
  const receive = async (page: Page) => {
    await page.getByLabel('收到的评分表所在的文件夹').setInputFiles(returned);
    await page.getByRole('group', { name: '收件一览' }).waitFor();
  };
  const take = async (page: Page, title: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `取${title}`, exact: true }).click();
    const saved = await download;
    await page.getByText(`已交给浏览器下载“${saved.suggestedFilename()}”`).waitFor();
    return new Uint8Array(readFileSync(await saved.path()));
  };
  const count = async (page: Page, label: string) => {
    const card = page.getByRole('group', { name: '收件一览' }).getByRole('button').filter({ hasText: label });
    return Number((await card.innerText()).replace(/\D/g, ''));
  };

  it.each(['file', 'server'] as const)(
    'are tallied as the command line tallies them, part by part; from a %s',
    async (from) => {
      const [out, filled, notes] = [at(`${from}-汇总.xlsx`), at(`${from}-填好.xlsx`), at(`${from}-通知单`)];
      // The roster stands among the returns, and is one input of the run.
      runCli(
        'collect',
        returned,
        '--roster',
        path.join(returned, '总名册.xlsx'),
        '--out',
        out,
        '--write-roster',
        filled,
        '--notes',
        notes,
      );
      const address = from === 'file' ? pathToFileURL(await builtPageFile()).href : `${server.origin}/page.html`;
      const watched = await openPage(address);
      const { page, context } = watched;
      await receive(page);
      const { units } = JSON.parse(
        runCli(
          'collect',
          returned,
          '--roster',
          path.join(returned, '总名册.xlsx'),
          '--out',
          at('json.xlsx'),
          '--force',
          '--json',
        ).stdout,
      ) as { units: Record<string, number> };
      // A unit that counts and has something to mend stands among those that have.
      const counted = (units['counted'] ?? 0) + (units['blank'] ?? 0) + (units['rejected'] ?? 0);
      expect((await count(page, '已计入')) + (await count(page, '要补正'))).toBe(counted);
      expect(await count(page, '待您决定')).toBe((units['unconfirmed'] ?? 0) + (units['undecided'] ?? 0));
      expect(await count(page, '没有收到')).toBe(units['missing']);
      expect(parts(await take(page, '评分汇总'))).toEqual(parts(readFileSync(out)));
      expect(parts(await take(page, '填入得分的总名册'))).toEqual(parts(readFileSync(filled)));
      const zipped = Object.entries(unzipSync(await take(page, '通知单')));
      const told = new Map(zipped.map(([name, bytes]) => [name.slice(name.indexOf('/') + 1), parts(bytes)]));
      const expected = listWorkbooks(notes).map((name): [string, Map<string, string>] => [
        name,
        parts(readFileSync(path.join(notes, name))),
      ]);
      expect(expected.length).toBeGreaterThan(1);
      expect(told).toEqual(new Map(expected));
      // Of one district alone, with a day of the office's own.
      const some = at(`${from}-黄浦`);
      const choices = ['--notes', some, '--only', '黄浦', '--reply-by', '2025-01-08'];
      runCli('collect', returned, '--roster', roster, '--out', at(`${from}-汇总-2.xlsx`), ...choices);
      const group = page.getByRole('group', { name: '取用' });
      await group.getByLabel('报送截止').fill('2025-01-08');
      await group.getByRole('combobox', { name: '只出这些区' }).fill('黄浦');
      await page.keyboard.press('Enter');
      const [name = '', ...others] = listWorkbooks(some);
      expect([name.startsWith('黄浦/'), others]).toEqual([true, []]);
      // One file is saved as it is.
      expect(parts(await take(page, '通知单'))).toEqual(parts(readFileSync(path.join(some, name))));
      expect(watched.takeFaults()).toEqual([]);
      await context.close();
    },
    120_000,
  );

  it('are not left without a question, and the roster stays until another is open', async () => {
    const watched = await openPage(`${server.origin}/page.html`);
    const { page, context } = watched;
    const heading = page.getByRole('heading', { name: '取表' });
    const next = at('下一份.xlsx');
    copyFileSync(roster, next);
    // Nothing was received yet, and nothing is asked.
    await page.getByRole('button', { name: '开始页' }).click();
    await page.getByLabel('选择总名册').setInputFiles(roster);
    await page.getByRole('button', { name: '收评分表', exact: true }).click();
    await receive(page);
    const question = page.getByRole('dialog');
    for (const stay of ['先不', 'Escape']) {
      await page.getByLabel('另一份总名册').setInputFiles(next);
      await question.getByText(/要重新拖入/).waitFor();
      expect(await findAxeViolations(page)).toEqual([]);
      if (stay === 'Escape') await page.keyboard.press('Escape');
      else await question.getByRole('button', { name: stay }).click();
      await question.waitFor({ state: 'detached' });
      expect(await count(page, '已计入')).toBeGreaterThan(0);
    }
    await page.getByRole('button', { name: '开始页' }).click();
    await question.getByRole('button', { name: '先不' }).click();
    expect(await count(page, '已计入')).toBeGreaterThan(0);
    await page.getByLabel('另一份总名册').setInputFiles(next);
    await question.getByRole('button', { name: '打开“下一份.xlsx”' }).click();
    await page.getByRole('banner').getByText('下一份.xlsx').waitFor();
    await heading.waitFor();
    expect(watched.takeFaults()).toEqual([]);
    await context.close();
  }, 60_000);

  it('stand on the card of their unit, item by item, which is found and printed by keyboard', async () => {
    const watched = await openPage(`${server.origin}/page.html`);
    const { page, context } = watched;
    await receive(page);
    const field = page.getByRole('searchbox', { name: '查单位、姓名、编号' });
    await field.fill('0002');
    await page.getByRole('list', { name: '查到的' }).getByRole('button').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const card = page.getByRole('complementary', { name: '虚构单位0002的情况' });
    await card.getByRole('heading', { name: /收到的评分表：已计入/ }).waitFor();
    expect(await card.getByRole('listitem').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('依据：'), expect.stringContaining('0002 虚构单位0002.xlsx')]),
    );
    expect(await card.getByRole('row').count()).toBeGreaterThan(20);
    expect(await findAxeViolations(page)).toEqual([]);
    // What goes to the printer is the card alone.
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await card.getByRole('button', { name: '打印这一页' }).press('Enter');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => document.body.innerText)).toMatch(/^2024年度/);
    expect(await page.locator('#root').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await card.getByRole('button', { name: '打印这一页' }).press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(watched.takeFaults()).toEqual([]);
    await context.close();
  }, 60_000);

  it('are received while mends are asked for, and then stand on the card that is open', async () => {
    const watched = await openPage(`${server.origin}/page.html`);
    const { page, context } = watched;
    await page.getByRole('searchbox', { name: '查单位、姓名、编号' }).waitFor();
    // Receiving takes as long as the test likes.
    await page.evaluate(`{
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        const send = () => post.call(this, message, ...rest);
        if (message.method === 'receive') globalThis.receiveNow = send;
        else send();
      };
    }`);
    await page.getByLabel('收到的评分表所在的文件夹').setInputFiles(returned);
    await page.waitForFunction('globalThis.receiveNow !== undefined');
    await page.getByRole('button', { name: '自动改正写法', exact: true }).click();
    await page.getByRole('searchbox', { name: '查单位、姓名、编号' }).fill('0002');
    await page.getByRole('list', { name: '查到的' }).getByRole('button').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // The card is answered after whatever was asked of the workshop before it.
    const card = page.getByRole('complementary', { name: '虚构单位0002的情况' });
    await card.waitFor();
    const returnedOnCard = card.getByRole('heading', { name: /收到的评分表：已计入/ });
    expect(await returnedOnCard.count()).toBe(0);
    expect(await page.getByText(/正在收评分表/).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '取消' }).isVisible()).toBe(true);
    await page.evaluate('globalThis.receiveNow()');
    await returnedOnCard.waitFor();
    await page.getByRole('heading', { name: '可以自动改正的' }).waitFor();
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    expect(watched.takeFaults()).toEqual([]);
    await context.close();
  }, 60_000);

  it('open what a number counts, ask which of two sheets counts, and count it then', async () => {
    const watched = await openPage(`${server.origin}/page.html`);
    const { page, context } = watched;
    await receive(page);
    const counted = await count(page, '已计入');
    expect(await count(page, '待您决定')).toBe(2);
    await page.getByRole('button', { name: '取这一份：补交.xlsx' }).click();
    await page.getByRole('button', { name: '已取，改回：补交.xlsx' }).waitFor();
    expect(await count(page, '已计入')).toBe(counted + 1);
    expect(await count(page, '待您决定')).toBe(1);
    // Everything is dropped each time: what was chosen among it is chosen still, wherever on the page it is dropped.
    await receive(page);
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '已取，改回：补交.xlsx' }).waitFor();
    expect(await count(page, '已计入')).toBe(counted + 1);
    await page.getByRole('button', { name: /^黄浦没有收到 1 家$/ }).click();
    const list = page.getByRole('region', { name: '没有收到：黄浦' });
    expect(await list.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('0050')]);
    await page.getByRole('group', { name: '收件一览' }).getByRole('button').filter({ hasText: '退回的文件' }).click();
    const refused = page
      .getByRole('region', { name: '退回的文件' })
      .getByRole('listitem')
      .filter({ hasText: /坏\.xlsx/ });
    // What is not in sight may not be drawn, and has no inner text then.
    expect(await refused.first().textContent()).toMatch(/请/);
    expect(await page.locator('body').innerText()).not.toMatch(/npx|--[a-z]|[a-z]+-[a-z]+/);
    expect(await findAxeViolations(page)).toEqual([]);
    // The choice goes on to the next collection by the tally.
    const tally = at('选定.xlsx');
    writeFileSync(tally, await take(page, '评分汇总'));
    await page.getByLabel('上一次的汇总').setInputFiles(tally);
    await page.getByText('接着上一次的汇总“选定.xlsx”').waitFor();
    // It stays while another view is looked at.
    await page.getByRole('button', { name: '自动改正写法', exact: true }).click();
    await page.getByRole('heading', { name: '可以自动改正的' }).waitFor();
    await page.getByRole('button', { name: '收评分表', exact: true }).click();
    await page.getByText('接着上一次的汇总“选定.xlsx”').waitFor();
    await page.getByRole('group', { name: '收件一览' }).getByRole('button').filter({ hasText: '待您决定' }).click();
    await receive(page);
    await page.getByRole('button', { name: '已取，改回：补交.xlsx' }).waitFor();
    expect(await count(page, '已计入')).toBe(counted + 1);
    await page.setViewportSize({ width: 320, height: 256 });
    const wide = await page
      .locator('main *')
      .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > 320.5).length);
    expect(wide).toBe(0);
    // Beside the frame too what comes in goes on from the tally that is picked in it.
    const next = await openPage(`${server.origin}/page.html`);
    await next.page.getByLabel('上一次的汇总').setInputFiles(tally);
    await next.page.getByText('接着上一次的汇总“选定.xlsx”').waitFor();
    await dropOnPage(next.page, 'h1', [path.join(returned, '浦东'), path.join(returned, '补交.xlsx')]);
    await next.page.getByRole('group', { name: '收件一览' }).getByRole('button', { name: '待您决定' }).click();
    await next.page.getByRole('button', { name: '已取，改回：补交.xlsx' }).waitFor();
    expect(next.takeFaults()).toEqual([]);
    await next.context.close();
    expect(watched.takeFaults()).toEqual([]);
    await context.close();
  }, 120_000);
});

/** A workbook part by part, for packers differ. */
function parts(bytes: Uint8Array): Map<string, string> {
  return new Map([...unpackTexts(bytes)].map(([name, text]) => [name, withoutCreated(text)]));
}

function listWorkbooks(root: string): string[] {
  return readdirSync(root, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.xlsx'))
    .sort();
}
