/** A page worked from within, for engines in which the test tool's own search fails: it asks whether elements are visible in a way of Chromium 105. */
import type { Page } from 'playwright-core';

/** Waits for a button or tab whose name begins so, and clicks it. */
export async function press(page: Page, name: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button, [role="tab"]')];
    const button = buttons.find((each) => (each.getAttribute('aria-label') ?? each.textContent).startsWith(wanted));
    if (!button || button.matches(':disabled')) return false;
    button.click();
    return true;
  }, name);
}

/** Waits until the page shows the text. */
export async function see(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text);
}

/** Waits until the page no longer shows the text. */
export async function seeGone(page: Page, text: string): Promise<void> {
  await page.waitForFunction((unwanted) => !document.body.innerText.includes(unwanted), text);
}
