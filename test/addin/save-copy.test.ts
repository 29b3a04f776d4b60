/** What is said of a copy: under which name it stands, and whether that is known. */
import { afterEach, expect, it, vi } from 'vitest';
import { saveCopy } from '../../addin/shell/save-copy.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('tells the name that the user has picked in place of the one that was offered', async () => {
  const written: Blob[] = [];
  const createWritable = () =>
    Promise.resolve({
      write: (blob: Blob) => {
        written.push(blob);
      },
      close: () => undefined,
    });
  vi.stubGlobal('showSaveFilePicker', () => Promise.resolve({ name: '我们的密钥.txt', createWritable }));
  expect(await saveCopy(new Blob(['1']), '证书密钥.txt')).toEqual({ name: '我们的密钥.txt', isCertain: true });
  expect(await Promise.all(written.map((blob) => blob.text()))).toEqual(['1']);
});

it('is not certain of a download, which a browser may refuse without a word', async () => {
  const click = vi.fn();
  vi.stubGlobal('document', { createElement: () => ({ click }) });
  vi.useFakeTimers();
  expect(await saveCopy(new Blob(['1']), '证书密钥.txt')).toEqual({ name: '证书密钥.txt', isCertain: false });
  vi.runAllTimers();
  vi.useRealTimers();
  expect(click).toHaveBeenCalledOnce();
});

it('tells of nothing where the user thought better of it', async () => {
  vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('', 'AbortError')));
  expect(await saveCopy(new Blob(['1']), '证书密钥.txt')).toBeNull();
});
