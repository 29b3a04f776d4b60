/** Three sides of a cell: what was gathered last, what the roster holds, what the list says now. Every combination of a few values. */
import { describe, expect, it } from 'vitest';
import type { Nominee } from '../../../rules/master-roster.ts';
import { findChosenUnit, makeMemberFinder } from '../../../rules/nominations/chosen-unit.ts';
import { nominationCell } from '../../../rules/nominations/compare-cells.ts';
import { gatherNominations } from '../../../rules/nominations/gather-nominations.ts';
import type { TakenRows } from '../../../rules/nominations/returned-nominations.ts';
import { listTaken } from '../../../rules/nominations/taken-rows.ts';

const MEMBER = { row: 2, number: '0001', name: '虚构甲公司', district: '浦东' };
const OTHER = { row: 3, number: '1688', name: '虚构乙公司', district: '浦东' };
const NAMED_BY_DIGITS = { row: 4, number: '0003', name: '1688 虚构商城', district: '浦东' };
const VALUES = ['', '甲', '乙', '丙'];
const HEADING = '职务';

interface GatherOptions {
  readonly isAgreed?: boolean;
  /** What was gathered before, as a summary handed it on, in place of `base`. */
  readonly earlier?: TakenRows | null;
  /** Other cells of the list, and of the roster. */
  readonly more?: readonly (readonly [string, string])[];
  readonly held?: readonly (readonly [string, string])[];
  readonly unreadable?: readonly string[];
}

function gather(
  base: string | null,
  held: string,
  said: string,
  { isAgreed = true, earlier, more = [], held: others = [], unreadable = [] }: GatherOptions = {},
) {
  const nominee: Nominee = {
    row: 2,
    application: 'A-1',
    award: '先进单位',
    unitNumber: '0001',
    unitName: '虚构甲公司',
    name: '虚构甲公司',
    sex: '',
    birthMonth: '',
    idNumber: '',
    position: held,
    deeds: '',
    facts: new Map<string, string | null>([
      ['申报编号', 'A-1'],
      ['单位编号', '0001'],
      ['单位名称', '虚构甲公司'],
      [HEADING, held || null],
      ...others,
    ]),
  };
  const list = {
    district: '浦东',
    isForm: true,
    fingerprint: '',
    sheetName: '推荐名单',
    lacking: [],
    unknown: [],
    rows: [
      {
        row: 3,
        choice: '0001',
        facts: [['申报编号', 'A-1'], [HEADING, said || null], ...more] as const,
        doubt: null,
        unread: [],
      },
    ],
  };
  return gatherNominations({
    expected: ['浦东'],
    members: [MEMBER],
    nominees: [nominee],
    headings: [HEADING, ...more.map(([heading]) => heading)],
    files: [{ path: 'a.xlsx', sha256: 'a', savedAt: null, changedAt: 0, outcome: { kind: 'read', list } }],
    earlier: earlier === undefined ? takenOf(base, isAgreed) : earlier,
    unreadable: new Set(unreadable.map((heading) => nominationCell(2, heading))),
    decisions: [],
    given: [],
    forms: new Map(),
    choice: { preferNewest: false, chosen: new Set() },
    reception: { deadline: null, receivedOn: null, earlier: [] },
    number: () => 'A-2',
  });
}

function takenOf(base: string | null, isAgreed: boolean): TakenRows | null {
  if (base === null) return null;
  const cells = new Map([
    [HEADING, base],
    ['单位编号', '0001'],
    ['单位名称', '虚构甲公司'],
  ]);
  return new Map([['A-1', { isAgreed, cells }]]);
}

const TRIPLES = [null, ...VALUES].flatMap((base) =>
  VALUES.flatMap((held) => VALUES.map((said) => ({ base, held, said }))),
);

describe('a cell that three sides know', () => {
  it.each(TRIPLES)('gathered $base, roster $held, list $said', ({ base, held, said }) => {
    const { writes } = gather(base, held, said);
    expect(writes.length).toBeLessThan(2);
    const [write] = writes;
    const after = write && (write.kind === 'added' || write.kind === 'changed') ? (write.after ?? '') : held;
    // Nothing that stands in the roster goes away but for what the district put in its place, and staff have not touched it since.
    if (held !== '' && after !== held) expect([base, after]).toEqual([held, said]);
    // What the district has changed gets into the roster, or a person is told.
    if (said !== held && said !== base && !(said === '' && base === null)) expect(write).toBeDefined();
    // What neither side has changed is not told.
    if (said === held || said === base) expect(write).toBeUndefined();
    if (write?.kind === 'conflict') expect(new Set([base ?? '?', held, said]).size).toBe(3);
  });
});

describe('a cell that was gathered and not written', () => {
  it.each(TRIPLES.filter(({ base }) => base !== null))(
    'gathered $base, roster $held, list $said',
    ({ base, held, said }) => {
      const show = ({ writes }: ReturnType<typeof gather>) => writes.map(({ kind, after }) => [kind, after]);
      // Where the roster has it by now it was written later; else nobody knows what both had in common.
      expect(show(gather(base, held, said, { isAgreed: false }))).toEqual(
        show(gather(base === held ? base : null, held, said)),
      );
    },
  );
});

describe('a cell that was looked at before it is gathered for good', () => {
  const show = ({ writes }: ReturnType<typeof gather>) =>
    writes.map(({ kind, before, after }) => [kind, before, after]);
  const look = (...given: Parameters<typeof gather>) => listTaken(gather(...given), [HEADING], false);
  const known = TRIPLES.filter(({ base }) => base !== null);

  it.each(known)('gathered $base, roster $held, list $said', ({ base, held, said }) => {
    const first = gather(base, held, said);
    let earlier = first.earlier;
    for (let looks = 1; looks <= 3; looks += 1) {
      earlier = look(base, held, said, { earlier });
      expect(show(gather(base, held, said, { earlier }))).toEqual(show(first));
      // The district has said something else since.
      for (const then of VALUES) {
        const isOpen = first.writes.length > 0;
        if (isOpen) expect(show(gather(base, held, then, { earlier }))).toEqual(show(gather(base, held, then)));
      }
    }
  });

  it.each(known)('gathered $base, roster $held, list $said, and written by then', ({ base, held, said }) => {
    const { writes } = gather(base, held, said);
    if (writes.every(({ kind }) => kind === 'conflict' || kind === 'kept')) return;
    const earlier = look(base, held, said);
    for (const then of VALUES) {
      expect(show(gather(base, said, then, { earlier }))).toEqual(show(gather(said, said, then)));
    }
  });
});

describe('the unit that was chosen', () => {
  const finder = makeMemberFinder([MEMBER, OTHER, NAMED_BY_DIGITS]);
  it.each([
    ['0001', '0001'],
    ['1', '0001'],
    ['0001 虚构甲公司', '0001'],
    ['0001 虚构甲公司（暂不能推荐：基本得分低于 85 分）', '0001'],
    ['0001　虚构甲公司', '0001'],
    ['虚构甲公司', '0001'],
    ['虚构 甲公司', '0001'],
    ['1688', '1688'],
    // A name that begins with the number of another unit.
    ['1688 虚构商城', '0003'],
    ['0003 1688 虚构商城', '0003'],
    // Number and name of two units.
    ['0001 虚构乙公司', null],
    ['虚构丙公司', null],
  ])('%s is %s', (choice, number) => {
    const row = { row: 3, choice, facts: [], doubt: null, unread: [] };
    expect(findChosenUnit(row, finder)?.number ?? null).toBe(number);
  });
});

it('somebody else under a number that the roster has is held: what was decided about the number is not theirs', () => {
  for (const heading of ['奖项', '姓名', '受奖集体']) {
    const { rows, writes } = gather('甲', '甲', '乙', { more: [[heading, '别的']], held: [[heading, '原来的']] });
    expect(rows.map(({ kind }) => kind)).toEqual(['held']);
    expect(rows[0]?.remarks[0]?.message).toMatch(/^申报编号“A-1”在总名册里是“虚构甲公司/);
    expect(writes).toEqual([]);
  }
});

it('a cell of the roster that nobody can read is not blank', () => {
  const { writes } = gather(null, '', '乙', { unreadable: [HEADING] });
  expect(writes.map(({ kind }) => kind)).toEqual(['conflict']);
});

it('a row of which one cell is in conflict is not written at all', () => {
  const { writes } = gather('甲', '乙', '丙', { more: [['姓名', '新来的人']] });
  expect(writes.map(({ kind, heading }) => [kind, heading])).toEqual([
    ['conflict', HEADING],
    ['conflict', '姓名'],
  ]);
});
