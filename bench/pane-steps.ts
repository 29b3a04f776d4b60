/** What a person does with the pane, each with its times. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PaneInHost } from '../test/office-host/pane-in-host.ts';
import { chooseColumn, columnQuestion } from '../test/support/pane-page.ts';
import { median } from './bench.ts';
import type { Measured } from './measure.ts';
import { addClock, proveSight, readReady, time, type Timed } from './pane-clock.ts';

export const BROWSER_STEPS = ['opening', 'unfolding', 'switching', 'filtering', 'marking', 'jumping'] as const;
export const EXCEL_STEPS = ['opening', 'switching', 'editing'] as const;
export const TIMES_EMPTY = 'time ÷ empty page of Fluent UI';
export const EDIT_MS = 'edited → shown, ms';
export const SCORE_FIGURES = {
  reads: 'reads',
  writes: 'writes',
  actions: 'client actions',
  milliseconds: 'tapped → verdict, ms',
} as const;

type Step = (typeof BROWSER_STEPS)[number] | (typeof EXCEL_STEPS)[number];

/** The name of the figure. */
export const taskOf = (step: Step): string => `longest task ms, ${step}`;

/** One load takes too little time to be repeatable. */
const LOADS = 9;
/** Far more than a step takes, and little enough that a fault is seen. */
const PATIENCE_MS = 60_000;
const TAB = '[role=tab]';
const OPENED = { selector: 'dt', text: '审查通过' };
const CHECK_SHOWN = { selector: 'input[aria-label="查找审查结果"]' };
/** The flawed sample has a member unit of a district that is none. */
const UNKNOWN_DISTRICT = /所属不在名额分配表中/;

/** Until the page can be used, with nothing in any cache: load by load beside the empty page, so that both see the same moods of the machine. */
export async function clockStart(browser: Browser, address: string, emptyAddress: string): Promise<Measured> {
  const loads: { own: number; empty: number }[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    loads.push({ own: await clockLoad(browser, address), empty: await clockLoad(browser, emptyAddress) });
  }
  return measured(median(loads.map(({ own }) => own)), {
    [TIMES_EMPTY]: median(loads.map(({ own, empty }) => own / empty)),
  });
}

async function clockLoad(browser: Browser, address: string): Promise<number> {
  const { context, page } = await openPage(browser, address);
  const milliseconds = await readReady(page);
  await context.close();
  return milliseconds;
}

/** A master roster from disk, and what its panels do; the sheet stands beside them. */
export async function clockRosterInBrowser(browser: Browser, address: string, roster: string): Promise<Measured> {
  const { context, page } = await openPage(browser, address);
  await readReady(page);
  const opening = await time(page, () => page.setInputFiles('input[type=file]', roster), OPENED);
  const unfolding = await time(page, click(page, 'h2 button', '浦东'), { selector: 'h3' });
  const switching = await time(page, click(page, TAB, '审查'), CHECK_SHOWN);
  const shown = (await page.getByText(/^共 \d+ 条/).textContent()) ?? '';
  const search = page.getByRole('searchbox', { name: '查找审查结果' });
  const filtering = await time(
    page,
    () => search.fill('会员单位!C'),
    { selector: '[role=status]', text: shown },
    'gone',
  );
  const marking = await time(page, click(page, 'button', '在表格里标出'), {
    selector: '[role=status]',
    text: '已标记',
  });
  await page.getByRole('button', { name: UNKNOWN_DISTRICT }).click();
  const cell = page.getByRole('button', { name: /会员单位!C\d+/ }).first();
  const row = /\d+$/.exec((await cell.textContent()) ?? '')?.[0] ?? '';
  const jumping = await time(page, () => cell.dispatchEvent('click'), { selector: `tr[aria-rowindex="${row}"]` });
  await proveSight(page);
  await context.close();
  const tasks = tasksOf({ opening, unfolding, switching, filtering, marking, jumping });
  return measured(opening.milliseconds, tasks);
}

/** The same roster in a workbook that is open in the host, and one cell of it edited by hand. */
export async function clockRosterInExcel(excel: PaneInHost): Promise<Measured> {
  const { pane } = excel;
  const opening = await time(pane, () => Promise.resolve(), OPENED);
  const switching = await time(pane, click(pane, TAB, '审查'), CHECK_SHOWN);
  const group = pane.getByRole('button', { name: UNKNOWN_DISTRICT });
  const title = (await group.textContent()) ?? '';
  await group.click();
  const cell = await pane
    .getByRole('button', { name: /会员单位!C\d+/ })
    .first()
    .textContent();
  const [sheet = '', address = ''] = cell?.split('!') ?? [];
  const edit = () => excel.typeByHand(sheet, address, '浦东');
  const editing = await time(pane, edit, { selector: 'h2', text: title }, 'gone');
  await proveSight(pane);
  await excel.close();
  const figures = { ...tasksOf({ opening, switching, editing }), [EDIT_MS]: editing.milliseconds };
  return measured(opening.milliseconds, figures);
}

/** A score of the first item, from the tap to the verdict, and what went to the host for it. */
export async function clockScore(excel: PaneInHost): Promise<Measured> {
  const { pane } = excel;
  await columnQuestion(pane).waitFor({ timeout: PATIENCE_MS });
  await chooseColumn(pane, 'association');
  await excel.settle();
  await excel.clearCounts();
  const button = (await pane.locator('button[aria-label^="8 分"]').all())[0];
  if (!button) throw new Error('no item has 8 points');
  const scored = await time(pane, () => button.dispatchEvent('click'), { selector: 'main', text: '总计 8 分' });
  const { reads, writes, actions } = await excel.counts();
  await excel.close();
  return measured(scored.milliseconds, {
    [SCORE_FIGURES.reads]: reads,
    [SCORE_FIGURES.writes]: writes,
    [SCORE_FIGURES.actions]: actions,
    [SCORE_FIGURES.milliseconds]: scored.milliseconds,
  });
}

async function openPage(browser: Browser, address: string): Promise<{ context: BrowserContext; page: Page }> {
  const viewport = { width: 1280, height: 800 };
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN', viewport });
  context.setDefaultTimeout(PATIENCE_MS);
  await addClock(context);
  const page = await context.newPage();
  await page.goto(address);
  return { context, page };
}

/** A click as the page meets it, without the waiting of the test tool. */
function click(pane: Page | PaneInHost['pane'], selector: string, text: string): () => Promise<void> {
  return () => pane.locator(selector, { hasText: text }).first().dispatchEvent('click');
}

function tasksOf(steps: Readonly<Partial<Record<Step, Timed>>>): Record<string, number> {
  return Object.fromEntries(
    [...BROWSER_STEPS, ...EXCEL_STEPS].flatMap((step) => {
      const timed = steps[step];
      return timed ? [[taskOf(step), timed.longestTask]] : [];
    }),
  );
}

function measured(milliseconds: number, figures: Record<string, number> = {}): Measured {
  return { wall: milliseconds / 1000, cpu: NaN, peak: NaN, figures };
}
