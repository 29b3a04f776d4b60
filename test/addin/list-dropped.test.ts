/** What the browser cannot open of a drop is named in Chinese, and everything else of it comes in; by handles, and by entries where there are none. */
import { describe, expect, it, test } from 'vitest';
import { listDropped } from '../../addin/page/returns/list-dropped.ts';
import { joinGiven, openFolders } from '../../addin/page/returns/list-places.ts';

interface Fake {
  readonly name: string;
  /** Null of a file. */
  readonly inside: readonly Fake[] | null;
  readonly isGone: boolean;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const gone = () => new DOMException('A requested file or directory could not be found.', 'NotFoundError');
const file = (name: string, isGone = false): Fake => ({ name, inside: null, isGone });
/** One that is gone fails in place of saying that what it gave was all. */
const folder = (name: string, inside: readonly Fake[], isGone = false): Fake => ({ name, inside, isGone });

/** Gives what stands in it one by one. */
function asEntry({ name, inside, isGone }: Fake): object {
  const createReader = () => {
    const left = [...(inside ?? [])];
    return {
      readEntries: (resolve: (some: object[]) => void, reject: (error: DOMException) => void) => {
        const next = left.shift();
        if (next) resolve([asEntry(next)]);
        else if (isGone) reject(gone());
        else resolve([]);
      },
    };
  };
  const open = (resolve: (file: File) => void, reject: (error: DOMException) => void) => {
    if (isGone) reject(gone());
    else resolve(new File([name], name));
  };
  return { name, isFile: inside === null, isDirectory: inside !== null, createReader, file: open };
}

function asHandle({ name, inside, isGone }: Fake): object {
  return {
    name,
    kind: inside ? 'directory' : 'file',
    getFile: () => (isGone ? Promise.reject(gone()) : Promise.resolve(new File([name], name))),
    async *values() {
      for (const each of inside ?? []) yield await Promise.resolve(asHandle(each));
      if (isGone) throw gone();
    },
  };
}

const WAYS = {
  entries: (fake: Fake) => ({ webkitGetAsEntry: () => asEntry(fake) }),
  handles: (fake: Fake) => ({
    // As on a page from a disk, where no entry can be opened.
    webkitGetAsEntry: () => asEntry({ ...fake, inside: fake.inside && [], isGone: true }),
    getAsFileSystemHandle: () => Promise.resolve(asHandle(fake)),
  }),
  'entries, for handles are refused': (fake: Fake) => ({
    webkitGetAsEntry: () => asEntry(fake),
    getAsFileSystemHandle: () => Promise.reject(new DOMException('', 'AbortError')),
  }),
};

async function drop(items: readonly object[]) {
  const dropped = await listDropped({ items } as unknown as DataTransfer);
  const { files, unread } = joinGiven([dropped, await openFolders(dropped.folders, new AbortController().signal)]);
  for (const { why } of unread) expect(why).toMatch(/^打不开（已被移走、改动，或正在别处打开）.*[^。A-Za-z]$/);
  return { files: files.map(({ path }) => path).sort(), unread: unread.map(({ path }) => path) };
}

describe.each(Object.entries(WAYS))('by %s', (_, way) => {
  // What a browser says of a folder as a file means nothing.
  const item = (fake: Fake) => ({ getAsFile: () => new File([], fake.name), ...way(fake) });

  it.each([
    [
      'nothing gone',
      [file('a'), folder('浦东', [file('b'), folder('一', [file('c')])])],
      ['a', '浦东/b', '浦东/一/c'],
      [],
    ],
    ['a file in a folder gone', [folder('浦东', [file('a'), file('b', true)]), file('c')], ['c', '浦东/a'], ['浦东/b']],
    ['a folder gone half-way', [folder('浦东', [file('a')], true), file('c')], ['c', '浦东/a'], ['浦东']],
    ['the only folder gone', [folder('收到', [], true)], [], ['收到']],
    ['a file of the only folder gone', [folder('收到', [file('a', true), file('b')])], ['b'], ['a']],
  ])('%s', async (_, fakes, files, unread) => {
    expect(await drop(fakes.map(item))).toEqual({ files, unread });
  });
});

test('the only folder gives its name, which no path repeats', async () => {
  const nameOf = async (...fakes: Fake[]) => {
    const items = fakes.map((fake) => ({ getAsFile: () => new File([], fake.name), ...WAYS.handles(fake) }));
    return (await listDropped({ items } as unknown as DataTransfer)).folder;
  };
  expect(await nameOf(folder('收到', [folder('浦东', [])]))).toBe('收到');
  expect(await nameOf(folder('收到', []), folder('浦东', []))).toBeNull();
  expect(await nameOf(file('a'))).toBeNull();
});

test('a folder that is called like a file is a folder', async () => {
  const item = {
    getAsFile: () => new File([], '收到.zip', { type: 'application/zip' }),
    ...WAYS.handles(folder('收到.zip', [file('a')])),
  };
  expect(await drop([item])).toEqual({ files: ['a'], unread: [] });
});

test('a workbook is not asked whether it is a folder', async () => {
  const ask = () => {
    throw new Error('asked');
  };
  const item = { getAsFile: () => new File(['a'], 'a.xlsx', { type: XLSX }), webkitGetAsEntry: ask };
  expect(await drop([item, { getAsFile: () => null, webkitGetAsEntry: () => null }])).toEqual({
    files: ['a.xlsx'],
    unread: [],
  });
});
