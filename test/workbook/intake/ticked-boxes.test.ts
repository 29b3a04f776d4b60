import { describe, expect, it } from 'vitest';
import { findTicked } from '../../../workbook/intake/ticked-boxes.ts';

describe('words with boxes', () => {
  it.each([
    ['☑未发生 □发生', '未发生'],
    ['□未发生 ☑发生', '发生'],
    ['□ 未发生  ■ 发生', '发生'],
    ['未发生☑ 发生□', '未发生'],
    ['未发生□发生√', '发生'],
    ['√有', '有'],
    ['□无 ☒有', '有'],
    ['有√', '有'],
    ['☐ 未发生 √', '未发生'],
    ['☐√未发生', '未发生'],
    ['√ □ 未发生', '未发生'],
    ['未发生 □✓', '未发生'],
  ])('%j says %j', (text, word) => {
    expect(findTicked(text)).toBe(word);
  });

  it('nothing is ticked', () => {
    expect(['□未发生 □发生', '未发生□ 发生□', '□'].map(findTicked)).toEqual(['', '', '']);
  });

  it.each([
    ...['是√否', '未发生√发生', '是√否□有', '是□√否'],
    ...['☒有', '√', '未发生', '', '☑未发生 ☑发生', '□未发生☑', '☐√√未发生', '☐√'],
  ])('%j: nobody knows which word is meant, or there is no box', (text) => {
    expect(findTicked(text)).toBeUndefined();
  });
});
