/** A stand-in for the browser's dialog for the place of a file. */
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    picker: { outcome: PickerOutcome; asked: unknown[]; steps: string[] };
  }
}

type PickerOutcome = 'saved' | 'cancelled' | 'disk full' | 'forbidden';

/** What the dialog is to do when the page asks next. */
export function choosePlace(page: Page, outcome: PickerOutcome): Promise<void> {
  return page.evaluate((wanted) => {
    window.picker = { outcome: wanted, asked: [], steps: [] };
  }, outcome);
}

/** A dialog for the place of a file, which a headless browser has not: it does what `window.picker.outcome` says. */
export function stubSavePicker(): void {
  const toBase64 = async (blob: Blob) =>
    btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));
  const showSaveFilePicker = (options: unknown) => {
    const { picker } = window;
    picker.asked.push(options);
    if (picker.outcome === 'cancelled') return Promise.reject(new DOMException('', 'AbortError'));
    if (picker.outcome === 'forbidden') return Promise.reject(new DOMException('', 'SecurityError'));
    const note = (step: string) => {
      picker.steps.push(step);
      return Promise.resolve();
    };
    const file = {
      async write(blob: Blob) {
        await note('write');
        if (picker.outcome === 'disk full') throw new DOMException('', 'QuotaExceededError');
        window.name = await toBase64(blob);
      },
      close: () => note('close'),
      abort: () => note('abort'),
    };
    const createWritable = async () => {
      await note('open');
      return file;
    };
    return Promise.resolve({ name: '挑好的名字.xlsx', createWritable });
  };
  Object.assign(window, { showSaveFilePicker });
}
