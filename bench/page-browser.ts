/** The page in a browser of its own, and what each step in it takes. */
import type { CDPSession, Page } from 'playwright-core';
import { startBrowser } from '../test/office-host/browser.ts';
import { longestTask } from '../test/support/main-thread.ts';
import type { Measured } from './measure.ts';
import { addClock, readReady, time, type Sight } from './pane-clock.ts';
import { readPeakMb } from './process-tree.ts';

/** Far more than a step takes, and little enough that a fault is seen. */
const PATIENCE_MS = 120_000;
export const LONGEST_TASK = 'longest task, ms of CPU';

interface ProcessInfo {
  readonly type: string;
  readonly id: number;
  readonly cpuTime: number;
}

/** What can be done to the page. */
export interface PageAtWork {
  readonly page: Page;
  /** Does something, until it shows in the page; `figures` are of this step alone. */
  readonly step: (act: () => Promise<unknown>, sight: Sight) => Promise<Measured>;
}

/** Opens the page at an address in a fresh browser, works in it, and closes it. */
export async function inPage<T>(address: string, work: (at: PageAtWork) => Promise<T>): Promise<T> {
  const browser = await startBrowser();
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(PATIENCE_MS);
    await addClock(context);
    await context.addInitScript(prepare);
    const page = await context.newPage();
    const system = await browser.newBrowserCDPSession();
    await page.goto(address);
    await readReady(page);
    const step: PageAtWork['step'] = async (act, sight) => {
      const before = await readProcesses(system);
      let wall = NaN;
      const longest = await longestTask(browser, page, async () => {
        wall = (await time(page, act, sight)).milliseconds / 1000;
      });
      const after = await readProcesses(system);
      return { wall, cpu: cpuBetween(before, after), peak: peakOf(after), figures: { [LONGEST_TASK]: longest } };
    };
    return await work({ page, step });
  } finally {
    await browser.close();
  }
}

/** Milliseconds from asking for the page until its first button was painted. */
export async function clockOpening(address: string): Promise<Measured> {
  const milliseconds = await inPage(address, ({ page }) => readReady(page));
  return { wall: milliseconds / 1000, cpu: NaN, peak: NaN };
}

/** Without a dialog for the place of a file, and without a printer: what comes to it stands in the page as a mark. */
function prepare(): void {
  Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
  window.print = () => {
    const mark = document.createElement('output');
    mark.id = 'printed';
    mark.textContent = `${document.querySelectorAll('.printed-alone section').length} 张`;
    document.body.append(mark);
  };
}

async function readProcesses(system: CDPSession): Promise<readonly ProcessInfo[]> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return processInfo;
}

/** Of the whole browser: reading and saving files is work of the page's too. */
function cpuBetween(before: readonly ProcessInfo[], after: readonly ProcessInfo[]): number {
  const earlier = new Map(before.map(({ id, cpuTime }) => [id, cpuTime]));
  return after.reduce((sum, { id, cpuTime }) => sum + cpuTime - (earlier.get(id) ?? 0), 0);
}

/** The page's process holds more than any other that shows a page, of which there is only a spare one. */
function peakOf(processes: readonly ProcessInfo[]): number {
  const renderers = processes.filter(({ type }) => type === 'renderer');
  return Math.max(...renderers.map(({ id }) => readPeakMb(id)));
}
