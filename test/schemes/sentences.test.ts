import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../schemes/sentences.ts';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ line, start, end, body }) => {
    const clean = (from: number, to: number) => text.slice(from, to).replace(/\s+/g, ' ').trim();
    return `${line} ${clean(start, body)}|${clean(body, end)}`;
  });
}

describe('splitSentences', () => {
  test('parts at stops, and numbers stand apart', () => {
    expect(sentencesOf('一、范围\n\n（一）甲，乙；丙。丁\n1、戊！')).toEqual([
      '1 一、|范围',
      '3 （一）|甲，乙；',
      '3 |丙。',
      '3 |丁',
      '4 1、|戊！',
    ]);
  });

  test('joins what a scanner has broken off, over blank lines too', () => {
    const line = '内蒙古自治区范围内从事公共安全技术防范行业设计、施工、';
    expect(sentencesOf(`${line}\n\n运维的单位。\n\n（一）下一条`)).toEqual([
      `1 |${line} 运维的单位。`,
      '5 （一）|下一条',
    ]);
  });

  test('a heading, a colon and the row of a table end with their line', () => {
    expect(sentencesOf('工作要求\n有关事项通知如下：\n1\t浦东\t650\n2\t黄浦\t297\n正文')).toEqual([
      '1 |工作要求',
      '2 |有关事项通知如下：',
      '3 |1 浦东 650',
      '4 |2 黄浦 297',
      '5 |正文',
    ]);
  });

  test('lines of marks alone are none', () => {
    expect(sentencesOf('\n---\n_____\n甲')).toEqual(['4 |甲']);
  });

  test.each([
    ['第十一条 申请', '第十一条|申请'],
    ['- (六) 封面', '- (六)|封面'],
    ['附件 3 名单', '附件 3|名单'],
    ['- 注：1.“受奖集体”', '- 注：1.|“受奖集体”'],
    ['1.5 万元', '|1.5 万元'],
  ])('%s', (line, parts) => {
    expect(sentencesOf(line)).toEqual([`1 ${parts}`]);
  });
});
