/** The built pane in a browser without Excel, watched for what it asks of the network and for what goes wrong. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { ROLES, type Role } from '../../workbook/score-sheet/score-sheet-places.ts';

type PageOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The address of every request, in order. */
  readonly requests: readonly string[];
  /** Requests that left the pane's own origin, uncaught errors, and error messages of the console; all of them since the last look. */
  readonly takeFaults: () => string[];
  /** Opens a workbook: from the start page, or instead of the one that is open, whose changes are given up. */
  openFile(file: string | { readonly name: string; readonly bytes: Uint8Array }): Promise<void>;
}

/** @param prepare scripts of the test's own, before the page loads */
export async function openPanePage(
  browser: Browser,
  address: string,
  options: PageOptions = {},
  prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve(),
): Promise<WatchedPage> {
  // Without motion a colour is what it will be, at once.
  const usual = { ignoreHTTPSErrors: true, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({ ...usual, ...options });
  await prepare(context);
  const requests: string[] = [];
  const faults: string[] = [];
  const { origin } = new URL(address);
  context.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    if (/^(https?|wss?):/.test(url) && new URL(url).origin !== origin) faults.push(`asked for ${url}`);
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const page = await context.newPage();
  await page.goto(address);
  return {
    page,
    context,
    requests,
    takeFaults: () => faults.splice(0),
    async openFile(file) {
      const input = page.locator('input[type=file]');
      const other = page.getByRole('button', { name: '打开其他文件' }).first();
      await input.or(other).first().waitFor({ state: 'attached' });
      if ((await input.count()) === 0) {
        await other.click();
        const giveUp = page.getByRole('button', { name: '不保存，离开' });
        await input.or(giveUp).first().waitFor({ state: 'attached' });
        if ((await giveUp.count()) > 0) await giveUp.click();
        // The button is gone, and its tooltip goes with the pointer.
        await page.mouse.move(0, 0);
      }
      const chosen =
        typeof file === 'string' ? file : { name: file.name, mimeType: '', buffer: Buffer.from(file.bytes) };
      await input.setInputFiles(chosen);
    },
  };
}

/** The question which column of a score sheet is to be written. */
export function columnQuestion(pane: Page | Frame) {
  return pane.getByRole('region', { name: '请选定填写哪一栏' });
}

/** Answers it, and waits until the sheet can be scored. */
export async function chooseColumn(pane: Page | Frame, role: Role): Promise<void> {
  await columnQuestion(pane).getByRole('button').nth(ROLES.indexOf(role)).click();
  await pane.getByText(/^总计 \d/).waitFor();
}

/** Changes to the other column, as a person does on purpose. */
export async function changeColumn(pane: Page | Frame): Promise<void> {
  await pane.getByRole('button', { name: '换一栏' }).click();
  const dialog = pane.getByRole('dialog', { name: '改填另一栏？' });
  await dialog.getByRole('button', { name: /^改填/ }).click();
  await dialog.waitFor({ state: 'detached' });
}
