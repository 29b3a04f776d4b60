/** The clerk's page, built and in a browser: a roster in, what the command line makes of it out, and nothing sent anywhere. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { findAxeViolations } from '../support/axe.ts';
import { builtPane } from '../support/build-pane.ts';
import { openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { firstPaintBytes } from '../support/pane-scripts.ts';
import { runCli } from '../support/run-cli.ts';
import { missing } from '../support/tools.ts';
import { unpackTexts, withoutCreated } from '../support/unpack.ts';

/** Small, and with forms, lists and a notice. */
const SCHEME = { id: 'xinjiang-fire-2021', title: '新疆消防协会2021年度先进单位和先进个人评选' };
const LARGE = '2024年度上海内保工作先进集体、先进个人评选表彰';
/** The names under which the command line is asked for what the page names itself. */
const SINGLE = { check: '资格审查', rosters: '名册', notice: '公示名单' } as const;

describe.skipIf(missing('chromium', 'openssl'))('the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  const roster = path.join(folder, '总名册.xlsx');
  const flawed = path.join(folder, '有错.xlsx');
  let built: string;
  let browser: Browser;
  let server: RunningServer;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    built = await builtPane();
    runCli('sample', '--scheme', SCHEME.id, '--out', roster);
    runCli('sample', '--scheme', SCHEME.id, '--flawed', '--out', flawed);
    server = await serve(fromFolder(built));
    browser = await startBrowser();
  }, 240_000);
  beforeEach(async () => {
    // A headless browser has no dialog for the place of a file: what is saved goes to the folder for downloads.
    const withoutPicker = () => {
      Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    };
    watched = await openPanePage(browser, `${server.origin}/page.html`, {}, (context) =>
      context.addInitScript(withoutPicker),
    );
    ({ page } = watched);
  });
  afterEach(async () => {
    expect(watched.takeFaults()).toEqual([]);
    await watched.context.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (file: string) => {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { name: '取表' }).waitFor();
  };
  const take = async (title: string): Promise<{ name: string; bytes: Uint8Array }> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `取${title}`, exact: true }).click();
    const saved = await download;
    await page.getByText(`已保存“${saved.suggestedFilename()}”`).waitFor();
    return { name: saved.suggestedFilename(), bytes: new Uint8Array(readFileSync(await saved.path())) };
  };
  const figure = async (label: string) => {
    const card = page.getByRole('group', { name: '总名册一览' }).locator('> *', { hasText: label });
    return Number((await card.innerText()).replace(/\D/g, ''));
  };
  /** A workbook part by part, for packers differ. */
  const parts = (bytes: Uint8Array) =>
    new Map([...unpackTexts(bytes)].map(([name, text]) => [name, withoutCreated(text)]));

  it('paints at first with as little script as the pane', () => {
    expect(firstPaintBytes(built, 'page.html')).toBeLessThanOrEqual(250_000);
  });

  it('says where to begin, for every scheme, and axe finds nothing', async () => {
    const schemes = JSON.parse(runCli('schemes', '--json').stdout) as { schemes: { title: string }[] };
    expect(schemes.schemes.length).toBeGreaterThan(3);
    for (const { title } of schemes.schemes) {
      await page.getByRole('button', { name: `空白总名册：${title}` }).waitFor();
    }
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('shows the figures that the command line gives of the same roster, and opens what each counts', async () => {
    await open(flawed);
    const { summary } = JSON.parse(runCli('check', flawed, '--json').stdout) as {
      summary: { nominees: number; cleared: number; violations: number; questions: number };
    };
    expect(summary.violations).toBeGreaterThan(5);
    expect(await figure('推荐')).toBe(summary.nominees);
    expect(await figure('通过审查')).toBe(summary.cleared);
    expect(await figure('违规')).toBe(summary.violations);
    expect(await figure('待确认')).toBe(summary.questions);
    // What there is to do stands in front.
    await page.getByRole('heading', { name: '审查结果：违规' }).waitFor();
    await page.getByRole('button', { name: /没有通过/ }).click();
    await page.getByRole('heading', { name: '没有通过的推荐' }).waitFor();
    const held = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /不符合|须更正|待确认/ });
    expect(await held.count()).toBe(Math.min(100, summary.nominees - summary.cleared));
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('makes what the command line makes, part by part: lists, forms, and all at once', async () => {
    await open(roster);
    for (const [command, name] of Object.entries(SINGLE)) {
      const expected = path.join(folder, `${command}.xlsx`);
      runCli(command, roster, '--out', expected);
      const made = await take(command === 'check' ? '资格审查报告' : name);
      expect(made.name).toBe(`${name}.xlsx`);
      expect(parts(made.bytes)).toEqual(parts(readFileSync(expected)));
    }
    const all = path.join(folder, 'all');
    runCli('all', roster, '--out', all);
    const zip = await take('全部');
    expect(zip.name).toBe('全部.zip');
    const unzipped = new Map(Object.entries(unzipSync(zip.bytes)).map(([name, bytes]) => [name, parts(bytes)]));
    const expected = new Map(listWorkbooks(all).map((name) => [name, parts(readFileSync(path.join(all, name)))]));
    expect(expected.size).toBeGreaterThan(3);
    expect(unzipped).toEqual(expected);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('brings what it says into view, and a draft is said first and in another colour', async () => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await open(flawed);
    for (const title of ['名册', '全部']) {
      await page.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
      });
      await take(title);
      const bar = page.getByRole('status').filter({ hasText: '已保存' });
      expect(await bar.getByRole('listitem').first().innerText()).toMatch(/^未定稿/);
      expect(await isSeen(bar)).toBe(true);
    }
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it('says of an empty roster why there is nothing to make of it, where it is seen', async () => {
    const empty = path.join(folder, '空白.xlsx');
    runCli('sample', '--scheme', SCHEME.id, '--empty', '--out', empty);
    await page.setViewportSize({ width: 1280, height: 500 });
    await open(empty);
    const forms = page.getByRole('listitem').filter({ hasText: '每个推荐一份' });
    await forms.getByRole('button').click();
    const fault = page.getByRole('alert').filter({ hasText: '没有生成' });
    await fault.waitFor();
    expect(await fault.innerText()).toMatch(/总名册里还没有可以列入的内容；请先在总名册里填好/);
    expect(await isSeen(fault)).toBe(true);
  });

  it('takes a roster dropped anywhere, also where one is open, and shows it from the beginning', async () => {
    const drop = async (file: string) => {
      const bytes = readFileSync(file).toString('base64');
      const data = await page.evaluateHandle(
        ({ base64, name }) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
          return transfer;
        },
        { base64: bytes, name: path.basename(file) },
      );
      await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
      await page.getByRole('banner').getByText(path.basename(file)).waitFor();
    };
    // Until the schemes are there the page is at work.
    await page.getByRole('button', { name: `空白总名册：${SCHEME.title}` }).waitFor();
    await drop(flawed);
    await page.getByRole('heading', { name: '审查结果：违规' }).waitFor();
    await page.getByRole('button', { name: /没有通过/ }).click();
    await drop(roster);
    await page.getByRole('heading', { name: '没有通过的推荐' }).waitFor({ state: 'detached' });
    expect(await figure('违规')).toBe(0);
  });

  it('puts the days of the notice into all that is made at once', async () => {
    await open(roster);
    await page.getByLabel('公布日期').fill('2024-12-10');
    await page.getByLabel('公示天数').fill('7');
    const single = parts((await take('公示名单')).bytes);
    expect(JSON.stringify([...single])).toContain('12月10日');
    const inside = unzipSync((await take('全部')).bytes)['公示名单.xlsx'];
    expect(inside && parts(inside)).toEqual(single);
  });

  it('can be read enlarged to 400 %: nothing stands out at the side, and the header gives way', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    const sticksOut = () =>
      page
        .locator('main *')
        .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > 320.5).length);
    expect(await sticksOut()).toBe(0);
    await open(flawed);
    expect(await sticksOut()).toBe(0);
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    expect(await isSeen(page.getByRole('banner'))).toBe(false);
  });

  it('writes into a folder that is picked, and knows what it made there', async () => {
    // The private folder of the page's address: the dialog for a folder cannot be driven.
    await page.evaluate(() => {
      const pick = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('评优2024', { create: true });
      Object.assign(globalThis, { showDirectoryPicker: pick });
    });
    await open(roster);
    await page.getByRole('button', { name: '都存到一个文件夹' }).click();
    await page.getByText('存到文件夹“评优2024”').waitFor();
    const put = async (title: string) => {
      await page.getByRole('button', { name: `取${title}`, exact: true }).click();
      await page.getByText('已写入文件夹“评优2024”').waitFor();
    };
    await put('全部');
    const all = path.join(folder, 'all-again');
    runCli('all', roster, '--out', all);
    const written = await readPrivateFolder(page);
    const workbooks = [...written].filter(([name]) => name.endsWith('.xlsx'));
    expect(new Map(workbooks.map(([name, bytes]) => [name, parts(bytes)]))).toEqual(
      new Map(listWorkbooks(all).map((name) => [name, parts(readFileSync(path.join(all, name)))])),
    );
    expect([...written.keys()]).toContain('.pingyou.sha256');
    await put('名册');
    // A file that somebody has changed is not written over without being asked.
    await page.evaluate(async () => {
      const place = await (await navigator.storage.getDirectory()).getDirectoryHandle('评优2024');
      const file = await (await place.getFileHandle('名册.xlsx')).createWritable();
      await file.write('改过');
      await file.close();
    });
    await page.getByRole('button', { name: '取名册', exact: true }).click();
    await page.getByText(/名册\.xlsx”已经存在/).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/npx|--[a-z]/);
    await page.getByRole('checkbox', { name: '覆盖' }).check();
    await put('名册');
  });

  it('hands out an empty roster and opens an invented one, by keyboard alone', async () => {
    const empty = page.getByRole('button', { name: `空白总名册：${SCHEME.title}` });
    const download = page.waitForEvent('download');
    await empty.focus();
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe(`${SCHEME.title}总名册（空白）.xlsx`);
    await page.getByRole('button', { name: `用虚构名册试一遍：${SCHEME.title}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '取表' }).waitFor();
    expect(await figure('违规')).toBe(0);
    await page.getByRole('button', { name: '换一份总名册' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '把总名册拖到这里' }).waitFor();
  });

  it('says what is wrong with a file in one sentence, without a command or an option, and leaves the way on', async () => {
    const broken = path.join(folder, '坏.xlsx');
    writeFileSync(broken, '<html>');
    await page.locator('input[type=file]').setInputFiles(broken);
    const bar = page.getByText(/坏\.xlsx/);
    await bar.waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/npx|--[a-z]/);
    await open(roster);
  });

  it('stops when it is told to, and can then do something else', async () => {
    await page.getByRole('button', { name: `用虚构名册试一遍：${LARGE}` }).click();
    await page.getByRole('heading', { name: '取表' }).waitFor();
    const downloads: string[] = [];
    page.on('download', (each) => downloads.push(each.suggestedFilename()));
    await page.getByRole('button', { name: '取评分表', exact: true }).click();
    await page.getByText(/正在生成评分表 \d+\/\d+/).waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    expect(downloads).toEqual([]);
    await take('公示名单');
  });
});

/** Whether its top stands inside the window, and below a header that stays. */
function isSeen(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { top, left } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + 8, top + 4));
  });
}

/** The files of the picked folder, by their paths in it. */
async function readPrivateFolder(page: Page): Promise<Map<string, Uint8Array>> {
  const files = await page.evaluate(async () => {
    const found: [string, string][] = [];
    const walk = async (folder: FileSystemDirectoryHandle, inside: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${inside}${name}/`);
        else {
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          found.push([`${inside}${name}`, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))]);
        }
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('评优2024'), '');
    return found;
  });
  return new Map(files.map(([name, text]) => [name, new Uint8Array(Buffer.from(text, 'base64'))]));
}

/** Workbooks below a folder, by their paths with forward slashes. */
function listWorkbooks(root: string): string[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.xlsx') && statSync(path.join(root, name)).isFile()).map(toSlashes);
}

function toSlashes(name: string): string {
  return name.split(path.sep).join('/');
}
