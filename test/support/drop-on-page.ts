import type { Page } from 'playwright-core';

/**
 * Drops files and folders of the disk by the browser itself, with what a script cannot make: folders that can be opened.
 * @param selector what they are let go over
 */
export async function dropOnPage(page: Page, selector: string, paths: readonly string[]): Promise<void> {
  // Asked from within: the test tool cannot ask the oldest engine where an element stands.
  const at = await page.evaluate((wanted) => {
    const { left, top, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + Math.min(20, height / 2) };
  }, selector);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await devtools.detach();
}
