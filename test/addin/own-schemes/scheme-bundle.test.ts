/** Which of what is dropped is a scheme, and what of it is read. */
import { describe, expect, it, test } from 'vitest';
import {
  hasWorkbooks,
  holdsSchemes,
  readBundles,
  refuseTooMuch,
  type SchemeFiles,
} from '../../../addin/page/own-schemes/scheme-bundle.ts';
import { dropFile } from './dropped-folder.ts';

const MB = 1024 * 1024;

function drop(paths: readonly string[], folder: string | null = '2031'): SchemeFiles {
  return { files: paths.map((path) => dropFile(path, path)), unread: [], folder };
}

async function bundle(dropped: SchemeFiles) {
  const bundles = await readBundles(dropped);
  return Object.fromEntries(bundles.map(({ id, files }) => [id, files.map(({ name }) => name)]));
}

describe('what is a scheme', () => {
  it.each<[string, SchemeFiles, Record<string, readonly string[]>]>([
    [
      'the folder of one',
      drop(['scheme.yaml', 'source.md', 'forms/a.xlsx', 'forms/b.docx', '说明.docx']),
      { '2031': ['scheme.yaml', 'source.md', 'forms/a.xlsx'] },
    ],
    [
      'a folder of them',
      drop(['a/scheme.yaml', 'b/scheme.yaml', 'b/forms/x.xlsx']),
      { a: ['scheme.yaml'], b: ['scheme.yaml', 'forms/x.xlsx'] },
    ],
    [
      'several folders dropped together, among other things',
      drop(['a/scheme.yaml', '总名册.xlsx', '收到/1.xlsx'], null),
      { a: ['scheme.yaml'] },
    ],
    ['one far below', drop(['x/templates/a/scheme.yaml', 'package.yaml', 'x/z.yaml']), { a: ['scheme.yaml'] }],
    [
      'one beside others that lacks its scheme.yaml',
      drop(['a/scheme.yaml', 'b/awards.yaml', 'docs/x.md']),
      { a: ['scheme.yaml'], b: ['awards.yaml'] },
    ],
    ['the folder of one that lacks it', drop(['awards.yaml', 'old/forms.yaml']), { '2031': ['awards.yaml'] }],
    ['what stands in one is part of it', drop(['a/scheme.yaml', 'a/old/scheme.yaml']), { a: ['scheme.yaml'] }],
    [
      'what systems leave behind is not',
      drop(['a/scheme.yaml', '__MACOSX/a/scheme.yaml', '.git/b/scheme.yaml', 'a/forms/~$x.xlsx', 'a/._scheme.yaml']),
      { a: ['scheme.yaml'] },
    ],
  ])('%s', async (_what, dropped, expected) => {
    expect(await bundle(dropped)).toEqual(expected);
  });

  it.each([
    ['nothing of a scheme', drop(['总名册.xlsx', '收到/a.md']), /里面有 scheme\.yaml/],
    ['its files without their folder', drop(['scheme.yaml', 'source.md'], null), /整个文件夹/],
    ['two of one name', drop(['x/a/scheme.yaml', 'y/a/scheme.yaml']), /两个评选方案都叫“a”/],
    ['too many', drop(Array.from({ length: 31 }, (_, index) => `s${index}/scheme.yaml`)), /31 个.*多于 30 个/],
    [
      'what cannot be opened',
      { ...drop(['a/scheme.yaml']), unread: [{ path: 'a/x', why: '打不开' }] },
      /^“a\/x”打不开。$/,
    ],
  ])('refuses %s', async (_what, dropped, message) => {
    await expect(readBundles(dropped)).rejects.toThrow(message);
  });

  it('is read whatever cannot be opened beside it, and refused for what cannot be opened in it', async () => {
    const files = [dropFile('a/scheme.yaml', ''), dropFile('总名册.xlsm', '')];
    const drop = (path: string) => ({ files, unread: [{ path, why: '打不开' }], folder: '2031' });
    expect(Object.keys(await bundle(drop('通知.docx')))).toEqual(['a']);
    await expect(readBundles(drop('a/forms'))).rejects.toThrow('“a/forms”打不开。');
    await expect(readBundles(drop('a'))).rejects.toThrow('“a”打不开。');
  });

  it('says of a file that has gone since, which it is', async () => {
    const gone = dropFile('scheme.yaml', '');
    Object.defineProperty(gone.file, 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('', 'NotReadableError')),
    });
    await expect(readBundles({ files: [gone], unread: [], folder: 'a' })).rejects.toThrow(
      /^评选方案“a”的 scheme\.yaml 打不开（已被移走/,
    );
  });
});

test('every kind of workbook may be a roster, lock files of Office and text tables are none', () => {
  for (const path of ['a/总名册.XLSX', '总名册.xlsm', '总名册.xls', '总名册.et', '总名册.ods']) {
    expect(hasWorkbooks(drop([path])), path).toBe(true);
  }
  for (const path of ['a/~$总名册.xlsx', '总名册.csv', '总名册.xlsx.pdf']) {
    expect(hasWorkbooks(drop([path])), path).toBe(false);
  }
});

test('a scheme is told from a roster and from returned files', () => {
  expect(holdsSchemes(drop(['scheme.yaml']))).toBe(true);
  expect(holdsSchemes(drop(['方案/a/scheme.yaml', '总名册.xlsx']))).toBe(true);
  for (const other of ['总名册.xlsx', 'awards.yaml', 'my-scheme.yaml', '.git/scheme.yaml', '__MACOSX/a/scheme.yaml']) {
    expect(holdsSchemes(drop([other])), other).toBe(false);
  }
});

describe('how much is read', () => {
  it('reads texts of 2 MB and forms of 20 MB, and refuses what is larger before reading it', async () => {
    for (const [name, most] of [
      ['awards.yaml', 2],
      ['forms/a.xlsx', 20],
    ] as const) {
      expect(() => {
        refuseTooMuch({ id: 'a', files: [{ name, size: most * MB }] });
      }).not.toThrow();
      const file = dropFile(name, '', most * MB + 1);
      Object.defineProperty(file.file, 'arrayBuffer', { value: () => Promise.reject(new Error('it was read')) });
      await expect(
        readBundles({ files: [dropFile('scheme.yaml', ''), file], unread: [], folder: 'a' }),
      ).rejects.toThrow(new RegExp(`^评选方案“a”的 ${name} 有 ${most}\\.0 MB，大于 ${most} MB`));
    }
  });

  it('reads a hundred files of a scheme, and no more', () => {
    const files = Array.from({ length: 101 }, (_, index) => ({ name: `${index}.md`, size: 1 }));
    expect(() => {
      refuseTooMuch({ id: 'a', files: files.slice(1) });
    }).not.toThrow();
    expect(() => {
      refuseTooMuch({ id: 'a', files });
    }).toThrow(/^评选方案“a”有 101 个文件，多于 100 个/);
  });
});
