import { describe, expect, it } from 'vitest';
import type { Conclusion, Decision, DecisionWord } from '../../rules/decision.ts';
import type { NomineeCheck, StepConclusion } from '../../rules/nominee-check.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import type { ReviewStep } from '../../rules/scheme-parts.ts';
import { proveVerdict } from '../../rules/verdict.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, unreviewed } from '../support/rows-by-hand.ts';
import { CITE, makeCondition, makeIndex } from '../support/small-scheme.ts';

const [nominee, parent] = listNominees(COLLECTIVE, {}, {}) as [Nominee, Nominee];
const condition = makeCondition('staff', { kind: 'judgement' });

function finding(message: string, change: Partial<Finding> = {}): Finding {
  const where = [{ sheet: 'nominees', row: 2, heading: '姓名' }] as const;
  return {
    rule: 'deeds-empty',
    severity: 'violation',
    cite: CITE,
    where,
    nominations: [],
    message,
    found: '',
    mend: '',
    ...change,
  };
}

const reason = (answer: 'yes' | 'no' | 'unknown', message: string) => {
  return { condition, answer, message, where: { sheet: 'nominees', row: 2, heading: '姓名' }, found: '' } as const;
};

function prove(change: Partial<NomineeCheck>): string {
  const index = makeIndex(CITED_SCHEME, { nominees: [nominee, parent] });
  const base = {
    nominee,
    award: COLLECTIVE,
    unit: null,
    answer: 'yes',
    reasons: [],
    ...unreviewed(false),
    findings: [],
    heldUpBy: [],
  } as const;
  return proveVerdict(index, { ...base, ...change });
}

describe('the verdict', () => {
  it.each([
    ['all holds', { cleared: true, reasons: [reason('yes', '人员 18')] }, '符合参评条件'],
    ['a condition fails', { answer: 'no', reasons: [reason('no', '人员 17')] }, '不符合参评条件（人员 17）'],
    ['one is open', { answer: 'unknown', reasons: [reason('unknown', '人员空白')] }, '待确认（人员空白）'],
    ['a rule is broken', { findings: [finding('事迹空白')] }, '须更正，更正前不通过（事迹空白）'],
    [
      'a question holds it up',
      { findings: [finding('材料未登记', { rule: 'material-unregistered', severity: 'question' })] },
      '待确认（材料未登记）',
    ],
    [
      'a question beside a violation',
      {
        findings: [finding('材料未登记', { rule: 'material-unregistered', severity: 'question' }), finding('事迹空白')],
      },
      '须更正，更正前不通过（事迹空白；材料未登记）',
    ],
    [
      'there is one of each: what is against it comes before what nobody knows',
      {
        answer: 'no',
        reasons: [reason('unknown', '人员空白'), reason('no', '年限 2')],
        findings: [finding('材料未登记', { rule: 'material-unregistered', severity: 'question' }), finding('事迹空白')],
        heldUpBy: [parent],
      },
      '不符合参评条件（年限 2；事迹空白；所在单位的先进奖推荐（推荐名单第 3 行）未通过审查；人员空白；材料未登记）',
    ],
    [
      'a parent is held up',
      { heldUpBy: [parent] },
      '须更正，更正前不通过（所在单位的先进奖推荐（推荐名单第 3 行）未通过审查）',
    ],
    [
      'a question that holds up nobody',
      { cleared: true, findings: [finding('可能重复', { severity: 'question' })] },
      '符合参评条件',
    ],
  ] as const)('where %s', (_, change, sentence) => {
    expect(prove(change)).toBe(sentence);
  });

  it('says once what is a reason and a finding', () => {
    const reasons = [reason('no', '人员 17'), reason('unknown', '场地空白')];
    expect(prove({ answer: 'no', reasons, findings: [finding('人员 17')] })).toBe(
      '不符合参评条件（人员 17；场地空白）',
    );
  });

  it('says once why a cell cannot be read: what it lacks besides is no second cause', () => {
    const where = [{ sheet: 'nominees', row: 2, heading: '身份证号' }] as const;
    const unreadable = finding('I2 单元格应为文本，请改正。', { rule: 'unreadable-cell', where });
    const missing = finding('没有填写身份证号', { rule: 'field-missing', where });
    const open = { ...reason('unknown', '身份证号空白'), where: where[0] };
    const told = '（I2 单元格应为文本，请改正）';
    expect(prove({ findings: [unreadable, missing] })).toBe(`须更正，更正前不通过${told}`);
    expect(prove({ answer: 'unknown', reasons: [open], findings: [unreadable, missing] })).toBe(`待确认${told}`);
    const other = finding('事迹空白');
    expect(prove({ findings: [unreadable, missing, other] })).toContain('请改正；事迹空白）');
    expect(prove({ findings: [missing] })).toContain('（没有填写身份证号）');
  });
});

describe('what the review says', () => {
  const step = (name: string): ReviewStep => ({ id: name, name, body: `${name}会`, gates: [], asks: null, cite: CITE });
  const row = (word: DecisionWord, on = '2030-05-01'): Decision => {
    return { row: 2, matter: '', subject: 'A2', word, by: '会', on, tally: '', reason: '' };
  };
  const concluded = (name: string, conclusion: Conclusion | null, ...rows: readonly Decision[]): StepConclusion => {
    return { step: step(name), conclusion, decision: rows.at(-1) ?? null, sought: null, rows, faults: [] };
  };
  const say = (change: Partial<NomineeCheck>) => prove({ cleared: true, ...change });

  it('is told step by step, and whom it waits for', () => {
    const conclusions = [concluded('初审', 'shortlisted', row('shortlisted')), concluded('终审', null)];
    expect(say({ conclusions })).toBe('符合参评条件。初审：会于 2030-05-01 决定“入围”。待终审会终审');
    expect(prove({ answer: 'no', conclusions })).toBe('不符合参评条件。初审：会于 2030-05-01 决定“入围”');
  });

  it('ends with a no: no later step is waited for', () => {
    const conclusions = [concluded('初审', 'rejected', row('rejected')), concluded('终审', null)];
    expect(say({ conclusions })).toBe('符合参评条件。初审：会于 2030-05-01 决定“不入围”');
  });

  it('tells of a deferral before what came of it', () => {
    const conclusions = [concluded('初审', 'shortlisted', row('deferred'), row('shortlisted', '2030-05-09'))];
    expect(say({ conclusions })).toBe('符合参评条件。初审：会于 2030-05-01 决定“待议”；后会于 2030-05-09 决定“入围”');
  });

  it('tells why a row does not count, once', () => {
    const faults = [finding('日期有误'), finding('日期有误'), finding('请改正。')];
    const wrong = { ...concluded('初审', null, row('shortlisted')), faults };
    expect(say({ conclusions: [wrong] })).toBe(
      '符合参评条件。初审：会于 2030-05-01 决定“入围”，更正前不算数（日期有误；请改正）',
    );
    expect(say({ conclusions: [{ ...wrong, decision: null }] })).toBe(
      '符合参评条件。初审：更正前不算数（日期有误；请改正）',
    );
  });

  it('names the nomination of the unit that was refused, or that is waited for', () => {
    const conclusions = [concluded('初审', 'shortlisted', row('shortlisted')), concluded('终审', null)];
    const lacking = (standing: 'rejected' | 'waiting') =>
      say({ conclusions, lacksParents: [{ nominee: parent, standing }] });
    expect(lacking('rejected')).toBe(
      '符合参评条件。初审：会于 2030-05-01 决定“入围”。所在单位的先进奖推荐（推荐名单第 3 行）不入围',
    );
    expect(lacking('waiting')).toContain('。所在单位的先进奖推荐（推荐名单第 3 行）尚无入围的结论。待终审会终审');
  });

  it('says one sentence once', () => {
    const findings = [finding('日期有误'), finding('日期有误')];
    expect(prove({ findings })).toBe('须更正，更正前不通过（日期有误）');
  });
});
