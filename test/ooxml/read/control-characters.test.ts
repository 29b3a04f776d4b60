import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanControls, describeCleaning, holdsControls } from '../../../ooxml/read/control-characters.ts';
import { readValue } from '../../../ooxml/stamp/stamp-value.ts';

describe('control characters', () => {
  it.each([
    ['甲\u000b乙', '甲\n乙', '已按换行读取'],
    ['甲\f乙', '甲\n乙', '已按换行读取'],
    ['甲\u0085乙', '甲\n乙', '已按换行读取'],
    ['甲\u2028乙\u2029', '甲\n乙\n', '已按换行读取'],
    ['\u0000甲\u0007乙\u001f', '甲乙', '已去掉'],
    ['甲\u007f乙\u0080\u0084\u0086\u009f', '甲乙', '已去掉'],
    ['甲\ufffe\uffff\ud800乙\udfff', '甲乙', '已去掉'],
    ['甲\u000b乙\u0007', '甲\n乙', '已按换行读取或去掉'],
  ])('of %j leave %j', (text, clean, done) => {
    expect(holdsControls(text)).toBe(true);
    expect(cleanControls(text)).toBe(clean);
    expect(describeCleaning(text)).toBe(`含有看不见的控制字符，${done}`);
  });

  it.each(['', '甲 乙', '甲\t乙\r\n丙\n', '\u00a0\u200b', '𠮷\ufffd', '~\u00a1'])('are none in %j', (text) => {
    expect(holdsControls(text)).toBe(false);
    expect(cleanControls(text)).toBe(text);
  });

  it('once cleaned, are none, and every form can be stamped with what is left', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xa0 }),
      fc.integer({ min: 0x2020, max: 0x2030 }),
      fc.integer({ min: 0xd7ff, max: 0xffff }),
    );
    fc.assert(
      fc.property(fc.array(unit), (codes) => {
        const clean = cleanControls(String.fromCharCode(...codes));
        expect(holdsControls(clean)).toBe(false);
        expect(() =>
          readValue('主要事迹', { templateSheet: '附件6', values: new Map([['主要事迹', clean]]) }),
        ).not.toThrow();
      }),
    );
  });
});
