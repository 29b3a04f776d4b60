import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import { readSchemeFolder, TEMPLATES_FOLDER } from '../support/templates.ts';
import type { SchemeFault } from '../../schemes/fault.ts';
import { loadScheme } from '../../schemes/load-scheme.ts';
import { formatPath, type FieldPath } from '../../schemes/yaml-file.ts';
import { changeFile, faultsOf, mustLoad, shanghaiFiles, SHANGHAI, textOf } from './shanghai-files.ts';

const NEEDED_FILES = ['scheme.yaml', 'roster.yaml', 'awards.yaml', 'forms.yaml'];
const YAML_FILES = [...NEEDED_FILES, 'quota.yaml', 'score-sheet.yaml', 'prize.yaml'];

/** Between them they have every file that a scheme may have. */
const SCHEMES = [
  shanghaiFiles,
  await readSchemeFolder(fileURLToPath(new URL('sixth/starbridge-inns-2031', import.meta.url))),
  await readSchemeFolder(`${TEMPLATES_FOLDER}/inner-mongolia-grading-2022`),
];

/** The path of the first map of each kind; the items of a list are of one kind if they have the same keys. */
function listMaps(document: Document): FieldPath[] {
  const kinds = new Map<string, FieldPath>();
  const visit = (node: unknown, path: FieldPath) => {
    if (isMap(node)) {
      const keys = node.items.map(({ key }) => String(key));
      const kind = `${path.filter((step) => typeof step === 'string').join('.')}: ${keys.join(',')}`;
      if (!kinds.has(kind)) kinds.set(kind, path);
      node.items.forEach(({ value }, index) => {
        visit(value, [...path, keys[index] ?? '']);
      });
    }
    if (isSeq(node)) {
      node.items.forEach((item, index) => {
        visit(item, [...path, index]);
      });
    }
  };
  visit(document.contents, []);
  return [...kinds.values()];
}

type Files = ReadonlyMap<string, string>;

const documentOf = (file: string, files: Files) => parseDocument(textOf(file, files));

const maps = SCHEMES.flatMap((files, scheme) =>
  [...files.keys()]
    .filter((file) => file.endsWith('.yaml') && file !== 'cases.yaml')
    .flatMap((file) =>
      listMaps(documentOf(file, files)).map((path) => ({ scheme, files, file, path, field: formatPath(path) })),
    ),
);

test('every file that a scheme may have is among them', () => {
  const part = ['limits', 'materials', 'expert-review', 'review', 'grading'].map((name) => `${name}.yaml`);
  expect(new Set(maps.map(({ file }) => file))).toEqual(new Set([...YAML_FILES, ...part]));
});

describe('loadScheme', () => {
  test('loads the Shanghai scheme', () => {
    expect(mustLoad(shanghaiFiles).id).toBe(SHANGHAI);
  });

  const halfPoints = changeFile(
    'score-sheet.yaml',
    'quote: 3人以下的，1人1分 }',
    'quote: 3人以下的，1人1分, reading: 试算，以半分计 }',
    changeFile('score-sheet.yaml', 'value: 1/1', 'value: 1/2'),
  );

  test('a scheme with steps of half a point has twice as many steps as points', () => {
    const { scoreSheet } = mustLoad(halfPoints);
    expect(scoreSheet.threshold.value).toBe(170);
    expect(scoreSheet.categories[0]?.items[0]).toMatchObject({
      maximum: 16,
      credit: { choices: [{ points: 16 }, { points: 10 }] },
    });
    expect(scoreSheet.bonus.items[2]?.credit).toMatchObject({ points: 2 });
  });

  test('a threshold of half points loads where the step allows it', () => {
    const words = '85 分及以上的单位有参评资格 }';
    const files = changeFile(
      'score-sheet.yaml',
      words,
      words.replace('}', ', reading: 试算，84.5 分及以上 }'),
      changeFile('score-sheet.yaml', 'points: 85\n', 'points: 84.5\n', halfPoints),
    );
    expect(mustLoad(files).scoreSheet.threshold.value).toBe(169);
  });

  test('white space in a quote does not count', () => {
    const files = changeFile('prize.yaml', 'quote: 集体2000元', 'quote: 集体 2000　元');
    expect(mustLoad(files).prize.amounts[0]?.fen.value).toBe(200_000);
  });

  test.each(NEEDED_FILES)('a scheme without %s is refused, with the name of the file', (file) => {
    const files = new Map(shanghaiFiles);
    files.delete(file);
    expect(faultsOf(files)).toEqual([{ file, line: null, field: '', message: `方案缺少 ${file}，请补上这个文件` }]);
  });

  test('a document that rules no prizes has no prize.yaml', () => {
    const files = new Map(shanghaiFiles);
    files.delete('prize.yaml');
    const result = loadScheme(files);
    expect('scheme' in result && result.scheme.prize).toBeNull();
  });

  test('what is left in other files of a part that is gone is refused where it stands', () => {
    const without = (file: string) => {
      const files = new Map(shanghaiFiles);
      files.delete(file);
      return faultsOf(files).map((fault) => `${fault.file} ${fault.field}`);
    };
    // the citations of the districts, too, were read from the table that quota.yaml names
    expect(without('quota.yaml').filter((field) => !field.includes('districts'))).toEqual([
      'scheme.yaml checks.over-quota',
      'scheme.yaml checks.unused-places',
    ]);
    expect(without('score-sheet.yaml')).toEqual([
      'scheme.yaml checks.score-out-of-range',
      'awards.yaml conditions[6].kind',
      'awards.yaml conditions[7].kind',
    ]);
  });

  test('a YAML file that no part of the program reads is refused', () => {
    const files = new Map(shanghaiFiles).set('prizes.yaml', '');
    expect(faultsOf(files)).toMatchObject([{ file: 'prizes.yaml', line: null }]);
  });

  test.each(YAML_FILES)('an empty %s is refused', (file) => {
    expect(faultsOf(new Map(shanghaiFiles).set(file, ''))).toMatchObject([{ file, line: 1, field: '' }]);
  });

  test('a file that is no YAML is refused together with the faults of the others', () => {
    const files = changeFile('prize.yaml', 'amounts:', 'amounts: [').set('quota.yaml', 'ratios: 1\nratios: 2\n');
    expect(new Set(faultsOf(files).map(({ file }) => file))).toEqual(new Set(['prize.yaml', 'quota.yaml']));
  });

  test.each(['source.md', 'awards.yaml', 'README.md'])(
    '%s of half a million letters is read, and no longer one',
    (file) => {
      const fill = (length: number) => new Map(shanghaiFiles).set(file, '#'.repeat(length));
      const message = '有 500,001 字，多于 500,000 字，请核对是不是放错了文件';
      expect(faultsOf(fill(500_001))).toEqual([{ file, line: null, field: '', message }]);
      expect(faultsOf(fill(500_000)).filter((fault) => fault.message.includes('500,000'))).toEqual([]);
    },
  );

  test('all faults are listed, each file from top to bottom', () => {
    const files = changeFile('quota.yaml', 'places: 0', 'places: -1');
    const text = (files.get('quota.yaml') ?? '')
      .replace('ratio: 3/100', 'ratio: 3%')
      .replace('members: 5208', 'members: x');
    const lines = faultsOf(files.set('quota.yaml', text)).map(({ line }) => line ?? 0);
    expect(lines).toHaveLength(3);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});

describe('every field of every file', () => {
  test.each(maps)('scheme $scheme, $file $field: a key too many is refused at its place', ({ files, file, path }) => {
    const document = documentOf(file, files);
    document.setIn([...path, 'surplus'], 1);
    const field = formatPath([...path, 'surplus']);
    const faults = faultsOf(new Map(files).set(file, document.toString()));
    expect(faults.map((fault) => [fault.file, fault.field])).toContainEqual([file, field]);
    expectPlainChinese(faults);
  });

  test.each(maps)(
    'scheme $scheme, $file $field: blank fields are each refused at their place',
    ({ files, file, path }) => {
      const document = documentOf(file, files);
      const map = document.getIn(path);
      // without its kind, nothing else of a map can be judged
      const keys = isMap(map)
        ? map.items.map(({ key }) => String(key)).filter((key) => !/^(kind|type)$/.test(key))
        : [];
      for (const key of keys) document.setIn([...path, key], null);
      const faults = faultsOf(new Map(files).set(file, document.toString()));
      const fields = keys.map((key) => formatPath([...path, key]));
      expect(faults.map((fault) => fault.field)).toEqual(expect.arrayContaining(fields));
      expectPlainChinese(faults);
    },
  );

  // Without a citation, an item of a list cites its own text.
  const citesItself = ({ file, path }: (typeof maps)[number]) => file === 'materials.yaml' && path.includes('items');
  const cited = maps.filter(
    (each) => documentOf(each.file, each.files).hasIn([...each.path, 'cite']) && !citesItself(each),
  );

  test('the citations are found', () => {
    expect(cited.length).toBeGreaterThan(25);
  });

  test.each(cited)(
    'scheme $scheme, $file $field: a figure or condition without its citation is refused at its place',
    ({ files, file, path }) => {
      const document = documentOf(file, files);
      document.deleteIn([...path, 'cite']);
      const faults = faultsOf(new Map(files).set(file, document.toString()));
      expect(faults).toContainEqual(expect.objectContaining({ file, field: formatPath([...path, 'cite']) }));
      expectPlainChinese(faults);
    },
  );
});

/** No message of a library shines through. */
function expectPlainChinese(faults: readonly SchemeFault[]): void {
  for (const { message } of faults) {
    expect(message).toMatch(/[一-龥]{2}/);
    expect(message).not.toMatch(/Invalid|expected|received|undefined|。$/i);
  }
}
