import { describe, expect, it } from 'vitest';
import { breakIntoLines, typesetIn } from '../../../ooxml/print/break-lines.ts';
import type { Fonts } from '../../../ooxml/print/fonts.ts';
import type { PrintFont } from '../../../ooxml/print/print-style.ts';
import type { PrintRun } from '../../../ooxml/print/print-sheet.ts';
import { makeRandom } from '../../../jobs/sample/random.ts';

/** Squares and halves of ten points. */
const HALVES: Fonts = () => ({ widthOf: (char) => (char > '\u02af' ? 1 : 0.5), ascent: 0.8, descent: 0.2 });
const FONT: PrintFont = {
  name: '仿宋',
  size: 10,
  bold: false,
  italic: false,
  underlined: false,
  struck: false,
  colour: '#000000',
};
const typesetting = typesetIn(HALVES);
const run = (text: string, font: Partial<PrintFont> = {}): PrintRun => ({ text, font: { ...FONT, ...font } });
const textsOf = (runs: readonly PrintRun[], width: number | null) =>
  breakIntoLines(runs, width, typesetting).map((line) => line.runs.map(({ text }) => text).join(''));

describe('breakIntoLines', () => {
  it('breaks between characters, never before a mark that closes nor within a word', () => {
    expect(textsOf([run('保卫工作，先进')], 40)).toEqual(['保卫工', '作，先进']);
    expect(textsOf([run('保卫工作，先进')], 50)).toEqual(['保卫工作，', '先进']);
    expect(textsOf([run('共有2024人')], 30)).toEqual(['共有', '2024人']);
    expect(textsOf([run('第（一）条')], 30)).toEqual(['第', '（一）', '条']);
  });

  it('breaks a word that is longer than a line, and keeps blank lines', () => {
    expect(textsOf([run('1234567890')], 20)).toEqual(['1234', '5678', '90']);
    expect(textsOf([run('甲\n\r\n乙')], 100)).toEqual(['甲', '', '乙']);
  });

  it('lets space hang over the edge of a line, and counts that at the end of a text', () => {
    const [first, second] = breakIntoLines([run('甲乙丙   丁  ')], 30, typesetting);
    expect([first?.width, first?.hang]).toEqual([30, 0]);
    expect([second?.runs[0]?.text, second?.width, second?.hang]).toEqual(['丁', 10, 10]);
  });

  it('keeps the fonts of its stretches, and is as high as the highest of a line', () => {
    const lines = breakIntoLines([run('小小'), run('大大大', { size: 20 })], 45, typesetting);
    expect(lines.map(({ runs }) => runs.map(({ text, font }) => `${text}${font.size}`))).toEqual([
      ['小小10', '大20'],
      ['大大20'],
    ]);
    expect(lines.map(({ ascent, descent }) => ascent + descent)).toEqual([20, 20]);
  });

  it('loses nothing, and no line is wider than its room but for one character', () => {
    const random = makeRandom(5);
    const letters = Array.from('保卫工作先进2024年ab，。、（）“” 　\n');
    for (let turn = 0; turn < 500; turn += 1) {
      const text = Array.from({ length: random.integer(0, 60) }, () => random.pick(letters)).join('');
      const cut = random.integer(0, text.length);
      const width = random.integer(10, 130);
      const lines = breakIntoLines([run(text.slice(0, cut)), run(text.slice(cut), { size: 12 })], width, typesetting);
      const bare = (each: string) => each.replace(/\s/g, '');
      expect(bare(lines.flatMap(({ runs }) => runs.map((each) => each.text)).join(''))).toBe(bare(text));
      for (const line of lines) {
        const shown = line.runs.map((each) => each.text).join('');
        expect(line.width <= width + 1e-6 || Array.from(shown).length === 1, `${shown} in ${width}`).toBe(true);
      }
    }
  });
});
