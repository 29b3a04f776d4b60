/** A whole season's score sheets through the page, from a disk: as many as the city has units go out, come back filled in, and are counted. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { layOutScoreSheet } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { startBrowser } from '../office-host/browser.ts';
import { builtPageFile } from '../support/build-pane.ts';
import { dropOnPage } from '../support/drop-on-page.ts';
import { fillingOf, listFilling } from '../support/filled-sheets.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { openPanePage } from '../support/pane-page.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSample } from '../support/sample-file.ts';
import { missing } from '../support/tools.ts';
import { partsOf } from './clerk-page.ts';

/** 会员单位 of the sample. */
const UNITS = 5_210;
const PATIENCE = 300_000;

describe.skipIf(missing('chromium'))('a whole season on the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-season-'));
  const at = (name: string) => path.join(folder, name);
  let browser: Browser;
  let file = '';

  beforeAll(async () => {
    file = await builtPageFile();
    await writeSample(at('总名册.xlsx'), 'shanghai-security-2024');
    browser = await startBrowser();
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it(
    'sends out a score sheet to every unit, and counts all that come back as the command line does',
    async () => {
      const address = pathToFileURL(file).href;
      const { page, takeFaults } = await openPanePage(browser, address, {}, (context) => {
        context.setDefaultTimeout(PATIENCE);
        return context.addInitScript(() => {
          Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
        });
      });
      const take = async (title: string) => {
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: `取${title}`, exact: true }).click();
        return new Uint8Array(readFileSync(await (await download).path()));
      };
      await page.getByLabel('选择总名册').setInputFiles(at('总名册.xlsx'));
      await page.getByRole('heading', { name: '取表' }).waitFor();
      const sheets = Object.entries(unzipSync(await take('评分表'))).filter(([name]) => name.endsWith('.xlsx'));
      expect(sheets).toHaveLength(UNITS);

      const layout = layOutScoreSheet(await findShanghai());
      for (const [index, [name, bytes]] of sheets.entries()) {
        const place = at(path.join('收到', name));
        mkdirSync(path.dirname(place), { recursive: true });
        const filling = fillingOf(layout.scheme, 70 + (index % 31), index % 11);
        writeFileSync(place, patchWorkbook(bytes, name, listFilling(layout, filling)));
      }
      await page.getByRole('button', { name: '收评分表', exact: true }).click();
      await dropOnPage(page, 'section[aria-labelledby="receive"]', [at('收到')]);
      await page.getByRole('group', { name: '收件一览' }).waitFor();
      const counted = page.getByRole('group', { name: '收件一览' }).getByRole('button', { name: /已计入/ });
      expect((await counted.innerText()).replace(/\D/g, '')).toBe(String(UNITS));

      const tally = partsOf(await take('评分汇总'));
      // The page always makes the roster with the scores ready, and tells what they change in it.
      const outputs = ['--out', at('汇总.xlsx'), '--write-roster', at('填好.xlsx')];
      const { status } = runCli('collect', at('收到'), '--roster', at('总名册.xlsx'), ...outputs);
      expect(status).toBe(0);
      expect(tally).toEqual(partsOf(readFileSync(at('汇总.xlsx'))));
      expect(takeFaults()).toEqual([]);
    },
    PATIENCE,
  );
});
