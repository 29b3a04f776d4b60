/** The clerk's page and a picked folder: what would become of it is seen before anything is written, and written it is what the command line leaves. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findAxeViolations } from '../support/axe.ts';
import { runCli } from '../support/run-cli.ts';
import { findScheme } from '../support/templates.ts';
import { thinTables } from '../support/thin-sample.ts';
import { missing } from '../support/tools.ts';
import { partsOf, readWorkbooks, SCHEME, setUpClerkPage } from './clerk-page.ts';
import { ask, FOLDER, pickFolder, putFile, readFolder } from './picked-folder.ts';

describe.skipIf(missing('chromium', 'openssl'))('a picked folder', () => {
  const clerk = setUpClerkPage();
  /** A roster, and the same after somebody has withdrawn. */
  let before = '';
  let after = '';

  beforeAll(async () => {
    const scheme = await findScheme(SCHEME.id);
    const tables = thinTables(makeSampleRoster(scheme, { seed: 7, flawed: false }));
    const save = async (folder: string, nominees: typeof tables.nominees) => {
      mkdirSync(path.join(clerk.folder, folder));
      const file = path.join(clerk.folder, folder, '总名册.xlsx');
      writeFileSync(file, await writeMasterRoster(scheme, { ...tables, nominees }));
      return file;
    };
    before = await save('before', tables.nominees);
    after = await save('after', tables.nominees.slice(1));
  });

  const panel = () => clerk.page.getByRole('region', { name: /^还没有写入文件夹/ });
  const done = () => clerk.page.getByRole('status').filter({ hasText: FOLDER });
  const workbooks = async () =>
    new Map(
      [...(await readFolder(clerk.page))].flatMap(([name, bytes]) => (isBook(name) ? [[name, partsOf(bytes)]] : [])),
    );
  const openAnother = async (file: string) => {
    await clerk.page.getByLabel('另一份总名册').setInputFiles(file);
    await clerk.page.getByRole('banner').getByText(path.basename(file)).waitFor();
    await pickFolder(clerk.page);
  };
  const isBook = (name: string) => name.endsWith('.xlsx');

  it('asks nothing while nothing that stands there is touched, and says that nothing has changed', async () => {
    await clerk.open(before);
    await pickFolder(clerk.page);
    await ask(clerk.page, '全部');
    await done().getByText('已写入').waitFor();
    const all = path.join(clerk.folder, 'all');
    runCli('all', before, '--out', all);
    const expected = readWorkbooks(all);
    expect(await workbooks()).toEqual(expected);
    expect(await done().innerText()).toContain(`${expected.size} 个文件：新的 ${expected.size}，变了的 0，没有变的 0`);
    await ask(clerk.page, '全部');
    await done().getByText('已经是这样').waitFor();
    expect(await done().innerText()).toContain(`${expected.size} 个文件都没有变，没有要写的`);
    expect(await panel().count()).toBe(0);
  });

  it('shows what is changed and void before it is written, and writes it when it is told to', async () => {
    const all = path.join(clerk.folder, 'changed');
    await clerk.open(before);
    await pickFolder(clerk.page);
    await ask(clerk.page, '全部');
    await done().getByText('已写入').waitFor();
    runCli('all', before, '--out', all);
    const standing = await readFolder(clerk.page);
    await openAnother(after);
    await ask(clerk.page, '全部');
    await panel().waitFor();
    // Nothing is written while it is only looked at.
    expect(await readFolder(clerk.page)).toEqual(standing);
    expect(await findAxeViolations(clerk.page)).toEqual([]);
    await clerk.page.setViewportSize({ width: 1280, height: 900 });
    await panel().getByRole('button', { name: '不写' }).click();
    await panel().waitFor({ state: 'detached' });
    expect(await readFolder(clerk.page)).toEqual(standing);
    expect(await clerk.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('取全部');
    await ask(clerk.page, '全部');
    await panel().getByRole('button', { name: '写入', exact: true }).click();
    await done().getByText('已写入').waitFor();
    runCli('all', after, '--out', all);
    expect(await workbooks()).toEqual(readWorkbooks(all));
    expect(await clerk.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('取全部');
  }, 300_000);

  it('names the files of somebody’s own that only a word of its own writes over', async () => {
    await clerk.open(before);
    await putFile(clerk.page, '名册.xlsx', '自己的');
    await pickFolder(clerk.page);
    await ask(clerk.page, '名册');
    await clerk.page.getByText(/名册\.xlsx”已经存在/).waitFor();
    expect(await clerk.page.locator('body').innerText()).not.toMatch(/npx|--[a-z]/);
    await clerk.page.getByRole('checkbox', { name: '覆盖' }).check();
    await ask(clerk.page, '名册');
    await panel().waitFor();
    const named = panel().getByRole('group', { name: '要覆盖的' }).getByRole('listitem');
    expect(await named.allInnerTexts()).toEqual(['名册.xlsx']);
    expect(await findAxeViolations(clerk.page)).toEqual([]);
    expect(String((await readFolder(clerk.page)).get('名册.xlsx')).length).toBeLessThan(100);
    await panel().getByRole('button', { name: '写入，并覆盖 1 个文件' }).click();
    await done().getByText('覆盖的 1').waitFor();
    expect((await workbooks()).get('名册.xlsx')?.size).toBeGreaterThan(3);
  });

  it('writes nothing where the folder is otherwise by the time that it is told to', async () => {
    await clerk.open(before);
    await pickFolder(clerk.page);
    await ask(clerk.page, '名册');
    await done().getByText('已写入').waitFor();
    await openAnother(after);
    await ask(clerk.page, '名册');
    await panel().waitFor();
    await putFile(clerk.page, '名册.xlsx', '正好存了盘');
    await panel().getByRole('button', { name: '写入', exact: true }).click();
    await clerk.page.getByText(/名册\.xlsx”在您看过以后有改动/).waitFor();
    expect((await readFolder(clerk.page)).get('名册.xlsx')).toEqual(new TextEncoder().encode('正好存了盘'));
    expect(await panel().count()).toBe(0);
  });
});
