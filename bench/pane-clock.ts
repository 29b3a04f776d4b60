/** The clock of a page: what is measured runs in the page itself, where no tool of the test adds its own work. */
import type { BrowserContext, Frame, Page } from 'playwright-core';

interface LongTask {
  readonly start: number;
  readonly milliseconds: number;
}

declare global {
  interface Window {
    /** When the first button had been painted, in ms since the page was asked for. */
    benchReadyAt?: number;
    /** Tasks of this page of 50 ms and more; the browser tells no shorter ones. */
    benchLongTasks: LongTask[];
  }
}

/** Every page of the context gets the clock. */
export async function addClock(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.benchLongTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration, name } of list.getEntries()) {
        // Another page that shares the process is no work of this one.
        if (!/^(same|cross)-origin/.test(name)) {
          window.benchLongTasks.push({ start: startTime, milliseconds: duration });
        }
      }
    }).observe({ type: 'longtask', buffered: true });
    const watch = new MutationObserver(() => {
      if (document.querySelector('#root button') === null) return;
      watch.disconnect();
      requestAnimationFrame(() => {
        // A message comes after the frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          window.benchReadyAt = performance.now();
        };
        port2.postMessage(null);
      });
    });
    watch.observe(document, { childList: true, subtree: true });
  });
}

/** Milliseconds from asking for the page until its first button was painted. */
export async function readReady(page: Page): Promise<number> {
  const ready = await page.waitForFunction(() => window.benchReadyAt);
  return (await ready.jsonValue()) ?? NaN;
}

export interface Timed {
  /** From the act until what it leads to stood in the page. */
  readonly milliseconds: number;
  /** The longest task from the act until the page had come to rest; 0 when none had 50 ms. */
  readonly longestTask: number;
}

/** An element and what stands in it. */
export interface Sight {
  readonly selector: string;
  readonly text?: string;
}

/** Work that is put off until the page is idle belongs to the act too. */
const REST_MS = 700;

/**
 * Does something and times it.
 * @param act by whatever means; it ends without waiting for what it leads to
 * @param sight what comes into the page by it, or goes
 * @throws {Error} when it is there already, or not there to go
 */
export async function time(
  pane: Page | Frame,
  act: () => Promise<unknown>,
  sight: Sight,
  becomes: 'shown' | 'gone' = 'shown',
): Promise<Timed> {
  const start = await pane.evaluate(() => performance.now());
  const end = pane.evaluate(untilSeen, [sight, becomes] as const);
  await act();
  const seen = await end;
  await pane.waitForTimeout(REST_MS);
  const tasks = await pane.evaluate(() => window.benchLongTasks);
  const own = tasks.filter((task) => task.start + task.milliseconds > start).map(({ milliseconds }) => milliseconds);
  return { milliseconds: seen - start, longestTask: Math.max(0, ...own) };
}

const PROOF_MS = 120;

/** @throws {Error} when a task that blocks the page on purpose is not seen: then no figure of this page means anything */
export async function proveSight(pane: Page | Frame): Promise<void> {
  const before = await pane.evaluate(() => performance.now());
  await pane.evaluate((milliseconds) => {
    setTimeout(() => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
    }, 0);
  }, PROOF_MS);
  await pane.waitForTimeout(2 * PROOF_MS);
  const tasks = await pane.evaluate(() => window.benchLongTasks);
  if (!tasks.some(({ start, milliseconds }) => start >= before && milliseconds >= PROOF_MS))
    throw new Error('the browser does not tell long tasks');
}

/** Looks whenever the page has changed, for a look at every frame would be work of its own; gives the time of the frame that follows. */
async function untilSeen([{ selector, text = '' }, becomes]: readonly [Sight, 'shown' | 'gone']): Promise<number> {
  const isThere = () => [...document.querySelectorAll(selector)].some((each) => each.textContent.includes(text));
  const wanted = becomes === 'shown';
  if (isThere() === wanted) throw new Error(`${selector} “${text}” is ${becomes} before anything was done`);
  await new Promise<void>((resolve) => {
    const watch = new MutationObserver(() => {
      if (isThere() !== wanted) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(document, { childList: true, subtree: true, characterData: true });
  });
  return await new Promise(requestAnimationFrame);
}
