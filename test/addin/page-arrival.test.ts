/** What is dropped on the clerk's page together is sorted: the roster is opened, and the rest received for it. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { dropOnPage } from '../support/drop-on-page.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { openFiller, writeReturns, writeRoster } from '../support/returned-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { missing } from '../support/tools.ts';
import { setUpClerkPage } from './clerk-page.ts';

describe.skipIf(missing('chromium', 'openssl'))('a folder with a roster and what came in', () => {
  const clerk = setUpClerkPage();
  const folder = mkdtempSync(path.join(tmpdir(), 'arrival-'));
  const all = path.join(folder, '评优2024');
  const roster = path.join(all, '报协会', '汇总名册（定稿）.xlsx');
  const returned = path.join(folder, '只有评分表');
  const pick = (place: string) => clerk.page.getByLabel('总名册和评分表所在的文件夹').setInputFiles(place);
  const cards = () => clerk.page.getByRole('group', { name: '总名册一览' });

  beforeAll(async () => {
    const scheme = await findShanghai();
    const fill = await openFiller(scheme);
    mkdirSync(path.dirname(roster), { recursive: true });
    writeReturns(path.join(all, '收到'), scheme, fill);
    writeReturns(returned, scheme, fill);
    writeFileSync(roster, await writeRoster(scheme));
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('opens the roster and receives the rest, and each number opens what it counts', async () => {
    const run = runCli('collect', all, '--roster', roster, '--out', path.join(folder, '汇总.xlsx'), '--json');
    const { units } = JSON.parse(run.stdout) as { units: Record<string, number> };
    expect(units['counted']).toBeGreaterThan(0);
    await pick(all);
    await clerk.page.getByRole('heading', { name: '取表' }).waitFor();
    await cards().getByRole('button', { name: '没有收到' }).waitFor();
    expect((await clerk.figure('已计入')) + (await clerk.figure('要补正'))).toBe(units['counted']);
    expect(await clerk.figure('没有收到')).toBe(units['missing']);
    expect(await findAxeViolations(clerk.page)).toEqual([]);
    await cards().getByRole('button', { name: '没有收到' }).click();
    const opened = clerk.page.getByRole('group', { name: '收件一览' }).getByRole('button', { pressed: true });
    expect(await opened.innerText()).toContain('没有收到');
  }, 120_000);

  it('asks which of two rosters is meant, and reads nothing where the answer is none', async () => {
    const other = path.join(all, '旧', '去年的.xlsx');
    mkdirSync(path.dirname(other));
    copyFileSync(clerk.roster, other);
    await pick(all);
    const dialog = clerk.page.getByRole('dialog', { name: '有 2 份总名册，打开哪一份？' });
    await dialog.waitFor();
    expect(await findAxeViolations(clerk.page)).toEqual([]);
    await clerk.page.keyboard.press('Escape');
    await clerk.page.getByRole('heading', { name: '把总名册拖到这里' }).waitFor();
    expect(await dialog.count()).toBe(0);
    await pick(all);
    await dialog.waitFor();
    // Whoever drops something else instead of an answer means that.
    await dropOnPage(clerk.page, 'dialog', [returned]);
    await clerk.page.getByText('里没有总名册').waitFor();
    expect(await dialog.count()).toBe(0);
    const two = path.join(folder, '另外两份');
    mkdirSync(two);
    for (const name of ['甲.xlsx', '乙.xlsx']) copyFileSync(clerk.roster, path.join(two, name));
    await pick(two);
    await dialog.getByRole('button', { name: '甲.xlsx' }).waitFor();
    await dropOnPage(clerk.page, 'dialog', [all]);
    await dialog.getByRole('button', { name: '汇总名册（定稿）' }).waitFor();
    expect(await dialog.count()).toBe(1);
    await dialog.getByRole('button', { name: '汇总名册（定稿）' }).click();
    await cards().getByRole('button', { name: '没有收到' }).waitFor();
    expect(await clerk.figure('已计入')).toBeGreaterThan(0);
    // The roster that was not chosen is nobody's return.
    await cards().getByRole('button', { name: '没有收到' }).click();
    expect(await clerk.page.getByText('去年的.xlsx').count()).toBe(0);
    rmSync(path.dirname(other), { recursive: true });
  }, 120_000);

  it('says that there is no roster among the files, and what to do', async () => {
    await pick(returned);
    const said = clerk.page.getByRole('alert');
    await said.waitFor();
    expect(await said.innerText()).toMatch(/里没有总名册（有“会员单位”和“推荐名单”两张工作表的工作簿），请把总名册/);
    // Marked text is no file: what stands there stays, and a field takes it.
    const isTaken = (selector: string) =>
      clerk.page.evaluate((wanted) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/plain', '虚构');
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
        document.querySelector(wanted)?.dispatchEvent(event);
        return event.defaultPrevented;
      }, selector);
    const before = await said.innerText();
    expect([await isTaken('main h2'), await isTaken('main input')]).toEqual([true, false]);
    await clerk.page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await said.innerText()).toBe(before);
  }, 60_000);

  it('says that nothing is received where the scheme has no score sheets', async () => {
    const place = path.join(folder, '新疆');
    mkdirSync(place);
    copyFileSync(clerk.roster, path.join(place, '总名册.xlsx'));
    writeFileSync(path.join(place, '说明.txt'), '虚构');
    await pick(place);
    await clerk.page.getByText('这个评选方案不发也不收评分表').waitFor();
    await clerk.page.getByRole('heading', { name: '取表' }).waitFor();
  }, 60_000);
});
