import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, editText, type Edit } from '../../../ooxml/xml/xml-edit.ts';

describe('edits of a text', () => {
  it('put an insertion before what is replaced at its place, and the first one first', () => {
    const edits: Edit[] = [
      { start: 1, end: 3, by: ['X'] },
      { start: 1, end: 1, by: ['1'] },
      { start: 1, end: 1, by: ['2'] },
      { start: 3, end: 3, by: ['3'] },
    ];
    expect(editText('abcd', edits)).toBe('a12X3d');
  });

  it('inside one that reaches further are dropped', () => {
    const edits: Edit<number>[] = [
      { start: 2, end: 3, by: ['no'] },
      { start: 1, end: 2, by: ['no'] },
      { start: 1, end: 4, by: ['X', 7, 'Y'] },
    ];
    expect(applyEdits('abcde', edits)).toEqual(['aX', 7, 'Ye']);
  });

  it('that give back what they take leave the text as it is, in whatever order they come', () => {
    const cuts = fc.array(fc.nat(40), { maxLength: 12 });
    fc.assert(
      fc.property(fc.string({ minLength: 41, maxLength: 60 }), cuts, fc.nat(12), (text, places, turn) => {
        const sorted = [...places].sort((a, b) => a - b);
        const edits = sorted.slice(1).map((end, index): Edit => {
          const start = sorted[index] ?? 0;
          return { start, end, by: [text.slice(start, end)] };
        });
        expect(editText(text, [...edits.slice(turn), ...edits.slice(0, turn).reverse()])).toBe(text);
      }),
    );
  });
});
