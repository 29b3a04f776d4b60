import { expect, it } from 'vitest';
import {
  CITED_RULES,
  FORMAT_RULES,
  holdsUp,
  isListedRule,
  PART_RULES,
  voidsDecision,
  type Finding,
} from '../../rules/finding.ts';

it.each([
  ['veto', 'violation', true],
  ['veto', 'question', false],
  ['deeds-copied', 'violation', true],
  ['unreadable-cell', 'violation', true],
  ['nominated-twice', 'question', false],
  ['application-missing', 'note', false],
  ['material-unregistered', 'question', true],
  ['material-waiver-unexplained', 'question', true],
  ['expert-own-employer', 'violation', false],
  ['expert-score-twice', 'violation', false],
  ['expert-score-blank', 'question', false],
] as const)('%s as a %s holds up: %s', (rule, severity, expected) => {
  const finding: Finding = {
    rule,
    severity,
    cite: null,
    where: [WHERE],
    nominations: [],
    message: '',
    found: '',
    mend: '',
  };
  expect(holdsUp(finding)).toBe(expected);
  expect(holdsUp({ ...finding, decision: DECISION })).toBe(false);
});

it('what is wrong with a row of 决定 holds no nomination up, and voids the row while nobody has decided it', () => {
  const cell = { sheet: 'decisions', row: 2, heading: '决定日期' } as const;
  const at = (where: Finding['where'], change: Partial<Finding> = {}): boolean[] => {
    const words = { cite: null, nominations: [], message: '', found: '', mend: '' };
    const finding: Finding = { rule: 'dates-contradict', severity: 'violation', where, ...words, ...change };
    return [holdsUp(finding), voidsDecision(finding)];
  };
  expect(at([WHERE])).toEqual([true, false]);
  expect(at([cell])).toEqual([false, true]);
  expect(at([WHERE, cell])).toEqual([false, true]);
  expect(at([cell], { severity: 'question' })).toEqual([false, false]);
  expect(at([cell], { decision: DECISION })).toEqual([false, false]);
});

const WHERE = { sheet: 'nominees', row: 2, heading: '姓名' } as const;
const DECISION = {
  row: 2,
  matter: '',
  subject: '',
  word: 'agreed',
  by: '会',
  on: '2031-01-01',
  tally: '',
  reason: '',
} as const;

it('a rule stands in one list, and ids of conditions in none', () => {
  const all = [...FORMAT_RULES, ...CITED_RULES, ...PART_RULES];
  expect(new Set(all).size).toBe(all.length);
  expect(all.every(isListedRule)).toBe(true);
  expect(isListedRule('legal-person')).toBe(false);
});
