/** The built pane with a score sheet open, as a person has it in front. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Role } from '../../workbook/score-sheet/score-sheet-places.ts';
import { startBrowser } from '../office-host/browser.ts';
import { fromFolder, serve, type RunningServer } from '../office-host/serve.ts';
import { printedHeadings } from '../support/annex-3.ts';
import { builtPane } from '../support/build-pane.ts';
import { chooseColumn, openPanePage, type WatchedPage } from '../support/pane-page.ts';
import { basicItems, makeUnitSheet } from './score-fixture.ts';

const [first = basicItems[0]] = basicItems;
if (!first) throw new Error('the scheme has no items');
/** The first item. */
export const item = first;
/** The headings of the two columns as the document prints them, over the basic items and over the bonus items. */
export const columns = { basic: headingsAt(0), bonus: headingsAt(-1) };

function headingsAt(index: number): { self: string; association: string } {
  const [self = '', association = ''] = printedHeadings.at(index)?.rest ?? [];
  return { self, association };
}

/** What was there before a re-read is shown until it has come, and then goes. */
export const untilRead = (pane: Page | Frame) => pane.locator('main[aria-busy="false"]').waitFor();
export const groupOf = (pane: Page | Frame, text: string) => pane.getByRole('group', { name: new RegExp(text) });

export interface ScorePage {
  readonly page: Page;
  readonly watched: WatchedPage;
  /** The blank sheet of a unit. */
  readonly blank: Uint8Array;
  /** Where `open` writes what it opens. */
  readonly file: string;
  /** Opens a sheet in the page of the last test, and says which column is to be written. */
  readonly open: (bytes: Uint8Array, role?: Role) => Promise<void>;
}

/** Sets up the page in a browser without Excel for the tests around; after each, nothing has gone wrong in it. @returns the page, from then on */
export function setUpScorePage(): () => ScorePage {
  const folder = mkdtempSync(path.join(tmpdir(), 'score-pane-'));
  const file = path.join(folder, '评分表.xlsx');
  let browser: Browser;
  let server: RunningServer;
  let ready: ScorePage | null = null;
  const get = () => {
    if (!ready) throw new Error('the page is not open yet');
    return ready;
  };

  beforeAll(async () => {
    server = await serve(fromFolder(await builtPane()));
    browser = await startBrowser();
    const watched = await openPanePage(
      browser,
      server.origin,
      { viewport: { width: 1280, height: 900 } },
      // A headless browser has no dialog for the place of a file.
      (context) =>
        context.addInitScript(() => {
          Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
        }),
    );
    const { page } = watched;
    const open = async (bytes: Uint8Array, role: Role = 'association') => {
      writeFileSync(file, bytes);
      await watched.openFile(file);
      await chooseColumn(page, role);
    };
    ready = { page, watched, blank: await makeUnitSheet(), file, open };
  }, 240_000);
  afterEach(() => {
    expect(get().watched.takeFaults()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return get;
}
