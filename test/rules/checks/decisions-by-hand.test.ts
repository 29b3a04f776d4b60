/** 决定 of a review with two steps, in rows written by hand. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../rules/answer.ts';
import { applyDecisions } from '../../../rules/apply-decisions.ts';
import { checkConclusions } from '../../../rules/checks/conclusions.ts';
import type { Decision, DecisionWord } from '../../../rules/decision.ts';
import type { Eligibility } from '../../../rules/eligibility.ts';
import type { Finding } from '../../../rules/finding.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, PERSON, showFindings } from '../../support/rows-by-hand.ts';
import { CITE, makeIndex } from '../../support/small-scheme.ts';

const step = (name: string) => ({ id: name, name, body: `${name}会`, gates: ['notice'] as const, cite: CITE });

/** Of the collective award there are two. */
const scheme: Scheme = {
  ...CITED_SCHEME,
  review: {
    steps: [step('初审'), step('终审')],
    places: [{ award: COLLECTIVE.id, most: { value: 2, cite: CITE } }],
  },
};

function decide(row: number, subject: string, matter: string, word: DecisionWord | null, reason = ''): Decision {
  return { row, matter, subject, word, by: '会', on: '2030-05-01', tally: '', reason };
}

describe('more than the award’s own number', () => {
  const find = (count: number, matter: string, word: DecisionWord, award = COLLECTIVE) => {
    const nominees = listNominees(award, ...Array.from({ length: count }, () => ({})));
    const decisions = nominees.map(({ row, application }) => decide(row, application, matter, word));
    return showFindings((index) => checkConclusions(index, []), { nominees, decisions }, scheme);
  };

  it('cannot be shortlisted by the last step: the first row too many is named, and all of them wait', () => {
    expect(find(2, '终审', 'shortlisted')).toEqual([]);
    expect(find(3, '终审', 'shortlisted')).toEqual(['award-places-exceeded 4:决定 (2 3 4)']);
    expect(find(4, '终审', 'shortlisted')).toEqual(['award-places-exceeded 4:决定 (2 3 4 5)']);
  });

  it('may be, by an earlier step, of an award without a number, or with other words', () => {
    expect(find(3, '初审', 'shortlisted')).toEqual([]);
    expect(find(3, '终审', 'shortlisted', PERSON)).toEqual([]);
    expect(find(3, '终审', 'deferred')).toEqual([]);
  });
});

describe('a condition that is not met', () => {
  const [nominee] = listNominees(COLLECTIVE, {});
  if (!nominee) throw new Error('nobody is nominated');
  const where = [{ sheet: 'nominees', row: 2, heading: '姓名' }] as const;
  const unmet: Finding = {
    rule: 'legal-person',
    severity: 'violation',
    cite: CITE,
    where,
    nominations: [nominee],
    message: '',
    found: '',
    mend: '',
  };

  const isDecided = (...decisions: readonly Decision[]) =>
    applyDecisions(makeIndex(scheme, { nominees: [nominee], decisions }), [unmet])[0]?.decision !== undefined;

  it('is decided by a body that shortlists all the same, and says why', () => {
    expect(isDecided()).toBe(false);
    expect(isDecided(decide(2, 'A2', '初审', 'shortlisted', '核验合格'))).toBe(true);
    expect(isDecided(decide(2, 'A2', '初审', 'shortlisted'))).toBe(false);
    expect(isDecided(decide(2, 'A2', '初审', 'rejected', '核验合格'))).toBe(false);
  });

  it('is not, once a later step defers or refuses', () => {
    const first = decide(2, 'A2', '初审', 'shortlisted', '核验合格');
    expect(isDecided(first, decide(3, 'A2', '终审', 'deferred'))).toBe(false);
    expect(isDecided(first, decide(3, 'A2', '终审', 'rejected'))).toBe(false);
    expect(isDecided(first, decide(3, 'A2', '终审', 'shortlisted', '同意初审'))).toBe(true);
    expect(isDecided(first, decide(3, 'A2', '终审', 'shortlisted'))).toBe(false);
  });

  it('is told to the body that shortlists without a word', () => {
    const find = (answer: Answer, reason: string) => {
      const eligibility: Eligibility = { nominee, award: COLLECTIVE, unit: null, answer, reasons: [] };
      const decisions = [decide(2, 'A2', '初审', 'shortlisted', reason)];
      return showFindings(
        (index) => checkConclusions(index, [eligibility]),
        { nominees: [nominee], decisions },
        scheme,
      );
    };
    expect(find('no', '')).toEqual(['conclusion-unreasoned 2:理由 (2)']);
    expect(find('unknown', '')).toEqual(['conclusion-unreasoned 2:理由 (2)']);
    expect([...find('no', '核验合格'), ...find('yes', '')]).toEqual([]);
  });
});
