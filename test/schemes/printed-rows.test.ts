/** The printed table is read from the document's text, and says what is wrong with it. */
import { describe, expect, test } from 'vitest';
import {
  changeFile,
  expectFault,
  faultsOf,
  mustLoad,
  shanghaiFiles,
  textOf,
  typeTable,
  type BrokenFile,
} from './shanghai-files.ts';

const PATH = 'published.columns';

// prettier-ignore
const BROKEN: readonly BrokenFile[] = [
  ['a district that the table does not have', 'scheme.yaml', '{ name: 浦东, scope', '{ name: 临港, scope', 'name: 临港', 'published.rows', '没有“临港”一行'],
  ['another column of members', 'quota.yaml', 'members: 会员单位', 'members: 会员数', 'columns:', PATH, '没有唯一的一列“会员数”'],
  ['an award whose column is called otherwise', 'awards.yaml', 'shortName: 责任人', 'shortName: 责任者', 'shortName: 责任者', PATH, '没有唯一的一列“责任者”'],
  ['a heading that the document does not have', 'quota.yaml', 'quote: 序号 各区', 'quote: 编号 各区', 'quote: 编号', 'published.cite.quote', '找不到'],
  ['a district that cites its row again', 'scheme.yaml', '{ name: 浦东, scope: district }', '{ name: 浦东, scope: district, cite: { clause: 附件1, quote: 1 浦东 650 } }', 'name: 浦东', 'districts[0].cite', '已由印出的表得出'],
  ['members of a district that counts none', 'scheme.yaml', 'name: 浦东, scope: district', 'name: 浦东, scope: district, countsMembers: false', 'name: 浦东', PATH, 'countsMembers: false 不符'],
  ['rows and columns together', 'quota.yaml', '  columns: {', '  awards: [advancedUnit]\n  columns: {', 'published:', 'published', '写 columns，由程序读出各行'],
];

describe('a printed table that is read', () => {
  test('gives what is typed otherwise', () => {
    const read = mustLoad(shanghaiFiles);
    const typed = mustLoad(typeTable());
    expect(read.quota.published).toEqual(typed.quota.published);
    expect(read.districts).toEqual(typed.districts);
    expect(read.quota.published).toHaveLength(21);
    expect(read.districts[7]?.cite).toEqual({
      document: 'notice',
      clause: '附件1 序号8',
      quote: '8 杨浦 425 13 5 8 9',
    });
  });

  test.each(BROKEN)('%s is refused', (what, file, found, replacement, at, field, message) => {
    const changed = changeFile(file, found, replacement);
    const inQuota = ['published.rows', PATH].includes(field);
    if (!inQuota) expectFault([what, file, found, replacement, at, field, message]);
    else {
      const faults = faultsOf(changed).filter((fault) => fault.field === field);
      expect(faults.map((fault) => fault.message)).toContainEqual(expect.stringContaining(message));
      expect(faults.every((fault) => fault.file === 'quota.yaml' && fault.line !== null)).toBe(true);
    }
  });

  const withSource = (found: string, replacement: string) => changeFile('source.md', found, replacement);

  test.each([
    [
      'a row of a district that the scheme does not have',
      '20\t机场\t36\t1\t-\t1\t-\n',
      '20\t机场\t36\t1\t-\t1\t-\n21\t临港\t210\t8\t3\t4\t6\n',
      '“临港”一行，scheme.yaml 的 districts 里没有',
    ],
    ['a cell that is no number', '1\t浦东\t650\t20', '1\t浦东\t650\t二十', '“浦东”的“单位”为“二十”，应为整数或“-”'],
    ['sums that the rows do not give', '1\t浦东\t650\t20', '1\t浦东\t651\t20', '写明 4892，印出的各行相加为 4893'],
  ])('%s in the document is told', (_what, found, replacement, message) => {
    const messages = faultsOf(withSource(found, replacement)).map((fault) => fault.message);
    expect(messages).toContainEqual(expect.stringContaining(message));
  });

  test('cells that the formula gives otherwise are told', () => {
    const files = changeFile(
      'source.md',
      '20\t8\t12\t13\n',
      '20\t8\t12\t14\n',
      withSource('21\t8\t13\t14\n', '21\t8\t13\t13\n'),
    );
    const messages = faultsOf(files).map((fault) => fault.message);
    expect(messages).toEqual([
      expect.stringContaining('“浦东”的 securityCadre 印为 14，公式得 13'),
      expect.stringContaining('“虹口”的 securityCadre 印为 13，公式得 14'),
    ]);
  });

  test('without the text of the document nothing can be read', () => {
    const files = changeFile('scheme.yaml', '    source: source.md\n', '');
    expect(faultsOf(files).map(({ field, message }) => `${field} ${message}`)).toContainEqual(
      expect.stringContaining(`${PATH} 原文不在方案里`),
    );
  });

  test('a scheme in preparation has no table, and a citation for each district', () => {
    const typed = typeTable();
    const quota = textOf('quota.yaml', typed).replace(/published:[^]*/, '');
    const { quota: rules, districts } = mustLoad(typed.set('quota.yaml', quota));
    expect(rules.published).toEqual([]);
    expect(districts[0]?.cite.clause).toBe('附件1 序号1');
  });
});
