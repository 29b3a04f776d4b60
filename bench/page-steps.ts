/** What a clerk does with the page, each step with what it takes. */
import type { Page } from 'playwright-core';
import { pickFolder } from '../test/addin/picked-folder.ts';
import { dropOnPage } from '../test/support/drop-on-page.ts';
import { inPage, type PageAtWork } from './page-browser.ts';
import type { Measured } from './measure.ts';

const OPENED = { selector: 'h2', text: '取表' };
const SAVED = '[role=status]';

/** A roster is given to the page, which shows what was found in it. */
export function clockFindings(address: string, roster: string): Promise<Measured> {
  return inPage(address, ({ page, step }) => step(() => giveRoster(page, roster), OPENED));
}

/** An output of an open roster is made, and handed over to be saved. @param says so many files */
export function clockOutput(address: string, roster: string, title: string, says: string): Promise<Measured> {
  return inOpenRoster(address, roster, async ({ page, step }) =>
    step(await findPress(page, `取${title}`), { selector: SAVED, text: says }),
  );
}

/** An output of an open roster is written into an empty folder that was picked. @param says so many files */
export function clockFolder(address: string, roster: string, title: string, says: string): Promise<Measured> {
  return inOpenRoster(address, roster, async ({ page, step }) => {
    await pickFolder(page);
    return await step(await findPress(page, `取${title}`), { selector: SAVED, text: says });
  });
}

/** A folder of what came in is dropped, and the board shows what it is. @param says how many are counted */
export function clockReturns(address: string, roster: string, folder: string, says: string): Promise<Measured> {
  return inOpenRoster(address, roster, async ({ page, step }) => {
    await (
      await findPress(page, '收评分表')
    )();
    return await step(() => dropOnPage(page, 'section[aria-labelledby="receive"]', [folder]), {
      selector: '[aria-label=收件一览] button',
      text: says,
    });
  });
}

/** All forms are laid out, until the first stands on the screen. */
export function clockLaying(address: string, roster: string, title: string): Promise<Measured> {
  return inOpenRoster(address, roster, async ({ step, page }) =>
    step(await findPress(page, `查看与打印${title}`), FIRST_PAGE),
  );
}

/** All forms that were laid out are made ready for the printer, as many of each as the document asks for. */
export function clockPrinting(address: string, roster: string, title: string, says: string): Promise<Measured> {
  return inOpenRoster(address, roster, async ({ page, step }) => {
    await (
      await findPress(page, `查看与打印${title}`)
    )();
    await page.locator(FIRST_PAGE.selector).first().waitFor();
    return await step(await findPress(page, /^打印全部/), { selector: '#printed', text: says });
  });
}

const FIRST_PAGE = { selector: 'section[aria-label^="第"] svg text' };

async function inOpenRoster(
  address: string,
  roster: string,
  work: (at: PageAtWork) => Promise<Measured>,
): Promise<Measured> {
  return await inPage(address, async (at) => {
    await giveRoster(at.page, roster);
    await at.page.getByRole('heading', { name: OPENED.text }).waitFor();
    return await work(at);
  });
}

async function giveRoster(page: Page, roster: string): Promise<void> {
  await page.getByLabel('选择总名册').setInputFiles(roster);
}

/** Finds a button beforehand, for to look through the page takes its thread a while. @returns clicks it as the page meets a click */
async function findPress(page: Page, name: string | RegExp): Promise<() => Promise<void>> {
  const button = await page.getByRole('button', { name, exact: true }).elementHandle();
  return () => button.dispatchEvent('click');
}
