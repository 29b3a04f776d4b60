/** The districts' lists of nominations on the clerk's page: what comes in, what a person chooses, and the roster that is taken from it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { startBrowser } from '../office-host/browser.ts';
import { findAxeViolations } from '../support/axe.ts';
import { builtPageFile } from '../support/build-pane.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import { NominationRound, writeCells } from '../support/nomination-round.ts';
import { openPanePage } from '../support/pane-page.ts';
import { runCli } from '../support/run-cli.ts';
import { missing } from '../support/tools.ts';
import { partsOf } from './clerk-page.ts';

describe.skipIf(missing('chromium'))('nominations on the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-nominations-'));
  const at = (...names: string[]) => path.join(folder, ...names);
  let browser: Browser;
  let round: NominationRound;
  /** The district whose list came twice, otherwise; it has so many nominations, of so many in all. */
  let doubled: string;
  let own: number;
  let all: number;
  /** Districts that sent a list. */
  let busy: string[];

  beforeAll(async () => {
    await builtPageFile();
    round = await NominationRound.open('shanghai-security-2024');
    await round.send();
    mkdirSync(at('收到'));
    mkdirSync(at('选定'));
    writeFileSync(at('名册.xlsx'), await round.get('名册.xlsx'));
    busy = round.scheme.districts.map(({ name }) => name).filter((name) => round.nominationsOf(name).length > 0);
    doubled = busy[1] ?? '';
    for (const district of busy) {
      const form = await round.get(`发出/${district}推荐表.xlsx`);
      const nominations = round.nominationsOf(district);
      const filled = round.fill(form, nominations);
      writeFileSync(at('收到', `${district}.xlsx`), filled);
      if (district !== doubled) writeFileSync(at('选定', `${district}.xlsx`), filled);
      else {
        const other = round.fill(form, nominations.slice(1));
        writeFileSync(at('收到', `${district}（更正）.xlsx`), other);
        writeFileSync(at('选定', `${district}（更正）.xlsx`), other);
      }
    }
    own = round.nominationsOf(doubled).length;
    all = busy.reduce((sum, district) => sum + round.nominationsOf(district).length, 0);
    browser = await startBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const figure = async (page: Page, label: string) => {
    const card = page.getByRole('group', { name: '推荐表一览' }).locator('> *', { hasText: label });
    return Number((await card.innerText()).split('\n')[0]);
  };

  it('are shown, chosen and taken as the command line takes them', async () => {
    const watched = await openPanePage(browser, pathToFileURL(await builtPageFile()).href, {}, (context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      }),
    );
    const { page, context } = watched;
    await page.getByLabel('选择总名册').setInputFiles(at('名册.xlsx'));
    await page.getByRole('button', { name: '收评分表', exact: true }).click();
    await page.getByLabel('收到的评分表所在的文件夹').setInputFiles(at('收到'));
    await page.getByRole('heading', { name: '推荐表', exact: true }).waitFor();
    expect(await figure(page, '新推荐')).toBe(all - own);
    expect(await findAxeViolations(page)).toEqual([]);
    // Nobody is told that every score sheet is missing.
    expect(await page.getByRole('group', { name: '收件一览' }).count()).toBe(0);
    const row = page.getByRole('table', { name: '各区推荐表' }).getByRole('row').filter({ hasText: doubled });
    await row.getByText('几份不同，待选定').waitFor();
    await page.getByRole('button', { name: `取这一份：${doubled}（更正）.xlsx` }).click();
    await row.getByText('已收').waitFor();
    expect(await figure(page, '新推荐')).toBe(all - 1);
    await page.getByText(`推荐名单填入、更改 `).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '取填好的总名册' }).click();
    const taken = readFileSync(await (await download).path());
    const run = ['--roster', at('名册.xlsx'), '--out', at('汇总.xlsx'), '--write-roster', at('新名册.xlsx')];
    expect(runCli('collect', at('选定'), ...run).status).toBe(0);
    expect(partsOf(taken)).toEqual(partsOf(readFileSync(at('新名册.xlsx'))));
    expect(watched.takeFaults()).toEqual([]);
    await context.close();
  }, 120_000);

  it('collide with the roster, and are decided as the command line does it by the roster’s 决定', async () => {
    const [first, second] = await round.readNominees('全.xlsx');
    if (!first || !second) throw new Error('nobody is nominated');
    // Staff have written something else of two nominations since.
    await round.send('全.xlsx', '全发');
    const sent = [...round.folder.files.keys()].filter((name) => name.startsWith('全发/') && name.endsWith('.xlsx'));
    mkdirSync(at('冲突'));
    for (const name of sent) writeFileSync(at('冲突', path.basename(name)), await round.get(name));
    const cells = [first, second].map(({ row }) => ({ row, heading: '单位地址', value: '市里写的' }));
    writeFileSync(at('改过.xlsx'), writeCells(await round.get('全.xlsx'), cells, 1));
    const watched = await openPanePage(browser, pathToFileURL(await builtPageFile()).href, {}, (context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      }),
    );
    const { page, context } = watched;
    await page.getByLabel('选择总名册').setInputFiles(at('改过.xlsx'));
    await page.getByRole('button', { name: '收评分表', exact: true }).click();
    await page.getByLabel('收到的评分表所在的文件夹').setInputFiles(at('冲突'));
    const group = page.getByRole('group', { name: '推荐冲突' });
    await group.waitFor();
    expect(await figure(page, '要决定的冲突')).toBe(2);
    expect(await findAxeViolations(page)).toEqual([]);
    const item = (application: string) => group.getByRole('listitem').filter({ hasText: application });
    const [agreed, refused] = [item(first.application), item(second.application)];
    await agreed.getByText('单位地址“市里写的”').waitFor();
    // Nothing is decided before it is signed and reasoned.
    await agreed.getByRole('button', { name: /^照推荐表改/ }).click();
    await agreed.getByText('请先填决定单位、决定日期、理由。').waitFor();
    await group.getByLabel('决定单位').fill('市企保协会');
    await group.getByLabel('决定日期').fill('2025-01-06');
    await agreed.getByLabel('理由').fill('以区里为准');
    await agreed.getByRole('button', { name: /^照推荐表改/ }).click();
    await agreed.getByText('已决定，写进新总名册“决定”表：同意').waitFor();
    await refused.getByRole('button', { name: /^照总名册/ }).click();
    await refused.getByText('：不同意').waitFor();
    // What is taken back is asked again.
    await refused.getByRole('button', { name: /^改回/ }).click();
    await refused.getByText('待您决定').waitFor();
    await refused.getByRole('button', { name: /^照总名册/ }).click();
    await refused.getByText('：不同意').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '取填好的总名册' }).click();
    const taken = readFileSync(await (await download).path());
    const { roster } = readMasterRoster(openWorkbook(taken, '取.xlsx'), round.scheme);
    const addressOf = (application: string) =>
      roster.nominees.find((each) => each.application === application)?.facts.get('单位地址');
    expect(addressOf(first.application)).toBe(first.facts.get('单位地址'));
    expect(addressOf(second.application)).toBe('市里写的');
    const own = roster.decisions.filter(({ matter }) => matter === '推荐表与总名册不一致');
    const told = own.map(({ subject, word, by, on, reason }) => [subject, word, by, on, reason]);
    expect(new Set(told)).toEqual(
      new Set([
        [first.application, 'agreed', '市企保协会', '2025-01-06', '以区里为准'],
        [second.application, 'refused', '市企保协会', '2025-01-06', ''],
      ]),
    );
    // Taken up by the command line nothing is asked any more, and nothing changes.
    writeFileSync(at('取.xlsx'), taken);
    const run = ['--roster', at('取.xlsx'), '--out', at('再汇总.xlsx'), '--write-roster', at('再.xlsx')];
    expect(runCli('collect', at('冲突'), ...run).status).toBe(0);
    const again = readMasterRoster(openWorkbook(readFileSync(at('再.xlsx')), '再.xlsx'), round.scheme).roster;
    expect(again.nominees.map(({ facts }) => facts)).toEqual(roster.nominees.map(({ facts }) => facts));
    expect(again.decisions).toEqual(roster.decisions);
    expect(watched.takeFaults()).toEqual([]);
    await context.close();
  }, 120_000);

  it('that came behind the last day are counted, and written as the command line writes them', async () => {
    const watched = await openPanePage(browser, pathToFileURL(await builtPageFile()).href, {}, (context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      }),
    );
    const { page, context } = watched;
    await page.getByLabel('选择总名册').setInputFiles(at('名册.xlsx'));
    await page.getByRole('button', { name: '收评分表', exact: true }).click();
    await page.getByLabel('收件日期').fill('2025-01-02');
    await page.getByLabel('收到的评分表所在的文件夹').setInputFiles(at('选定'));
    await page.getByRole('heading', { name: '推荐表', exact: true }).waitFor();
    expect(await figure(page, '逾期收到的区')).toBe(busy.length);
    const row = page.getByRole('table', { name: '各区推荐表' }).getByRole('row').filter({ hasText: doubled });
    await row.getByText('逾期 3 天').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '取评分汇总' }).click();
    const taken = readFileSync(await (await download).path());
    const run = ['--roster', at('名册.xlsx'), '--received', '2025-01-02', '--out', at('逾期.xlsx')];
    expect(runCli('collect', at('选定'), ...run).status).toBe(0);
    const lists = (bytes: Uint8Array) => openWorkbook(bytes, '汇总.xlsx').readSheet('推荐收件').rows;
    expect(lists(taken)).toEqual(lists(readFileSync(at('逾期.xlsx'))));
    expect(watched.takeFaults()).toEqual([]);
    await context.close();
  }, 120_000);
});
