/** What the main thread of a page does, as Chromium's own trace tells it. */
import type { Browser, Page } from 'playwright-core';

/** Its record of tasks, and nothing else. */
const CATEGORIES = ['-*', 'disabled-by-default-devtools.timeline'];
const MAIN_THREAD = 'CrRendererMain';

/** The part of an entry that is used. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Of a task: microseconds of CPU time, which a busy machine does not lengthen as it does the time on the wall. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Does something in a page.
 * @returns milliseconds of CPU time of the longest task that a main thread did meanwhile
 * @throws {Error} where the trace tells of none: then nothing is known
 */
export async function longestTask(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace: Buffer;
  try {
    await act();
    // What is told of a task is told when it has ended, and its last word may leave the page before that: the page comes round once more.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(resolve);
        }),
    );
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === MAIN_THREAD);
  const mains = new Set(threads.map(threadOf));
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && mains.has(threadOf(event)));
  const times = tasks.flatMap(({ tdur }) => tdur ?? []);
  if (times.length === 0) throw new Error('the browser told no task of a main thread, or none with its CPU time');
  return times.reduce((longest, each) => Math.max(longest, each), 0) / 1000;
}
