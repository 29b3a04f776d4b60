/** 不同意: what was only a question holds up whoever it is about, once somebody has said no. */
import { describe, expect, it } from 'vitest';
import { applyDecisions } from '../../rules/apply-decisions.ts';
import type { Decision, DecisionWord } from '../../rules/decision.ts';
import { holdsUp, isOpen, type Finding } from '../../rules/finding.ts';
import { nameRule } from '../../rules/name-rule.ts';
import { COLLECTIVE, listNominees, listUnits } from '../support/rows-by-hand.ts';
import { makeIndex, makeScheme } from '../support/small-scheme.ts';

const scheme = makeScheme([COLLECTIVE]);
const nominees = listNominees(COLLECTIVE, {}, {}, {});

function ask(rule: Finding['rule'], change: Partial<Finding> = {}): Finding {
  const where = [{ sheet: 'nominees', row: 2, heading: '申报编号' }] as const;
  const nominations = nominees.slice(0, 1);
  return {
    rule,
    severity: 'question',
    cite: null,
    where,
    nominations,
    message: '问',
    found: '',
    mend: '改',
    ...change,
  };
}

function answer(finding: Finding, ...words: readonly (readonly [subject: string, word: DecisionWord])[]): string[] {
  const decisions = words.map(([subject, word], at): Decision => {
    const matter = nameRule(scheme, finding);
    return { row: at + 2, matter, subject, word, by: '会', on: '2030-05-01', tally: '', reason: '说明' };
  });
  const index = makeIndex(scheme, { nominees, memberUnits: listUnits({}, {}, {}), decisions });
  return applyDecisions(index, [finding]).map((each) => {
    const state = each.decision ? 'decided' : each.severity;
    return `${state}${holdsUp(each) ? ' holds' : ''} ${each.nominations.map(({ row }) => row).join(' ')}`;
  });
}

describe.each(['row-hidden', 'row-struck', 'magnitude-odd', 'nominated-twice', 'dates-contradict'])('%s', (rule) => {
  it('is a question until somebody answers, let stand by a yes and a violation by a no', () => {
    expect(answer(ask(rule))).toEqual(['question 2']);
    expect(answer(ask(rule), ['A2', 'agreed'])).toEqual(['decided 2']);
    expect(answer(ask(rule), ['A2', 'refused'])).toEqual(['violation holds 2']);
  });

  it('is answered by no row about somebody else', () => {
    expect(answer(ask(rule), ['A3', 'refused'])).toEqual(['question 2']);
  });
});

it('what needs several agreements stands when as many have agreed, not before, and never where one refuses', () => {
  const nominations = nominees.slice(0, 3);
  const asked = (agreements: number) => ask('panel-incomplete', { nominations, agreements });
  const agreed = (...subjects: readonly string[]) => subjects.map((subject) => [subject, 'agreed'] as const);
  expect(answer(asked(2), ...agreed('A2'))).toEqual(['question 2 3 4']);
  expect(answer(asked(2), ...agreed('A2', 'A3'))).toEqual(['decided 2 3 4']);
  expect(answer(asked(3), ...agreed('A2', 'A3'))).toEqual(['question 2 3 4']);
  expect(answer(asked(3), ...agreed('A2', 'A3', 'A4'))).toEqual(['decided 2 3 4']);
  expect(answer(asked(2), ...agreed('A2', 'A3'), ['A4', 'refused']).join()).not.toContain('decided');
});

it('a word about the unit answers what is asked about its nomination, but not whether a row holds', () => {
  expect(answer(ask('magnitude-odd'), ['U2', 'refused'])).toEqual(['violation holds 2']);
  expect(answer(ask('row-hidden'), ['U2', 'refused'])).toEqual(['question 2']);
});

it('a hidden row of a nomination without a number is answered by its names', () => {
  const row = (word: DecisionWord) => answer(ask('row-hidden'), ['U2 先进奖 虚构公司', word]);
  expect([row('agreed'), row('refused')]).toEqual([['decided 2'], ['violation holds 2']]);
});

it('says who refused, and that a hidden row is to be deleted', () => {
  const decisions: Decision[] = [
    {
      row: 2,
      matter: '隐藏的行',
      subject: 'A2',
      word: 'refused',
      by: '会',
      on: '2030-05-01',
      tally: '',
      reason: '已撤回',
    },
  ];
  const [found] = applyDecisions(makeIndex(scheme, { nominees, decisions }), [ask('row-hidden')]);
  expect(found?.message).toBe('问（会于 2030-05-01 决定“不同意”，理由：已撤回，更正前不放行）');
  expect(found?.mend).toContain('删去这一行');
  expect(found && isOpen(found)).toBe(true);
});

it('of a question to many a no holds up the one that it is about, and the others are still asked', () => {
  const many = ask('panel-incomplete', { nominations: nominees, agreements: nominees.length });
  expect(answer(many, ['A3', 'refused'])).toEqual(['violation holds 3', 'question 2 4']);
  expect(answer(many, ['A2', 'agreed'], ['A3', 'refused'])).toEqual(['violation holds 3', 'question 2 4']);
  expect(answer(many, ['A2', 'refused'], ['A3', 'refused'], ['A4', 'refused'])).toEqual(['violation holds 2 3 4']);
});

it('of two rows that are perhaps one person a no holds up both', () => {
  expect(answer(ask('nominated-twice', { nominations: nominees.slice(0, 2) }), ['A3', 'refused'])).toEqual([
    'violation holds 2 3',
  ]);
});

it('a violation that is refused stays what it was', () => {
  expect(answer(ask('applied-twice', { severity: 'violation' }), ['A2', 'refused'])).toEqual(['violation holds 2']);
});
