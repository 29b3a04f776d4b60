/**
 * The whole Shanghai job on the page, with as many units as the city has: score sheets out, all of them back, the roster with their scores, and
 * everything that is made of it, which is what the command line makes. From a server into a folder, by mouse and by keyboard; from a disk as zips.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { layOutScoreSheet } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { builtPageFile, builtPane } from '../support/build-pane.ts';
import { dropOnPage } from '../support/drop-on-page.ts';
import { fillingOf, listFilling } from '../support/filled-sheets.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { findFocus } from '../support/keyboard-focus.ts';
import { openPanePage } from '../support/pane-page.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSample } from '../support/sample-file.ts';
import { missing } from '../support/tools.ts';
import { partsOf, readWorkbooks } from './clerk-page.ts';
import { clearFolder, FOLDER, letPick, listFolder, readFolder } from './picked-folder.ts';

/** 会员单位 of the sample. */
const UNITS = 5_210;
/** Printed in two copies each, as the document asks. */
const FORMS = 589;
const PATIENCE = 400_000;
/** More than any view has. */
const MOST_STOPS = 400;

type Press = (page: Page, name: string | RegExp) => Promise<void>;

const byMouse: Press = (page, name) => page.getByRole('button', { name, exact: true }).click();

const byKeyboard: Press = async (page, name) => {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const { label } = await findFocus(page);
    if (typeof name === 'string' ? label !== name : !name.test(label)) continue;
    // What is greyed while the page works is waited for, as by the mouse.
    await page.locator(':focus:not([aria-disabled="true"])').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error(`no way to ${String(name)}`);
};

describe.skipIf(missing('chromium', 'openssl'))('the whole Shanghai job on the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-whole-job-'));
  const at = (name: string) => path.join(folder, name);
  /** What the command line makes of the same, part by part. */
  let scored = new Map<string, string>();
  let tally = new Map<string, string>();
  let expected = new Map<string, Map<string, string>>();
  let browser: Browser;
  let server: RunningServer;

  beforeAll(async () => {
    await writeSample(at('总名册.xlsx'), 'shanghai-security-2024');
    runCli('sheets', at('总名册.xlsx'), '--out', at('评分表'));
    const layout = layOutScoreSheet(await findShanghai());
    const filled = listBooks(at('评分表')).map((name, index): [string, Uint8Array] => {
      const filling = fillingOf(layout.scheme, 90 + (index % 11), index % 11);
      return [name, patchWorkbook(readFileSync(at(path.join('评分表', name))), name, listFilling(layout, filling))];
    });
    // Workbooks are packed already.
    mkdirSync(at('收到'));
    writeFileSync(at('收到/收到.zip'), zipSync(Object.fromEntries(filled), { level: 0 }));
    const outputs = ['--out', at('汇总.xlsx'), '--write-roster', at('填好.xlsx')];
    runCli('collect', at('收到'), '--roster', at('总名册.xlsx'), ...outputs);
    tally = partsOf(readFileSync(at('汇总.xlsx')));
    scored = partsOf(readFileSync(at('填好.xlsx')));
    // As many of each form as the document asks for, which the page makes unasked.
    runCli('all', at('填好.xlsx'), '--copies', '2', '--out', at('全部'));
    expected = readWorkbooks(at('全部'));
    server = await serve(fromFolder(await builtPane()));
    browser = await startBrowser();
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['mouse', byMouse],
    ['keyboard', byKeyboard],
  ] as const)(
    'is done from a server by %s alone',
    async (_, pressIn) => {
      const { page, context, takeFaults } = await openPanePage(browser, `${server.origin}/page.html`, {}, (made) => {
        made.setDefaultTimeout(60_000);
        return made.addInitScript(() => {
          window.print = () => {
            const printed = document.createElement('output');
            printed.textContent = `打印 ${document.querySelectorAll('.printed-alone section').length} 张`;
            document.body.append(printed);
          };
        });
      });
      const press = (name: string | RegExp) => pressIn(page, name);
      const give = async (name: string, files: string | { name: string; mimeType: string; buffer: Buffer }) => {
        const asked = page.waitForEvent('filechooser');
        await press(name);
        await (await asked).setFiles(files);
      };
      const done = page.getByRole('status').filter({ hasText: FOLDER });

      await page.getByRole('heading', { name: '把总名册拖到这里' }).waitFor();
      await give('选择总名册', at('总名册.xlsx'));
      await page.getByRole('heading', { name: '取表' }).waitFor();
      await letPick(page);
      await press('都存到一个文件夹');
      await page.getByText(`存到文件夹“${FOLDER}”`).first().waitFor();

      // Out, stopped in the middle, and gone on with.
      await press('取评分表');
      await expect
        .poll(() => listFolder(page).then((names) => names.length), { timeout: PATIENCE })
        .toBeGreaterThan(100);
      await press('取消');
      await done.getByText('停下了').waitFor();
      const some = (await listFolder(page)).filter(isBook);
      expect(some.length).toBeGreaterThan(0);
      expect(some.length).toBeLessThan(UNITS);
      await press('取评分表');
      await done.getByText('已写入').waitFor();
      expect((await listFolder(page)).filter(isBook)).toHaveLength(UNITS);
      await clearFolder(page);

      // Back, all of them.
      await press('收评分表');
      await give('选文件或压缩包', at('收到/收到.zip'));
      expect(await countReceived(page)).toBe(UNITS);
      await press('取填入得分的总名册');
      await done.getByText('已写入').waitFor();
      const [roster] = [...(await readFolder(page))].filter(([name]) => /总名册.*\.xlsx$/.test(name));
      if (!roster) throw new Error('no roster was written');
      expect(partsOf(roster[1])).toEqual(scored);

      // Everything that is made of it, and the forms out of the printer.
      await give('换一份总名册', { name: '填好.xlsx', mimeType: '', buffer: Buffer.from(roster[1]) });
      await press('打开“填好.xlsx”');
      await page.getByRole('banner').getByText('填好.xlsx').waitFor();
      await clearFolder(page);
      await press('都存到一个文件夹');
      await press('取全部');
      await done.getByText('已写入').waitFor();
      const written = await readFolder(page);
      expect([...written.keys()].filter(isBook).sort()).toEqual([...expected.keys()].sort());
      // By name: what differs is of megabytes.
      const differing = [...expected].filter(
        ([name, parts]) => !isDeepStrictEqual(partsOf(written.get(name) ?? new Uint8Array()), parts),
      );
      expect(differing.map(([name]) => name)).toEqual([]);
      await press('查看与打印审批表');

      await press(new RegExp(`^打印全部 ${2 * FORMS} 份$`));
      await page.getByText(`打印 ${2 * FORMS} 张`).waitFor({ state: 'attached' });
      expect(takeFaults()).toEqual([]);
      await context.close();
    },
    PATIENCE,
  );

  it(
    'is done from a disk, as zips',
    async () => {
      const address = pathToFileURL(await builtPageFile()).href;
      const { page, context, takeFaults } = await openPanePage(browser, address, {}, (made) => {
        made.setDefaultTimeout(60_000);
        return made.addInitScript(() => {
          Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
        });
      });
      const take = async (title: string) => {
        const download = page.waitForEvent('download');
        await byMouse(page, `取${title}`);
        return new Uint8Array(readFileSync(await (await download).path()));
      };
      await page.getByLabel('选择总名册').setInputFiles(at('总名册.xlsx'));
      await page.getByRole('heading', { name: '取表' }).waitFor();
      const made = unzipSync(await take('评分表'));
      const sheets = Object.keys(made).filter(isBook).sort();
      expect(sheets).toEqual(
        listBooks(at('评分表'))
          .map((name) => `评分表/${name}`)
          .sort(),
      );
      for (const name of sheets.filter((_, index) => index % 100 === 0)) {
        const bytes = made[name] ?? new Uint8Array();
        expect(partsOf(bytes)).toEqual(partsOf(readFileSync(at(name))));
      }
      await byMouse(page, '收评分表');
      await dropOnPage(page, 'section[aria-labelledby="receive"]', [at('收到')]);
      expect(await countReceived(page)).toBe(UNITS);
      expect(partsOf(await take('评分汇总'))).toEqual(tally);
      expect(takeFaults()).toEqual([]);
      await context.close();
    },
    PATIENCE,
  );
});

/** Score sheets that count. */
async function countReceived(page: Page): Promise<number> {
  const counted = page.getByRole('group', { name: '收件一览' }).getByRole('button', { name: /已计入/ });
  return Number((await counted.innerText()).replace(/\D/g, ''));
}

/** With forward slashes. */
function listBooks(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter(isBook).map((name) => name.split(path.sep).join('/'));
}

function isBook(name: string): boolean {
  return name.endsWith('.xlsx');
}
