/** Which forms differ from those that a picked folder had. */
import { describe, expect, it } from 'vitest';
import { FormsBefore } from '../../addin/page/forms-before.ts';
import type { FormMark } from '../../jobs/form-marks.ts';
import { writeFormsLine } from '../../jobs/form-marks.ts';
import { RECORD } from '../../jobs/output-record.ts';

/** A picked folder that can be read. */
function folderOf(files: Readonly<Record<string, string>>, path = ''): FileSystemDirectoryHandle {
  const missing = () => Promise.reject(new DOMException('', 'NotFoundError'));
  const handle = {
    name: '结果',
    getDirectoryHandle: (name: string) => {
      const inside = `${path}${name}/`;
      const isThere = Object.keys(files).some((each) => each.startsWith(inside));
      return isThere ? Promise.resolve(folderOf(files, inside)) : missing();
    },
    getFileHandle: (name: string) => {
      const text = files[`${path}${name}`];
      const file = { arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) };
      return text === undefined ? missing() : Promise.resolve({ getFile: () => Promise.resolve(file) });
    },
    isSameEntry: (other: unknown) => Promise.resolve(other === handle),
  };
  return handle as unknown as FileSystemDirectoryHandle;
}

const mark = (form: string, digest: string): FormMark => ({ form, unit: '例一', sheet: `表-${form}`, digest });
const BEFORE = writeFormsLine('甲区-表.xlsx', [mark('1', 'a'), mark('2', 'b'), mark('3', 'c')]);
const NOW = new Map([['甲区-表.xlsx', [mark('1', 'a'), mark('2', 'x'), mark('4', 'd')]]]);

describe('FormsBefore', () => {
  it.each([
    ['its folder inside', { [`表/${RECORD}`]: BEFORE, '表/甲区-表.xlsx': '' }],
    ['the folder of the forms itself', { [RECORD]: BEFORE, '甲区-表.xlsx': '' }],
  ])('tells what is new, changed and void in %s', async (_, files) => {
    const since = await new FormsBefore().compare(folderOf(files), '表', NOW);
    expect(since?.differing.map(({ sheet }) => sheet).sort()).toEqual(['表-2', '表-4']);
    expect(since?.void).toEqual(['表-3']);
  });

  it('counts all as new where the file has gone, and tells nothing of a folder without forms', async () => {
    const gone = await new FormsBefore().compare(folderOf({ [RECORD]: BEFORE }), '表', NOW);
    expect(gone?.differing).toHaveLength(3);
    expect(await new FormsBefore().compare(folderOf({}), '表', NOW)).toBeNull();
  });

  it('holds on to what stood there when the folder was first met, until another roster is open', async () => {
    const files = { [RECORD]: BEFORE, '甲区-表.xlsx': '' };
    const [before, handle] = [new FormsBefore(), folderOf(files)];
    await before.meet(handle, '表');
    files[RECORD] = writeFormsLine('甲区-表.xlsx', NOW.get('甲区-表.xlsx') ?? []);
    expect((await before.compare(handle, '表', NOW))?.differing).toHaveLength(2);
    before.forget();
    expect((await before.compare(handle, '表', NOW))?.differing).toHaveLength(0);
  });
});
