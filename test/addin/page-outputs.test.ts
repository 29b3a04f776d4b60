/** What the clerk's page makes of a roster: what the command line makes of it, to be saved or into a folder. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../support/axe.ts';
import { runCli } from '../support/run-cli.ts';
import { missing } from '../support/tools.ts';
import { isSeen, partsOf, readWorkbooks, SCHEME, setUpClerkPage } from './clerk-page.ts';

/** The names under which the command line is asked for what the page names itself. */
const SINGLE = { check: '资格审查', rosters: '名册', notice: '公示名单' } as const;

describe.skipIf(missing('chromium', 'openssl'))('outputs of the page', () => {
  const clerk = setUpClerkPage();

  it('makes what the command line makes, part by part: lists, forms, and all at once', async () => {
    await clerk.open(clerk.roster);
    for (const [command, name] of Object.entries(SINGLE)) {
      const expected = path.join(clerk.folder, `${command}.xlsx`);
      runCli(command, clerk.roster, '--out', expected);
      const made = await clerk.take(command === 'check' ? '资格审查报告' : name);
      expect(made.name).toBe(`${name}.xlsx`);
      expect(partsOf(made.bytes)).toEqual(partsOf(readFileSync(expected)));
    }
    const all = path.join(clerk.folder, 'all');
    runCli('all', clerk.roster, '--out', all);
    const zip = await clerk.take('全部');
    expect(zip.name).toBe('全部.zip');
    const unzipped = new Map(Object.entries(unzipSync(zip.bytes)).map(([name, bytes]) => [name, partsOf(bytes)]));
    const expected = readWorkbooks(all);
    expect(expected.size).toBeGreaterThan(3);
    expect(unzipped).toEqual(expected);
    expect(await findAxeViolations(clerk.page)).toEqual([]);
  });

  it('brings what it says into view, and a draft is said first and in another colour', async () => {
    await clerk.page.setViewportSize({ width: 1280, height: 500 });
    await clerk.open(clerk.flawed);
    for (const title of ['名册', '全部']) {
      await clerk.page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
      });
      await clerk.take(title);
      const bar = clerk.page.getByRole('status').filter({ hasText: '已保存' });
      expect(await bar.getByRole('listitem').first().innerText()).toMatch(/^未定稿/);
      expect(await isSeen(bar)).toBe(true);
    }
    expect(await findAxeViolations(clerk.page)).toEqual([]);
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

  it('puts the days of the notice into all that is made at once', async () => {
    await clerk.open(clerk.roster);
    await clerk.page.getByLabel('公布日期').fill('2024-12-10');
    await clerk.page.getByLabel('公示天数').fill('7');
    const single = partsOf((await clerk.take('公示名单')).bytes);
    expect(JSON.stringify([...single])).toContain('12月10日');
    const inside = unzipSync((await clerk.take('全部')).bytes)['公示名单.xlsx'];
    expect(inside && partsOf(inside)).toEqual(single);
  });
});
