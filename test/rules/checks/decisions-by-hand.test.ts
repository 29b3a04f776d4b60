/** 决定 of a review with two steps, in rows written by hand. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../rules/answer.ts';
import { applyDecisions } from '../../../rules/apply-decisions.ts';
import { checkConclusions } from '../../../rules/checks/conclusions.ts';
import type { Decision, DecisionWord } from '../../../rules/decision.ts';
import type { Eligibility } from '../../../rules/eligibility.ts';
import type { Finding } from '../../../rules/finding.ts';
import type { MemberUnit } from '../../../rules/master-roster.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, PERSON, showFindings } from '../../support/rows-by-hand.ts';
import { CITE, makeIndex, makeUnit } from '../../support/small-scheme.ts';

const step = (name: string) => ({
  id: name,
  name,
  body: `${name}会`,
  gates: ['notice'] as const,
  asks: null,
  cite: CITE,
});
/** One that nothing goes out after. */
const preliminary = { ...step('预审'), gates: [] };

/** Of the collective award there are two. */
const scheme: Scheme = {
  ...CITED_SCHEME,
  review: {
    steps: [preliminary, step('初审'), step('终审')],
    places: [{ award: COLLECTIVE.id, most: { value: 2, cite: CITE } }],
  },
};

function decide(row: number, subject: string, matter: string, word: DecisionWord | null, reason = ''): Decision {
  return { row, matter, subject, word, by: `${matter}会`, on: '2030-05-01', tally: '', reason };
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

  it('is not by a row that is wrong in itself', () => {
    const decisions = [
      decide(2, 'A2', '初审', 'shortlisted', '核验合格'),
      decide(3, 'A2', '终审', 'shortlisted', '同意初审'),
    ];
    const index = makeIndex(scheme, { nominees: [nominee], decisions });
    const dates = (row: number): Finding => ({
      ...unmet,
      rule: 'dates-contradict',
      where: [{ sheet: 'decisions', row, heading: '决定日期' }],
    });
    const decided = (...others: readonly Finding[]) =>
      applyDecisions(index, [unmet, ...others])[0]?.decision !== undefined;
    expect([decided(), decided(dates(3)), decided({ ...dates(3), severity: 'question' })]).toEqual([true, false, true]);
  });

  const find = (decisions: readonly Decision[], answer: Answer = 'no', unit: MemberUnit | null = makeUnit()) => {
    const eligibility: Eligibility = { nominee, award: COLLECTIVE, unit, answer, reasons: [] };
    return showFindings((index) => checkConclusions(index, [eligibility]), { nominees: [nominee], decisions }, scheme);
  };

  it('is told to the body that shortlists without a word', () => {
    const silent = [decide(2, 'A2', '初审', 'shortlisted')];
    expect(find(silent)).toEqual(['conclusion-unreasoned 2:理由 (2)']);
    expect(find(silent, 'unknown')).toEqual(['conclusion-unreasoned 2:理由 (2)']);
    expect([...find([decide(2, 'A2', '初审', 'shortlisted', '核验合格')]), ...find(silent, 'yes')]).toEqual([]);
  });

  it('is told once, with each row that lets something out and says nothing, whatever another one says', () => {
    const rows = (first: string, second: string, third: string) =>
      find([
        decide(2, 'A2', '预审', 'shortlisted', first),
        decide(3, 'A2', '初审', 'shortlisted', second),
        decide(4, 'A2', '终审', 'shortlisted', third),
      ]);
    expect(rows('', '', '')).toEqual(['conclusion-unreasoned 3:理由 4:理由 (2)']);
    expect(rows('', '', '因为')).toEqual(['conclusion-unreasoned 3:理由 (2)']);
    expect(rows('', '因为', '')).toEqual(['conclusion-unreasoned 4:理由 (2)']);
    expect(rows('', '因为', '因为')).toEqual([]);
    // Nothing later says why.
    expect(find([decide(2, 'A2', '预审', 'shortlisted')])).toEqual(['conclusion-unreasoned 2:理由 (2)']);
  });

  it('is no matter of a body where the unit is not known', () => {
    expect(find([decide(2, 'A2', '终审', 'shortlisted')], 'no', null)).toEqual([]);
  });
});

describe('a conclusion that another one speaks against', () => {
  const nominees = listNominees(PERSON, {}, {});
  const find = (...decisions: readonly Decision[]) =>
    showFindings((index) => checkConclusions(index, []), { nominees, decisions }, scheme);

  it.each<[DecisionWord, DecisionWord, string[]]>([
    ['rejected', 'shortlisted', ['conclusion-after-rejection? 3:决定 2:决定 (2)']],
    ['rejected', 'rejected', []],
    ['rejected', 'deferred', []],
    ['shortlisted', 'rejected', []],
    ['deferred', 'shortlisted', []],
  ])('%s and then %s', (first, second, wanted) => {
    expect(find(decide(2, 'A2', '初审', first), decide(3, 'A2', '终审', second))).toEqual(wanted);
  });

  it('is one of the same nomination, and told once', () => {
    expect(find(decide(2, 'A2', '初审', 'rejected'), decide(3, 'A3', '终审', 'shortlisted'))).toEqual([]);
    const all = ['初审', '终审'].map((matter, at) => decide(at + 3, 'A2', matter, 'shortlisted'));
    expect(find(decide(2, 'A2', '预审', 'rejected'), ...all)).toEqual([
      'conclusion-after-rejection? 3:决定 2:决定 (2)',
    ]);
  });
});

describe('the body that concludes', () => {
  const nominees = listNominees(PERSON, {}, {}, {});
  const find = (...bodies: readonly string[]) => {
    const decisions = bodies.map((by, at) => ({ ...decide(at + 2, `A${at + 2}`, '终审', 'shortlisted'), by }));
    return showFindings((index) => checkConclusions(index, []), { nominees, decisions }, scheme);
  };

  it.each(['终审会', ' 终审 会 ', '（终审会）', '某某协会终审会', '终审会（第二次）'])('may be written as %s', (by) => {
    expect(find(by)).toEqual([]);
  });

  it('may be written in full where it is the issuer that the document calls by a short name', () => {
    const nominate = (by: string, issuer: string, body = '市虚协会') => {
      const review = {
        ...scheme.review,
        places: scheme.review?.places ?? [],
        steps: (scheme.review?.steps ?? []).map((step) => ({ ...step, body })),
      };
      const decisions = [{ ...decide(2, 'A2', '终审', 'shortlisted'), by }];
      return showFindings(
        (index) => checkConclusions(index, []),
        { nominees, decisions },
        { ...scheme, issuer, review },
      );
    };
    expect(nominate('某市虚构行业协会', '某市虚构行业协会')).toEqual([]);
    expect(nominate('某市虚构行业协会评审办公室', '某市虚构行业协会')).toEqual([]);
    expect(nominate('某市虚构行业协会浦东分会', '某市虚构行业协会')).toHaveLength(1);
    expect(nominate('某市虚构行业协会驻某区办事处', '某市虚构行业协会')).toHaveLength(1);
    // Another association, and one whose name has not these characters in this order.
    expect(nominate('某市另一协会', '某市虚构行业协会')).toHaveLength(1);
    expect(nominate('某省行业协会', '某省行业协会')).toHaveLength(1);
    expect(nominate('某市虚构行业协会', '某市虚构行业协会', '委员会')).toHaveLength(1);
    expect(nominate('某市虚构行业协会', '某市虚构行业协会', '市虚业')).toHaveLength(1);
    expect(nominate('某市虚构行业协会', '某市虚构行业协会', '市会')).toHaveLength(1);
    expect(nominate('虚构某市协会', '虚构某市协会')).toHaveLength(1);
  });

  it('is asked about where it is another than the document says, once for each name', () => {
    expect(find('初审会')).toEqual(['conclusion-body-differs? 2:决定单位 (2)']);
    expect(find('理事会', '终审会', '理 事会')).toEqual(['conclusion-body-differs? 2:决定单位 4:决定单位 (2 4)']);
    expect(find('理事会', '初审会')).toEqual([
      'conclusion-body-differs? 2:决定单位 (2)',
      'conclusion-body-differs? 3:决定单位 (3)',
    ]);
  });

  it('is not asked about where nobody has signed: that is said by itself', () => {
    expect(find('')).toEqual([]);
  });
});
