import { describe, expect, it } from 'vitest';
import { makeJudge } from '../../../rules/eligibility.ts';
import {
  judgeOne,
  makeAward,
  makeCondition,
  makeIndex,
  makeNominee,
  makeProject,
  makeScheme,
  makeUnit,
} from '../../support/small-scheme.ts';

describe('projects', () => {
  const condition = makeCondition('contracts', {
    kind: 'projects',
    counting: [{ heading: '验收', is: 'yes' }],
    routes: [{ total: 50 }, { largest: 30 }],
  });

  it('say what is missing on either route', () => {
    const projects = [
      makeProject(20, { 验收: true }),
      makeProject(29.5, { 验收: true }),
      makeProject(90, { 验收: false }),
    ];
    expect(judgeOne(condition, { projects })).toMatchObject({
      answer: 'no',
      gap: '合同额合计还差 0.5 万元；或最大一项还差 0.5 万元',
      found: '计入 2 项，合同额合计 49.5 万元，最大一项 29.5 万元',
    });
  });

  it('say nothing is missing where one route is reached', () => {
    expect(judgeOne(condition, { projects: [makeProject(30, { 验收: true })] })).toMatchObject({
      answer: 'yes',
      gap: '',
    });
  });
});

it('of two units each has its own, asked one after the other', () => {
  const condition = makeCondition('contracts', { kind: 'projects', counting: [], routes: [{ total: 50 }] });
  const award = makeAward('award', '奖', [condition]);
  const nominees = ['1', '2', '3'].map((unitNumber) => ({ ...makeNominee(award.name), unitNumber }));
  const memberUnits = ['1', '2', '3'].map((number) => ({ ...makeUnit(), number }));
  const projects = [makeProject(50), { ...makeProject(49), unitNumber: '2' }];
  const judge = makeJudge(makeIndex(makeScheme([award]), { memberUnits, nominees, projects }));
  expect(nominees.map((nominee) => judge(nominee, award).answer)).toEqual(['yes', 'no', 'no']);
});

it('that lack an amount or a date leave it open', () => {
  const condition = makeCondition('contracts', {
    kind: 'projects',
    counting: [{ heading: '验收', is: 'yes' }],
    routes: [{ total: 50 }],
  });
  const open = (wan: number | null, passed: boolean | null) =>
    judgeOne(condition, { projects: [makeProject(wan, { 验收: passed })] }).answer;
  expect([open(null, true), open(50, null), open(null, null), open(null, false), open(49, null)]).toEqual([
    'unknown',
    'unknown',
    'unknown',
    'no',
    'no',
  ]);
});
