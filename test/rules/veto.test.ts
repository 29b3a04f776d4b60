import { describe, expect, it } from 'vitest';
import type { VetoState } from '../../rules/master-roster.ts';
import { describeVetoStates, judgeVetoes } from '../../rules/veto.ts';
import { CITE } from '../support/small-scheme.ts';

const ITEMS = ['甲', '乙', '丙'].map((text) => ({ id: text, text, cite: CITE }));

const judge = (...states: readonly VetoState[]) =>
  judgeVetoes(ITEMS, states).map(({ position, answer, message }) => `${position} ${answer} ${message}`);

describe('veto items', () => {
  it('let pass when every one is confirmed as not occurred', () => {
    expect(judge('clear', 'clear', 'clear')).toEqual(['0 yes 3 项否决项均确认未发生']);
  });

  it('are each a reason when they have occurred, or when nobody has confirmed them', () => {
    expect(judge('clear', 'occurred', 'open')).toEqual(['1 no 否决项 2（乙）发生', '2 unknown 否决项 3（丙）未确认']);
  });

  it('are open where the row ends early', () => {
    expect(judge('clear')).toEqual(['1 unknown 否决项 2（乙）未确认', '2 unknown 否决项 3（丙）未确认']);
    expect(judge()).toHaveLength(3);
  });

  it('are told in a few words', () => {
    expect(describeVetoStates(['clear', 'occurred', 'open', 'occurred'])).toBe('否决项 2、4 发生，否决项 3 未确认');
    expect(describeVetoStates(['clear', 'clear'])).toBe('否决项均未发生');
  });
});
