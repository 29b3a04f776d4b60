/** What is said once, and what is never silenced. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../rules/finding.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import { mergeFindings } from '../../rules/merge-findings.ts';
import { COLLECTIVE, listNominees } from '../support/rows-by-hand.ts';
import { CITE } from '../support/small-scheme.ts';

const [one, two] = listNominees(COLLECTIVE, {}, {}) as [Nominee, Nominee];

function finding(rule: string, change: Partial<Finding> = {}): Finding {
  return {
    rule,
    severity: 'violation',
    cite: CITE,
    where: [{ sheet: 'memberUnits', row: 2, heading: '客房间数' }],
    nominations: [one],
    message: rule,
    found: '',
    mend: '',
    ...change,
  };
}

/** `unreadable-cell (2) 2`: the rule, the nominations, and how many findings the line stands for. */
const show = (...findings: readonly Finding[]) =>
  mergeFindings(findings).map(
    ({ rule, nominations, findings: all }) => `${rule} (${nominations.map(({ row }) => row).join(' ')}) ${all.length}`,
  );

const nominee = (row: number) => ({ sheet: 'nominees', row, heading: '单位编号' }) as const;
const unit = { sheet: 'memberUnits', row: 2, heading: '客房间数' } as const;

describe('the same of the same cell', () => {
  it('is one line with the cells and the nominations of all', () => {
    const remarks = mergeFindings([
      finding('rooms', { where: [unit, nominee(2)] }),
      finding('rooms', { where: [unit, nominee(3)], nominations: [two] }),
    ]);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]?.where).toEqual([unit, nominee(2), nominee(3)]);
    expect(remarks[0]?.nominations).toEqual([one, two]);
  });

  it('is two lines where message, severity, clause or cell differ', () => {
    const base = finding('rooms');
    expect(show(base, { ...base, message: '另一句' })).toHaveLength(2);
    expect(show(base, { ...base, severity: 'question' })).toHaveLength(2);
    expect(show(base, { ...base, cite: { ...CITE, clause: '第二条' } })).toHaveLength(2);
    expect(show(base, { ...base, where: [nominee(2)] })).toHaveLength(2);
    expect(show(base, finding('rooms-most'))).toHaveLength(2);
  });
});

describe('a cell that cannot be read', () => {
  it('silences what else would be said of it, and keeps it', () => {
    expect(show(finding('unreadable-cell'), finding('rooms'), finding('deeds-empty'))).toEqual([
      'unreadable-cell (2) 3',
    ]);
  });

  it('silences nothing about a nomination that it is not about, and nothing of another cell', () => {
    expect(show(finding('unreadable-cell'), finding('rooms', { nominations: [one, two] }))).toHaveLength(2);
    expect(show(finding('unreadable-cell'), finding('rooms', { where: [nominee(2)] }))).toHaveLength(2);
  });
});

describe('a violation of a listed rule', () => {
  it('silences questions about its cell, and no other violation', () => {
    expect(show(finding('score-out-of-range'), finding('points', { severity: 'question' }))).toEqual([
      'score-out-of-range (2) 2',
    ]);
    expect(show(finding('score-out-of-range'), finding('points'))).toHaveLength(2);
    expect(show(finding('score-out-of-range', { severity: 'question' }), finding('points'))).toHaveLength(2);
  });

  it('is more than a condition of the scheme, which silences nothing', () => {
    expect(show(finding('rooms'), finding('rooms-most', { severity: 'question' }))).toHaveLength(2);
  });
});
