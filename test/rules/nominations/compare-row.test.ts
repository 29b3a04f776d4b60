/** Rows of lists about which somebody has decided, and what holds them up all the same. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../rules/decision.ts';
import type { Nominee } from '../../../rules/master-roster.ts';
import { COLLISION_MATTERS, type CollisionKind } from '../../../rules/nominations/collision-matters.ts';
import { gatherNominations } from '../../../rules/nominations/gather-nominations.ts';
import type { TakenRows } from '../../../rules/nominations/returned-nominations.ts';
import { makeNominee } from '../../support/small-scheme.ts';
import { describeGathered } from '../../../workbook/tally/gathered-table.ts';

const OWN = { row: 2, number: '0001', name: '虚构甲公司', district: '浦东' };
const NEXT = { row: 3, number: '0002', name: '虚构乙公司', district: '浦东' };
const FOREIGN = { row: 4, number: '0003', name: '虚构丙公司', district: '黄浦' };

interface Sent {
  readonly application: string;
  readonly unit: string;
  readonly award: string;
  readonly name: string;
}

const SENT: Sent = { application: 'A-1', unit: '0001', award: '先进保卫干部', name: '样例安' };

/** A complete row of 决定 about A-1, agreed. */
function decide(kind: CollisionKind, change: Partial<Decision> = {}): Decision {
  return {
    ...{ row: 2, matter: COLLISION_MATTERS[kind], subject: 'A-1', word: 'agreed' },
    ...{ by: '会', on: '2030-05-01', tally: '', reason: '说明' },
    ...change,
  };
}

interface Around {
  readonly decisions?: readonly Decision[];
  readonly earlier?: TakenRows | null;
  /** Of the roster. */
  readonly nominees?: readonly Nominee[];
}

function gather(sent: readonly Sent[], { decisions = [], earlier = null, nominees = [] }: Around) {
  const rows = sent.map(({ application, unit, award, name }, at) => ({
    ...{ row: at + 3, choice: unit, doubt: null, unread: [] },
    facts: Object.entries({ 申报编号: application, 奖项: award, 姓名: name }),
  }));
  const list = {
    ...{ district: '浦东', isForm: true, fingerprint: '', sheetName: '推荐名单', lacking: [], unknown: [] },
    rows,
  };
  return gatherNominations({
    ...{ expected: ['浦东'], members: [OWN, NEXT, FOREIGN], nominees, headings: ['奖项', '姓名'] },
    files: [{ path: 'a.xlsx', sha256: 'a', savedAt: null, changedAt: 0, outcome: { kind: 'read', list } }],
    ...{ earlier, decisions, unreadable: new Set(), given: [], forms: new Map() },
    choice: { preferNewest: false, chosen: new Set() },
    reception: { deadline: null, receivedOn: null, earlier: [] },
    number: () => 'A-9',
  });
}

describe('a unit of another district that somebody let in', () => {
  const foreign = { ...SENT, unit: FOREIGN.number };

  it('is written and decided where nothing else holds it', () => {
    const { rows } = gather([foreign], { decisions: [decide('foreign')] });
    expect(rows.map(({ kind, isDecided }) => [kind, isDecided])).toEqual([['new', true]]);
  });

  it('is open where another row has its number: nobody has decided about that', () => {
    const { rows } = gather([foreign, { ...SENT, name: '样例平' }], { decisions: [decide('foreign')] });
    expect(rows.map(({ kind, isDecided }) => [kind, isDecided])).toEqual([
      ['held', false],
      ['held', false],
    ]);
    expect(rows.map((row) => describeGathered(row, []).asks)).toEqual([true, true]);
  });
});

describe('a nomination that the roster has no more and somebody wants back', () => {
  const taken = (change: Readonly<Record<string, string>> = {}): TakenRows => {
    const cells = { 单位编号: '0001', 单位名称: OWN.name, 奖项: SENT.award, 姓名: SENT.name, ...change };
    return new Map([['A-1', { isAgreed: true, cells: new Map(Object.entries(cells)) }]]);
  };
  const back = decide('removed');
  const shortlisted = decide('removed', { row: 3, matter: '初审', word: 'shortlisted' });
  const exception = decide('removed', { row: 3, matter: '重复推荐' });
  const look = (around: Around) => {
    const { rows, collisions } = gather([SENT], around);
    return [rows[0]?.kind, rows[0]?.isDecided, collisions[0]?.concern];
  };
  const written = ['new', true, ''];

  it.each([shortlisted, exception])('is written as the same one, with what was decided of it: $matter', (other) => {
    expect(look({ decisions: [back, other], earlier: taken() })).toEqual(written);
    expect(look({ decisions: [back, other], earlier: taken({ 单位编号: '1', 姓名: '样例 安' }) })).toEqual(written);
  });

  it.each([
    ['of another award', taken({ 奖项: '先进单位' })],
    ['of another unit', taken({ 单位编号: '0002', 单位名称: NEXT.name })],
    ['of another name', taken({ 姓名: '样例平' })],
    ['of which nobody knows who it was', null],
  ] as const)('%s does not get what was decided of its number', (_, earlier) => {
    expect(look({ decisions: [back], earlier })).toEqual(written);
    for (const other of [shortlisted, exception]) {
      const [kind, isDecided, concern] = look({ decisions: [back, other], earlier });
      expect([kind, isDecided]).toEqual(['removed', false]);
      expect(concern).toContain('总名册“决定”表第 3 行对这个编号另有决定');
    }
  });
});

it('a nomination that the form lacks may have come into the roster after it went out, unless it was gathered before', () => {
  const nominees = [{ ...makeNominee('先进单位'), application: 'A-5', unitNumber: OWN.number, unitName: OWN.name }];
  const known: TakenRows = new Map([['A-5', { isAgreed: true, cells: new Map() }]]);
  const late = '没有这一项（也可能是发出以后才进总名册的）';
  for (const [earlier, said] of [
    [null, late],
    [new Map([['A-1', { isAgreed: true, cells: new Map() }]]), late],
    [known, '没有这一项'],
  ] as const) {
    const { withdrawn } = gather([SENT], { nominees, earlier });
    expect(withdrawn.map(({ inList }) => inList)).toEqual([said]);
  }
});

describe('a unit of another district that stands in the roster is missed in no list of its own district', () => {
  const nominees = [{ ...makeNominee('先进单位'), application: 'A-1', unitNumber: OWN.number, unitName: OWN.name }];
  it.each([
    ['once that is decided', decide('foreign'), 0],
    ['however the number is written', decide('foreign', { subject: 'Ａ-１' }), 0],
    ['but for a decision that nobody has signed', decide('foreign', { by: '' }), 1],
    ['but for one without a day', decide('foreign', { on: '' }), 1],
    ['but for a refusal', decide('foreign', { word: 'refused' }), 1],
  ] as const)('%s', (_, decision, count) => {
    const { withdrawn } = gather([{ ...SENT, application: 'A-7' }], { nominees, decisions: [decision] });
    expect(withdrawn).toHaveLength(count);
  });
});
