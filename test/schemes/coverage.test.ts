/** Every sentence of a document is cited, or the README says why it is not in the scheme. */
import { describe, expect, test } from 'vitest';
import { coverDocuments, type CoveredSentence, readReasons } from '../../schemes/coverage.ts';
import { describeCoverage, coverSchemes } from '../../jobs/coverage.ts';
import { openSchemeFolder } from '../../scripts/scheme-folder.ts';
import { checkFolder } from '../../schemes/check-folder.ts';
import { listSchemeIds } from '../support/templates.ts';
import { changeFile, lineOf, SHANGHAI, shanghaiFiles, textOf } from './shanghai-files.ts';

type Files = ReadonlyMap<string, string>;

function sentences(files: Files): readonly CoveredSentence[] {
  return (coverDocuments(files) ?? []).flatMap((document) => document.sentences);
}

const openOf = (files: Files) => sentences(files).flatMap(({ line, open }) => open.map((words) => `${line} ${words}`));

describe('the documents of the product', async () => {
  const coverage = await coverSchemes(openSchemeFolder());

  test('are all there', async () => {
    expect(coverage.map(({ id }) => id)).toEqual(await listSchemeIds());
    expect(coverage.every(({ documents }) => documents.length === 1)).toBe(true);
  });

  test.each(coverage)('$id: nothing is left open', ({ documents }) => {
    const all = documents.flatMap((document) => document.sentences);
    expect(all.length).toBeGreaterThan(60);
    expect(all.flatMap(({ open }) => open)).toEqual([]);
    expect(all.filter(({ state }) => state === 'cited').length).toBeGreaterThan(20);
  });

  // Who decides, what is concluded, when, and on which paper: of these nothing may be passed over as a heading.
  test.each(coverage)('$id: no heading names a body, a conclusion or a paper', ({ documents }) => {
    const headings = documents.flatMap((document) => document.sentences).filter(({ state }) => state === 'heading');
    expect(
      headings.map(({ text }) => text).filter((text) => /委员会|理事会|会长|秘书处|结论|审批|材料|证书/.test(text)),
    ).toEqual(documents[0]?.sentences.some(({ text }) => text === '第五章 证书管理') ? ['第五章 证书管理'] : []);
  });
});

describe('a sentence', () => {
  test('that nobody cites is open, with its line', () => {
    const added = changeFile('source.md', '\n三、表彰奖励\n', '\n评审委员会给出评审结论。\n\n三、表彰奖励\n');
    expect(openOf(added)).toEqual([`${lineOf(textOf('source.md', added), '评审委员会')} 评审委员会给出评审结论。`]);
  });

  test('whose citation goes is open again, and only the words that went', () => {
    const without = changeFile('prize.yaml', '先进单位和先进保卫部门奖金不重复发放。', '先进单位和先进保卫部门奖金');
    expect(openOf(without)).toEqual(['39 不重复发放。']);
  });

  test('that the README explains is no longer open once it says so', () => {
    const added = changeFile(
      'source.md',
      '\n三、表彰奖励\n',
      '\n评审委员会在会后三日内给出评审结论，公布名单。\n\n三、表彰奖励\n',
    );
    const readme = (cell: string) =>
      new Map(added).set(
        'README.md',
        `${textOf('README.md')}\n\n| 条款 | 原文 | 为什么 |\n| - | - | - |\n| 新 | ${cell} | 试 |\n`,
      );
    expect(openOf(readme('「评审委员会……公布名单。」'))).toEqual([]);
    expect(openOf(readme('「评审委员会」「公布名单」'))).toEqual([
      expect.stringContaining('在会后三日内给出评审结论，'),
    ]);
    expect(openOf(readme('评审委员会……公布名单。'))).toHaveLength(1);
  });

  test('is cited with the points beside an item, and with the rows of a table that is read', () => {
    const stateOf = (start: string) => sentences(shanghaiFiles).find(({ text }) => text.startsWith(start))?.state;
    expect(stateOf('与主管公安部门签订治安责任书 3')).toBe('cited');
    expect(stateOf('8 杨浦 425')).toBe('cited');
    expect(openOf(changeFile('source.md', '签订治安责任书\t3', '签订治安责任书\t4'))).toEqual([
      expect.stringMatching(/ 4$/),
    ]);
  });

  test('is a heading only with a number of the first rank and without a stop', () => {
    const states = (line: string) =>
      sentences(changeFile('source.md', '\n三、表彰奖励\n', `\n${line}\n\n三、表彰奖励\n`)).find(
        ({ text }) => text === line,
      )?.state;
    expect(states('四、其他事项')).toBe('heading');
    expect(states('第三章 附则')).toBe('heading');
    expect(states('（四）营业执照')).toBe('open');
    expect(states('四、评审委员会给出结论，公布名单')).toBe('open');
  });
});

describe('the README', () => {
  test('gives its reasons in tables with a column 原文, between corner brackets', () => {
    const readme =
      '| 条款 | 原文 | 为什么 |\n| - | - | - |\n| 一 | 「甲……乙」「丙」 | 「不算」 |\n| 二 | 丁 | 戊 |\n\n| 条款 | 为什么 |\n| - | - |\n| 三 | 「己」 |\n';
    expect(readReasons(readme)).toEqual([
      { line: 3, words: '甲……乙' },
      { line: 3, words: '丙' },
    ]);
  });

  test('with words that the document does not have is a fault, at its line', () => {
    const files = changeFile('README.md', '「2024年12月17日」', '「2024年12月18日」');
    expect(checkFolder(files, SHANGHAI, new Map()).filter(({ file }) => file === 'README.md')).toEqual([
      {
        file: 'README.md',
        line: lineOf(textOf('README.md'), '「2024年12月17日」'),
        field: '原文',
        message: 'source.md 中找不到“2024年12月18日”，请照原文抄写，中间省去的写“……”',
      },
    ]);
  });
});

test('the list for people has a line for each sentence, what is open, and the counts', () => {
  const documents = [
    {
      source: 'source.md',
      sentences: [
        { line: 1, text: '一、范围', state: 'heading', open: [] },
        { line: 12, text: '甲，乙。', state: 'open', open: ['甲', '乙。'] },
      ],
    },
  ] as const;
  expect(describeCoverage({ id: 'x', documents })).toBe(
    [
      'x/source.md',
      '    1  标题  一、范围',
      '   12  没有着落  甲，乙。',
      '        没有引用、README 也没有说明的：甲；乙。',
      '共 2 句：引用 0，说明 0，标题 1，没有着落 1。',
    ].join('\n'),
  );
});
