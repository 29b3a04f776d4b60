import { describe, expect, it } from 'vitest';
import { looseUnitKey, textKey } from '../../rules/same-text.ts';

describe('texts that mean the same', () => {
  it.each([
    ['星河（上海）安防', '星河(上海) 安防'],
    ['ＡＢＣ１２３', 'abc123'],
    ['甲、乙。', '甲乙'],
    ['1-2', '1 2'],
  ])('%j and %j', (one, other) => {
    expect(textKey(one)).toBe(textKey(other));
  });

  it.each([
    ['第1-2号', '第12号'],
    ['3 . 5 万', '35万'],
    ['甲公司', '乙公司'],
  ])('%j and %j do not', (one, other) => {
    expect(textKey(one)).not.toBe(textKey(other));
  });
});

it('every character has one key, alone and in a text that cannot be its own key', () => {
  const differ: string[] = [];
  for (let code = 0; code < 0x10000; code += 1) {
    const text = `甲${String.fromCharCode(code)}乙`;
    // What ends in a full stop is no key.
    if (textKey(text) !== textKey(`${text}。`)) differ.push(code.toString(16));
  }
  expect(differ).toEqual([]);
});

describe('what units leave off their own names', () => {
  const key = (name: string) => looseUnitKey(name, ['上海市', '上海']);

  it.each(['上海市星河安防有限公司', '上海星河安防股份有限公司', '星河安防有限责任公司', '星河安防公司', '星河 安防'])(
    '%j',
    (name) => {
      expect(key(name)).toBe('星河安防');
    },
  );

  it('is not taken off in the middle', () => {
    expect(key('星河上海分公司')).toBe('星河上海分');
    expect(key('有限公司星河')).toBe('有限公司星河');
  });
});
