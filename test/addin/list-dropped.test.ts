/** What the browser cannot open of a drop is named in Chinese, and everything else of it comes in. */
import { expect, test } from 'vitest';
import { listDropped } from '../../addin/page/returns/list-dropped.ts';

type FakeEntry = Pick<FileSystemEntry, 'name' | 'isFile' | 'isDirectory'>;
const gone = () => new DOMException('A requested file or directory could not be found.', 'NotFoundError');

function fakeFile(name: string, isGone = false): FakeEntry {
  const file = (resolve: (file: File) => void, reject: (error: DOMException) => void) => {
    if (isGone) reject(gone());
    else resolve(new File([name], name));
  };
  return Object.assign({ name, isFile: true, isDirectory: false }, { file });
}

/** A folder that gives its entries one by one; one that is gone fails in place of saying that these were all. */
function fakeFolder(name: string, inside: readonly FakeEntry[], isGone = false): FakeEntry {
  const createReader = () => {
    const left = [...inside];
    return {
      readEntries: (resolve: (some: FakeEntry[]) => void, reject: (error: DOMException) => void) => {
        const next = left.shift();
        if (next) resolve([next]);
        else if (isGone) reject(gone());
        else resolve([]);
      },
    };
  };
  return Object.assign({ name, isFile: false, isDirectory: true }, { createReader });
}

async function drop(entries: readonly FakeEntry[]) {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  const { files, unread } = await listDropped({ items, files: [] } as unknown as DataTransfer);
  for (const { why } of unread) expect(why).toMatch(/^打不开（已被移走、改动，或正在别处打开）.*[^。A-Za-z]$/);
  return { files: files.map(({ path }) => path), unread: unread.map(({ path }) => path) };
}

test.each([
  ['nothing gone', [fakeFile('a'), fakeFolder('浦东', [fakeFile('b')])], ['a', '浦东/b'], []],
  ['a file gone', [fakeFile('a'), fakeFile('b', true), fakeFile('c')], ['a', 'c'], ['b']],
  [
    'a file in a folder gone',
    [fakeFolder('浦东', [fakeFile('a'), fakeFile('b', true)]), fakeFile('c')],
    ['浦东/a', 'c'],
    ['浦东/b'],
  ],
  ['a folder gone half-way', [fakeFolder('浦东', [fakeFile('a')], true), fakeFile('c')], ['浦东/a', 'c'], ['浦东']],
  ['the only folder gone', [fakeFolder('收到', [], true)], [], ['收到']],
  ['a file of the only folder gone', [fakeFolder('收到', [fakeFile('a', true), fakeFile('b')])], ['b'], ['a']],
  ['all gone', [fakeFile('a', true), fakeFile('b', true)], [], ['a', 'b']],
])('%s', async (_, entries, files, unread) => {
  expect(await drop(entries)).toEqual({ files, unread });
});
