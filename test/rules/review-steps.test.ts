/** Step after step: what goes out when, by rows of 决定 written by hand. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../rules/answer.ts';
import type { Decision, DecisionWord } from '../../rules/decision.ts';
import type { Finding } from '../../rules/finding.ts';
import type { ClearedNominee } from '../../rules/nominee-check.ts';
import { concludeSteps, standNominees, stepsBefore } from '../../rules/review.ts';
import type { GatedOutput } from '../../rules/scheme-parts.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { listWaiting } from '../../rules/waiting-conclusions.ts';
import { COLLECTIVE, listNominees, listUnits, PERSON } from '../support/rows-by-hand.ts';
import { CITE, makeAward, makeCondition, makeIndex, makeScheme } from '../support/small-scheme.ts';

const TEAM: Award = {
  ...makeAward('team', '班组', [makeCondition('from-unit', { kind: 'parent-award', award: COLLECTIVE.id })]),
  name: '班组奖',
};

const step = (name: string, gates: readonly GatedOutput[]) => ({
  id: name,
  name,
  body: `${name}会`,
  gates,
  asks: null,
  cite: CITE,
});

/** 初审 comes before the roster, 终审 before the notice and the prize; a certificate follows the prize. */
const scheme: Scheme = {
  ...makeScheme([COLLECTIVE, PERSON, TEAM]),
  review: { steps: [step('初审', ['roster']), step('终审', ['notice', 'prize'])], places: [] },
};

function decide(subject: string, matter: string, word: DecisionWord | null, more: Partial<Decision> = {}): Decision {
  return { row: 9, matter, subject, word, by: '会', on: '2030-05-01', tally: '', reason: '', ...more };
}

interface Given {
  readonly award?: Award;
  readonly cleared?: boolean;
  readonly answer?: Answer;
  readonly unitNumber?: string;
  readonly findings?: readonly Finding[];
  readonly isStranger?: boolean;
}

/** Nominations A2, A3, A4 … with the standing of each in `output`. */
function stand(given: readonly Given[], decisions: readonly Decision[], of = scheme) {
  const memberUnits = listUnits(...given.map(({ unitNumber }, row) => ({ number: unitNumber ?? `U${row + 2}` })));
  const nominees = given.flatMap(({ award = COLLECTIVE, unitNumber }, index) =>
    listNominees(award, { row: index + 2, application: `A${index + 2}`, unitNumber: unitNumber ?? `U${index + 2}` }),
  );
  const cleared = given.flatMap((each, index): ClearedNominee[] => {
    const [nominee, unit] = [nominees[index], memberUnits[index]];
    if (!nominee || !unit) return [];
    const { award = COLLECTIVE, cleared: isCleared = true, answer = 'yes', findings = [], isStranger = false } = each;
    return [
      {
        nominee,
        award,
        unit: isStranger ? null : unit,
        answer,
        reasons: [],
        cleared: isCleared,
        findings,
        heldUpBy: [],
      },
    ];
  });
  const index = makeIndex(of, { memberUnits, nominees, decisions });
  const checks = standNominees(index, cleared);
  return {
    of: (output: GatedOutput) => checks.map(({ standing }) => standing[output]).join(' '),
    last: checks.map(({ reviewed }) => reviewed).join(' '),
    lacking: checks.flatMap(({ nominee, lacksParents }) =>
      lacksParents.map((parent) => `${nominee.application} lacks ${parent.nominee.application} ${parent.standing}`),
    ),
    waiting: listWaiting({
      index,
      quota: null,
      places: [],
      remarks: [],
      basis: [],
      nominees: checks,
      panels: [],
      part: null,
    }).map(({ check, step: { name } }) => `${name} ${check.nominee.application}`),
    concluded: nominees.map((nominee) =>
      concludeSteps(index, nominee)
        .map(({ conclusion }) => conclusion ?? '-')
        .join(' '),
    ),
  };
}

it('an output waits for its own step and every earlier one', () => {
  expect(stepsBefore(scheme, 'roster').map(({ name }) => name)).toEqual(['初审']);
  expect(stepsBefore(scheme, 'notice').map(({ name }) => name)).toEqual(['初审', '终审']);
  expect(stepsBefore(scheme, 'certificate').map(({ name }) => name)).toEqual(['初审', '终审']);
  expect(stepsBefore(makeScheme([COLLECTIVE]), 'roster')).toEqual([]);
});

describe('a cleared nomination', () => {
  it('goes out as far as it is shortlisted', () => {
    const none = stand([{}], []);
    expect([none.of('roster'), none.of('notice'), none.of('certificate'), none.last]).toEqual([
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ]);
    const first = stand([{}], [decide('A2', '初审', 'shortlisted')]);
    expect([first.of('roster'), first.of('notice'), first.last]).toEqual(['chosen', 'waiting', 'waiting']);
    const both = stand([{}], [decide('A2', '初审', 'shortlisted'), decide('A2', '终审', 'shortlisted')]);
    expect([both.of('roster'), both.of('prize'), both.last]).toEqual(['chosen', 'chosen', 'chosen']);
    const late = stand([{}], [decide('A2', '终审', 'shortlisted')]);
    expect([late.of('roster'), late.of('notice')]).toEqual(['waiting', 'waiting']);
  });

  it('is out of everything once one step says no, and waits where one is deferred', () => {
    const no = stand([{}], [decide('A2', '初审', 'shortlisted'), decide('A2', '终审', 'rejected')]);
    expect([no.of('roster'), no.of('notice'), no.of('certificate'), no.last]).toEqual(Array(4).fill('rejected'));
    const later = stand([{}], [decide('A2', '初审', 'deferred')]);
    expect([later.of('roster'), later.of('certificate')]).toEqual(['waiting', 'waiting']);
  });

  it('is not concluded by two rows of one step, nor by one that is not filled in or says something else', () => {
    const rows = (...decisions: readonly Decision[]) => stand([{}], decisions).concluded;
    expect(rows(decide('A2', '初审', 'shortlisted'), decide('A2', '初审', 'shortlisted'))).toEqual(['- -']);
    expect(rows(decide('A2', '初审', 'shortlisted'), decide('A2', '初 审', 'rejected'))).toEqual(['- -']);
    expect(rows(decide('A2', '初审', null))).toEqual(['- -']);
    expect(rows(decide('A2', '初审', 'agreed'))).toEqual(['- -']);
    expect(rows(decide('A2', '初审', 'shortlisted', { by: '' }))).toEqual(['- -']);
    expect(rows(decide('A3', '初审', 'shortlisted'))).toEqual(['- -']);
    expect(rows(decide('A2', '初审', 'deferred'), decide('A2', '终审', 'rejected'))).toEqual(['deferred rejected']);
  });

  it('waits for each step that nobody has concluded, unless one has refused it', () => {
    expect(
      stand([{}, {}, {}, { cleared: false }], [decide('A3', '初审', 'shortlisted'), decide('A4', '初审', 'rejected')])
        .waiting,
    ).toEqual(['初审 A2', '终审 A2', '终审 A3']);
    expect(stand([{}], [decide('A2', '初审', 'deferred')]).waiting).toEqual(['终审 A2']);
  });
});

describe('a row of 决定 that is wrong', () => {
  const finding = (row: number, more: Partial<Finding> = {}): Finding => ({
    rule: 'dates-contradict',
    severity: 'violation',
    cite: CITE,
    where: [{ sheet: 'decisions', row, heading: '决定日期' }],
    nominations: [],
    message: '',
    found: '',
    mend: '',
    ...more,
  });
  const rows = [decide('A2', '初审', 'shortlisted', { row: 7 }), decide('A2', '终审', 'shortlisted', { row: 8 })];
  const outputs = (decisions: readonly Decision[], ...findings: readonly Finding[]) => {
    const { of } = stand([{ findings }], decisions);
    return `${of('roster')} ${of('notice')} ${of('prize')}`;
  };

  it('keeps what waits for its step from going out, and nothing else', () => {
    expect(outputs(rows)).toBe('chosen chosen chosen');
    expect(outputs(rows, finding(8))).toBe('chosen waiting waiting');
    expect(outputs(rows, finding(7))).toBe('waiting waiting waiting');
    expect(outputs(rows, finding(9))).toBe('chosen chosen chosen');
  });

  it('refuses nobody, whatever it says', () => {
    const no = [rows[0] ?? decide('A2', '初审', 'shortlisted'), decide('A2', '终审', 'rejected', { row: 8 })];
    expect([outputs(no), outputs(no, finding(8))]).toEqual(['rejected rejected rejected', 'chosen waiting waiting']);
  });

  it('is none where it is a question, or was decided', () => {
    const [decision] = rows;
    expect(outputs(rows, finding(8, { severity: 'question' }))).toBe('chosen chosen chosen');
    expect(outputs(rows, finding(8, { decision }))).toBe('chosen chosen chosen');
  });

  it('is no row to be filled in once more', () => {
    const lists = (...decisions: readonly Decision[]) => stand([{}], decisions).waiting;
    expect(lists(decide('A2', '初审', 'shortlisted', { on: '' }))).toEqual(['终审 A2']);
    expect(lists(decide('A2', '初审', 'shortlisted'), decide('A2', '初审', 'rejected'))).toEqual(['终审 A2']);
    expect(lists(decide('A2', '初审', null))).toEqual(['初审 A2', '终审 A2']);
    expect(stand([{ findings: [finding(7)] }], [decide('A2', '初审', null, { row: 7 })]).waiting).toEqual(['终审 A2']);
  });
});

describe('a nomination that the check holds up', () => {
  const through = (more: Partial<Decision> = {}) => [
    decide('A2', '初审', 'shortlisted', more),
    decide('A2', '终审', 'shortlisted', more),
  ];
  const failing: Given = { cleared: false, answer: 'no' };
  const reasoned = { reason: '现场核验合格' };
  const finding = (rule: string): Finding => {
    const where = [{ sheet: 'nominees', row: 2, heading: '姓名' }] as const;
    return { rule, severity: 'violation', cite: CITE, where, nominations: [], message: '', found: '', mend: '' };
  };

  it('goes out against a condition where the bodies say why, and not otherwise', () => {
    expect(stand([failing], []).of('notice')).toBe('held');
    expect(stand([failing], through()).of('notice')).toBe('held');
    const against = stand([failing], through(reasoned));
    expect([against.of('roster'), against.of('notice'), against.last]).toEqual(['against', 'against', 'against']);
  });

  it('does not go out where nobody concludes before', () => {
    const before: Scheme = { ...scheme, review: { steps: [step('终审', ['notice'])], places: [] } };
    const of = (output: GatedOutput) => stand([failing], through(reasoned), before).of(output);
    expect([of('roster'), of('notice')]).toEqual(['held', 'against']);
  });

  it('needs a reason in every row that lets something out, and is out as far as they go', () => {
    const rows = (first: string, second: string) => [
      decide('A2', '初审', 'shortlisted', { reason: first }),
      decide('A2', '终审', 'shortlisted', { reason: second }),
    ];
    const standing = (first: string, second: string) => {
      const { of, last } = stand([failing], rows(first, second));
      return `${of('roster')} ${of('notice')} ${last}`;
    };
    expect(standing('因为', '因为')).toBe('against against against');
    expect(standing('', '因为')).toBe('held held held');
    expect(standing('因为', '')).toBe('against held held');
  });

  it('has its certificate with the prize, where no step is said to come before certificates', () => {
    expect(stand([failing], through(reasoned)).of('certificate')).toBe('against');
    expect(stand([failing], through()).of('certificate')).toBe('held');
  });

  it('does not where it is itself in disorder: its form, its unit, another nomination', () => {
    const listed = { ...failing, findings: [finding('deeds-empty')] };
    const unmet = { ...failing, findings: [finding('legal-person')] };
    expect(stand([listed], through(reasoned)).of('notice')).toBe('held');
    expect(stand([unmet], through(reasoned)).of('notice')).toBe('against');
    expect(stand([{ ...failing, isStranger: true }], through(reasoned)).of('notice')).toBe('held');
  });
});

describe('a nomination that depends on another of its unit', () => {
  const pair = [{ unitNumber: '1' }, { award: TEAM, unitNumber: '1' }] as const;
  const both = (subject: string) => [decide(subject, '初审', 'shortlisted'), decide(subject, '终审', 'shortlisted')];

  it('says which one it lacks, where the review has not let that one out', () => {
    const lacks = (...decisions: readonly Decision[]) => stand(pair, [...both('A3'), ...decisions]).lacking;
    expect(lacks()).toEqual(['A3 lacks A2 waiting']);
    expect(lacks(decide('A2', '终审', 'rejected'))).toEqual(['A3 lacks A2 rejected']);
    expect(lacks(...both('A2'))).toEqual([]);
    expect(stand([{ ...pair[0], cleared: false }, pair[1]], both('A3')).lacking).toEqual([]);
  });

  it('waits until that one goes out', () => {
    expect(stand(pair, both('A3')).of('notice')).toBe('waiting waiting');
    expect(stand(pair, [...both('A2'), ...both('A3')]).of('notice')).toBe('chosen chosen');
    expect(stand(pair, [decide('A2', '初审', 'rejected'), ...both('A3')]).of('notice')).toBe('rejected rejected');
    // However the department fares by itself: it comes from a unit that goes out.
    const reasoned = both('A3').map((each) => ({ ...each, reason: '现场核验合格' }));
    const failing = { ...pair[1], cleared: false, answer: 'no' } as const;
    const refused = decide('A2', '初审', 'rejected');
    expect(stand([pair[0], failing], [refused, ...reasoned]).of('notice')).toBe('rejected rejected');
    expect(stand([pair[0], failing], [...both('A2'), ...reasoned]).of('notice')).toBe('chosen against');
    expect(stand([pair[1]], [decide('A2', '初审', 'shortlisted')]).of('roster')).toBe('held');
  });
});
