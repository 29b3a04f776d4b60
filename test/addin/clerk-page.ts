/** The clerk's page, built and in a browser, anew for each test. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { builtPane } from '../support/build-pane.ts';
import { openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { writeSample } from '../support/sample-file.ts';
import { unpackTexts, withoutCreated } from '../support/unpack.ts';

/** Small, and with forms, lists and a notice. */
export const SCHEME = { id: 'xinjiang-fire-2021', title: '新疆消防协会2021年度先进单位和先进个人评选' };

/** What the tests of the page have at hand. */
class ClerkPage {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  /** A clean roster, and one with faults. */
  readonly roster = path.join(this.folder, '总名册.xlsx');
  readonly flawed = path.join(this.folder, '有错.xlsx');
  private watched: WatchedPage | null = null;

  get page(): Page {
    if (!this.watched) throw new Error('the page is not open yet');
    return this.watched.page;
  }

  async start(browser: Browser, origin: string): Promise<void> {
    // A headless browser has no dialog for the place of a file: what is saved goes to the folder for downloads.
    this.watched = await openPanePage(browser, `${origin}/page.html`, {}, (context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      }),
    );
  }

  /** Nothing has gone wrong in it. */
  async end(): Promise<void> {
    expect(this.watched?.takeFaults()).toEqual([]);
    await this.watched?.context.close();
  }

  async open(file: string): Promise<void> {
    await this.page.getByLabel('选择总名册').setInputFiles(file);
    await this.page.getByRole('heading', { name: '取表' }).waitFor();
  }

  async take(title: string): Promise<{ name: string; bytes: Uint8Array }> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: `取${title}`, exact: true }).click();
    const saved = await download;
    await this.page.getByText(`已交给浏览器下载“${saved.suggestedFilename()}”`).waitFor();
    return { name: saved.suggestedFilename(), bytes: new Uint8Array(readFileSync(await saved.path())) };
  }

  async figure(label: string): Promise<number> {
    const card = this.page.getByRole('group', { name: '总名册一览' }).locator('> *', { hasText: label });
    return Number((await card.innerText()).replace(/\D/g, ''));
  }
}

/** Sets up the page for the tests around. */
export function setUpClerkPage(): ClerkPage {
  const clerk = new ClerkPage();
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    await writeSample(clerk.roster, SCHEME.id);
    await writeSample(clerk.flawed, SCHEME.id, { flawed: true });
    server = await serve(fromFolder(await builtPane()));
    browser = await startBrowser();
  }, 240_000);
  beforeEach(() => clerk.start(browser, server.origin));
  afterEach(() => clerk.end());
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(clerk.folder, { recursive: true });
  });
  return clerk;
}

/** A workbook part by part, for packers differ. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map([...unpackTexts(bytes)].map(([name, text]) => [name, withoutCreated(text)]));
}

/** The workbooks below a folder, part by part, by their paths with forward slashes. */
export function readWorkbooks(root: string): Map<string, Map<string, string>> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const workbooks = names.filter((name) => name.endsWith('.xlsx') && statSync(path.join(root, name)).isFile());
  return new Map(
    workbooks.map((name) => [name.split(path.sep).join('/'), partsOf(readFileSync(path.join(root, name)))]),
  );
}

/** Whether its top stands inside the window, and below a header that stays. */
export function isSeen(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { top, left } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + 8, top + 4));
  });
}
