import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VetoState } from '../../../rules/master-roster.ts';
import { HeldSheet, packSheet } from '../../../rules/tally/held-sheet.ts';
import type { ReturnedSheet } from '../../../rules/tally/returned-file.ts';
import { listValues } from '../../../rules/tally/sheet-entries.ts';

const NAMES = { sheetName: '评分指标', unitNumber: '0001', unitName: '虚构甲公司', application: 'WPS Office' };
const score = fc.option(fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 0xfffd })));
const state = fc.constantFrom<VetoState>('clear', 'occurred', 'open');

describe('a held sheet', () => {
  it('gives back what it was made of', () => {
    const sheet = fc.record({ items: fc.nat(40), vetoItems: fc.nat(8) }).chain(({ items, vetoItems }) => {
      const scores = fc.array(score, { minLength: items, maxLength: items });
      const states = fc.array(state, { minLength: vetoItems, maxLength: vetoItems });
      return fc.record({
        scores: fc.record({ self: scores, association: scores }),
        vetoes: fc.record({ self: states, association: states }),
      });
    });
    fc.assert(
      fc.property(sheet, ({ scores, vetoes }) => {
        const held = new HeldSheet(packSheet({ ...NAMES, scores, vetoes, unread: [] }));
        const { sheetName, unitNumber, unitName, application } = held;
        expect({ sheetName, unitNumber, unitName, application }).toEqual(NAMES);
        expect(held.scores).toEqual(scores);
        expect(held.vetoes).toEqual(vetoes);
        expect(held.unread).toEqual([]);
      }),
    );
  });

  it('knows which of its values nobody could read, from those that are blank', () => {
    const scores = { self: [1, null, null], association: [0, 2, null] };
    const vetoes: ReturnedSheet['vetoes'] = { self: ['clear', 'open'], association: ['occurred', 'open'] };
    const held = new HeldSheet(packSheet({ ...NAMES, scores, vetoes, unread: [1, 5, 7] }));
    expect(held.unread).toEqual([1, 5, 7]);
    expect([held.scores, held.vetoes]).toEqual([scores, vetoes]);
    expect(listValues(held)).toEqual([1, 'unread', null, 0, 2, 'unread', 'clear', 'unread', 'occurred', 'open']);
  });

  it('refuses what it could not give back', () => {
    const hold = (scores: ReturnedSheet['scores']) => () =>
      packSheet({ ...NAMES, scores, vetoes: { self: [], association: [] }, unread: [] });
    for (const wrong of [-1, 0.5, 0xfffe, Number.NaN]) {
      expect(hold({ self: [wrong], association: [0] })).toThrow(RangeError);
    }
    expect(hold({ self: [1, 2], association: [1] })).toThrow(RangeError);
    expect(hold({ self: [0xfffd], association: [null] })).not.toThrow();
  });
});
