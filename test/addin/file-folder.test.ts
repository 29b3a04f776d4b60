/** Every file that was dropped stands in the page's folder under a place of its own, whatever the paths. */
import { expect, test } from 'vitest';
import { FileFolder } from '../../addin/page/returns/file-folder.ts';

async function listAll(folder: FileFolder, name = ''): Promise<string[]> {
  const entries = await folder.list(name);
  const below = entries.map(async (entry) => {
    const path = name === '' ? entry.name : `${name}/${entry.name}`;
    return entry.kind === 'file' ? [path] : await listAll(folder, path);
  });
  return (await Promise.all(below)).flat();
}

test.each([
  [
    ['a', 'a/b'],
    ['a', 'a（2）/b'],
  ],
  [
    ['a', 'a/b', 'a/c'],
    ['a', 'a（2）/b', 'a（2）/c'],
  ],
  [
    ['a/b', 'a'],
    ['a/b', 'a（2）'],
  ],
  [
    ['x/a', 'x/a/b/c'],
    ['x/a', 'x/a（2）/b/c'],
  ],
  [
    ['x.y/a', 'x.y/a'],
    ['x.y/a', 'x.y/a（2）'],
  ],
  [
    ['a.xlsx', 'a.xlsx', 'a.xlsx'],
    ['a.xlsx', 'a（2）.xlsx', 'a（3）.xlsx'],
  ],
])('%j', async (dropped, places) => {
  const files = dropped.map((path) => ({ path, file: new File([path], 'f') }));
  const folder = new FileFolder(files, new Map());
  expect((await listAll(folder)).sort()).toEqual([...places].sort());
  expect(places.map((place) => folder.files.get(folder.locate(place)))).toEqual(files.map(({ file }) => file));
});
