/** What is odd about a roster's file is told, and is no reason to turn it away. */
import { expect, it } from 'vitest';
import { loadRoster } from '../../jobs/load-roster.ts';
import type { SchemeSource } from '../../jobs/scheme-source.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { makeZip } from '../support/hostile-zip.ts';
import { writeRoster } from '../support/returned-folder.ts';
import { unpackTexts } from '../support/unpack.ts';

it('a roster that looks something up in another workbook is read, and the cells are named', async () => {
  const scheme = await findShanghai();
  const plain = await writeRoster(scheme);
  const schemes: SchemeSource = {
    ids: () => Promise.resolve([scheme.id]),
    load: () => Promise.resolve({ scheme }),
    form: () => Promise.resolve(null),
  };
  const parts = [...unpackTexts(plain)].map(([name, data]) => {
    // 评分 is the third sheet; the row of 0002 comes first.
    const isScores = name === 'xl/worksheets/sheet3.xml';
    return { name, data: isScores ? data.replace(/(<c r="E2"[^>]*>)<v>55<\/v>/, '$1<f>[1]表!A1</f><v>55</v>') : data };
  });
  const linked = makeZip([...parts, { name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }]);
  const load = (bytes: Uint8Array) => loadRoster({ name: '册.xlsx', bytes }, schemes);
  const [own, other] = [await load(plain), await load(linked)];
  expect(own.remarks).toEqual([]);
  expect(other.remarks).toEqual([
    expect.stringContaining('引用了别的工作簿，没有打开它们'),
    '工作表“评分”的 E2 格的公式取自别的工作簿，按保存的结果读取。',
  ]);
  expect(other.roster.scores).toEqual(own.roster.scores);
});
