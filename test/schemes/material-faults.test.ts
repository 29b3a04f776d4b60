/** Checklists that point to a form or an item that is not there. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadScheme } from '../../schemes/load-scheme.ts';
import { readSchemeFolder } from '../support/templates.ts';

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  files = await readSchemeFolder(fileURLToPath(new URL('sixth/starbridge-inns-2031', import.meta.url)));
});

/** The faults after `materials.yaml` was changed, as `field: message`. */
function faultsAfter(change: (text: string) => string): string[] {
  const text = files.get('materials.yaml') ?? '';
  const changed = change(text);
  expect(changed).not.toBe(text);
  const result = loadScheme(new Map([...files, ['materials.yaml', changed]]));
  return 'faults' in result ? result.faults.map(({ field, message }) => `${field}: ${message}`) : [];
}

describe('an item that is printed', () => {
  test('needs a form of that title', () => {
    expect(faultsAfter((text) => text.replace('营业执照复印件 }', '营业执照复印件, provider: printed }'))).toEqual([
      expect.stringMatching(/^checklists\[0\]\.items\[1\]\.provider: forms\.yaml 没有calmInn的这一张表/),
    ]);
  });
});

describe('the contents', () => {
  const withContents = (position: number) => (text: string) =>
    `${text}\ncontents: { value: ${position}, cite: { clause: 五（三）, quote: 装订成册, reading: 目录列作第 ${position} 项 } }\n`;

  test('is an item of every list: the shorter one has three', () => {
    expect(faultsAfter(withContents(3))).toEqual([]);
    expect(faultsAfter(withContents(4))).toEqual([
      expect.stringMatching(/^contents\.value: 目录是第 4 项，而有的清单只有 3 项/),
    ]);
  });

  test('is counted from 1', () => {
    expect(faultsAfter(withContents(0))).toEqual([expect.stringMatching(/^contents\.value: /)]);
  });
});
