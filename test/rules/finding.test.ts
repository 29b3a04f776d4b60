import { expect, it } from 'vitest';
import { CITED_RULES, FORMAT_RULES, holdsUp, isListedRule, PART_RULES } from '../../rules/finding.ts';

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
  expect(holdsUp({ rule, severity })).toBe(expected);
});

it('a rule stands in one list, and ids of conditions in none', () => {
  const all = [...FORMAT_RULES, ...CITED_RULES, ...PART_RULES];
  expect(new Set(all).size).toBe(all.length);
  expect(all.every(isListedRule)).toBe(true);
  expect(isListedRule('legal-person')).toBe(false);
});
