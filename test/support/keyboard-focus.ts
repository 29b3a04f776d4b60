/** Where the keyboard is in a page. */
import type { Page } from 'playwright-core';

interface Focus {
  /** By its name, or its text. */
  readonly label: string;
  readonly isLost: boolean;
  /** It shows that it has the keyboard, and stands inside the window with nothing over it. */
  readonly isSeen: boolean;
}

/** What has the keyboard. */
export function findFocus(page: Page): Promise<Focus> {
  return page.evaluate(async () => {
    // What is scrolled to stands there with the next picture.
    await new Promise((done) => requestAnimationFrame(done));
    const { activeElement: element, body } = document;
    if (!element || element === body) return { label: '', isLost: true, isSeen: false };
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((each) => each.innerText) : [];
    const label = element.getAttribute('aria-label') ?? (labels.join('') || (element as HTMLElement).innerText);
    // A box that is ticked is drawn by what stands behind it.
    const { top, bottom, left, right } = (element.closest('.fui-Checkbox') ?? element).getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2);
    const isCovered =
      !at ||
      !(
        element.contains(at) ||
        at.contains(element) ||
        at.closest('label, .fui-Checkbox, .fui-Input, .fui-Select') !== null
      );
    return { label: label.trim(), isLost: false, isSeen: element.matches(':focus-visible') && !isCovered };
  });
}
