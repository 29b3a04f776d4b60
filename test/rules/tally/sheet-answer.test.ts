import { describe, expect, it } from 'vitest';
import type { VetoState } from '../../../rules/master-roster.ts';
import { readAnswer } from '../../../rules/tally/sheet-answer.ts';

/** A sheet of two items and one veto item. */
const sheet = (
  self: [number | null, number | null],
  association: [number | null, number | null],
  ...vetoes: VetoState[]
) => ({
  scores: { self, association },
  vetoes: { self: [vetoes[0] ?? 'open'], association: [vetoes[1] ?? 'open'] },
  unread: [] as number[],
});

describe('a sheet', () => {
  it.each([
    ['with nothing at all', sheet([null, null], [null, null]), 'blank'],
    ['with a 0, which is a score', sheet([0, null], [null, null]), 'filled'],
    ['with a veto item confirmed by the unit and no score', sheet([null, null], [null, null], 'clear'), 'blank'],
    ['with a veto item that occurred and no score', sheet([null, null], [null, null], 'open', 'occurred'), 'blank'],
    ['scored by the unit alone', sheet([3, 4], [null, null]), 'filled'],
    ['scored by both', sheet([3, null], [null, 0]), 'filled'],
    ['scored by the association alone', sheet([null, null], [3, 4]), 'self-missing'],
    ['with one score of the association, of 0', sheet([null, null], [null, 0]), 'self-missing'],
    ['with the unit’s veto items and the association’s scores', sheet([null, null], [3, 4], 'clear'), 'self-missing'],
  ])('%s is told', (_, of, answer) => {
    expect(readAnswer(of)).toBe(answer);
  });

  // Of 36 items: 0, 1 and 17 are fewer than half of the association's, 18 are half.
  it.each([
    [0, 36, 'self-missing'],
    [1, 36, 'self-missing'],
    [17, 36, 'self-missing'],
    [18, 36, 'filled'],
    [36, 36, 'filled'],
    [0, 1, 'self-missing'],
    [1, 2, 'filled'],
    [1, 3, 'self-missing'],
    [2, 3, 'filled'],
    [1, 0, 'filled'],
    [0, 0, 'blank'],
  ] as const)('with %i scores of its own beside %i of the association is %s', (own, theirs, answer) => {
    const column = (scored: number) => Array.from({ length: 36 }, (_, index) => (index < scored ? 0 : null));
    expect(readAnswer({ scores: { self: column(own), association: column(theirs) }, unread: [] })).toBe(answer);
  });

  it('with a cell that nobody can read is not blank, and that cell is an answer of its column', () => {
    expect(readAnswer({ ...sheet([null, null], [null, null]), unread: [0] })).toBe('filled');
    expect(readAnswer({ ...sheet([null, null], [3, 4]), unread: [1] })).toBe('filled');
    expect(readAnswer({ ...sheet([null, null], [3, 4]), unread: [2] })).toBe('self-missing');
    expect(readAnswer({ ...sheet([null, null], [null, null]), unread: [4] })).toBe('blank');
  });
});
