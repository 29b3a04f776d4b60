import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EarlierTally } from '../../../rules/tally/tally.ts';
import type { ReturnedFile } from '../../../rules/tally/returned-file.ts';
import { QUALIFICATION_WORDS } from '../../../rules/score-verdict.ts';
import { listValues } from '../../../rules/tally/sheet-entries.ts';
import { PLACE_STANDING_WORDS, STATE_WORDS } from '../../../rules/tally/unit-tally.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import {
  blankFilling,
  fillingOf,
  fullFilling,
  withoutAssociation,
  withoutSelf,
  type Filling,
} from '../../support/filled-sheets.ts';
import { makeFile, makeUnit, tallyOf } from '../../support/tally-files.ts';

let scheme: FullScheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

const EARLIER: EarlierTally = { units: [], decisions: new Map(), chosen: new Set(), confirmed: new Set() };
const DECISION = { decision: '列入', reason: '复核', decidedBy: '甲', date: '2026-11-20', points: '' };

describe('files and units', () => {
  it('are each counted once, whatever comes in', () => {
    const units = Array.from({ length: 6 }, (_, index) => makeUnit(String(index + 1)));
    const anyFile = fc.record({ unit: fc.nat(7), points: fc.integer({ min: 80, max: 90 }), kind: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 15 }), (drawn) => {
        const files = drawn.map(({ unit, points, kind }, index): ReturnedFile => {
          const filling = [blankFilling(scheme), withoutSelf(fillingOf(scheme, points))][kind - 1] ?? points;
          const file = makeFile(scheme, units[unit] ?? makeUnit('99'), filling, { path: `${index}.xlsx` });
          if (kind > 0) return file;
          return { ...file, outcome: { kind: 'rejected', faults: [], unitNumber: String(unit + 1) } };
        });
        const { accepted, rejected, units: tallied, districts, all } = tallyOf(scheme, units, files);
        expect(accepted.length + rejected.length).toBe(files.length);
        expect(new Set([...accepted, ...rejected].map(({ path }) => path)).size).toBe(files.length);
        expect(tallied.length).toBe(units.length);
        expect(Object.values(all.states).reduce((sum, count) => sum + count, 0)).toBe(units.length);
        expect(districts.reduce((sum, { expected }) => sum + expected, 0)).toBe(units.length);
      }),
    );
  });

  it('give the same tally in any order', () => {
    const units = Array.from({ length: 5 }, (_, index) => makeUnit(String(index + 1)));
    const files = [...units, ...units.slice(0, 2)].map((unit, index) =>
      makeFile(scheme, unit, 84 + index, { path: `${index}.xlsx` }),
    );
    const wanted = tallyOf(scheme, units, files);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(tallyOf(scheme, units, shuffled)).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  it('of an unknown unit, or under the name of another one, go back with the cell', () => {
    const [one, two] = [makeUnit('1', '浦东', '甲（上海）公司'), makeUnit('2')];
    const files = [
      makeFile(scheme, makeUnit('9'), 90),
      makeFile(scheme, { ...two, name: '别的单位' }, 90),
      makeFile(scheme, { ...one, name: '甲(上海) 公司' }, 90),
    ];
    const { accepted, rejected } = tallyOf(scheme, [one, two], files);
    expect(rejected.map(({ faults, tie }) => [faults[0]?.code, faults[0]?.cell, tie.unitNumber])).toEqual([
      ['unit-name-changed', 'B4', '2'],
      ['unknown-unit', 'D1', null],
    ]);
    expect(accepted.map(({ warnings }) => warnings[0]?.code)).toEqual(['unit-name-spelling']);
  });
});

it('of a sheet with the number of one unit and the name of another, the name of the file says whose it is', () => {
  const [one, two] = [makeUnit('020001'), makeUnit('020002')];
  const mistyped = { ...one, number: two.number };
  const paths = [`020001 ${one.name}.xlsx`, `${two.number}.xlsx`, '评分表.xlsx'];
  const files = paths.map((path) => makeFile(scheme, mistyped, 90, { path }));
  const { rejected } = tallyOf(scheme, [one, two], files);
  const ties = new Map(rejected.map(({ path, tie }) => [path, tie.unitNumber]));
  expect(paths.map((path) => ties.get(path))).toEqual([one.number, two.number, two.number]);
  for (const { faults } of rejected) expect(faults[0]?.message).toContain(`这个名称的是编号 ${one.number}`);
});

it('of two roster rows with one number the first counts, and a row without a number is nobody’s', () => {
  const [one, other, blank] = [
    makeUnit('1'),
    { ...makeUnit('1', '徐汇', '另一家'), row: 9 },
    { ...makeUnit('3'), number: '' },
  ];
  const { units, rejected } = tallyOf(scheme, [one, other, blank], [makeFile(scheme, other, 90)]);
  expect(units.map(({ unit }) => unit.row)).toEqual([one.row]);
  expect(rejected.map(({ faults }) => faults[0]?.code)).toEqual(['unit-name-changed']);
});

describe('the same unit twice', () => {
  const unit = makeUnit('1');

  it('says in every cell what one file lacks and the other has, in either order', () => {
    const full = makeFile(scheme, unit, 90, { path: 'b.xlsx' });
    const lacking = fillingOf(scheme, 90).scores.self.length;
    for (const path of ['a.xlsx', 'c.xlsx']) {
      const files = [full, makeFile(scheme, unit, withoutSelf(fillingOf(scheme, 90)), { path })];
      const [duplicate] = tallyOf(scheme, [unit], files).duplicates;
      expect(duplicate).toMatchObject({ settlement: 'fuller', counted: { path: 'b.xlsx' } });
      expect(duplicate?.differences.length).toBeGreaterThanOrEqual(lacking);
    }
  });

  const twice = (second: number, times: [string | null, string | null] = [null, null]) => [
    makeFile(scheme, unit, 90, { path: 'a.xlsx', savedAt: times[0], changedAt: 2000 }),
    makeFile(scheme, unit, second, { path: 'b.xlsx', savedAt: times[1], changedAt: 1000 }),
  ];

  it('with the same content counts once', () => {
    const { duplicates, units } = tallyOf(scheme, [unit], twice(90));
    expect(duplicates).toMatchObject([{ settlement: 'same', counted: { path: 'a.xlsx' }, differences: [] }]);
    expect(units[0]?.state).toBe('counted');
  });

  it('with different content counts neither, and lists every cell that differs', () => {
    const { duplicates, units } = tallyOf(scheme, [unit], twice(80));
    expect(duplicates).toMatchObject([{ settlement: 'undecided', counted: null }]);
    // 10 of 100 points are the first item's 8 and 2 of the second's 5; 20 are both and more.
    const differing = listValues(fillingOf(scheme, 90)).filter(
      (value, index) => value !== listValues(fillingOf(scheme, 80))[index],
    );
    expect(duplicates[0]?.differences.length).toBe(differing.length);
    expect(units[0]).toMatchObject({ state: 'undecided', scores: null, rank: null });
  });

  it('takes the newest by the time inside the files when told, not by that of the disk', () => {
    const files = twice(80, ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z']);
    const { duplicates } = tallyOf(scheme, [unit], files, { preferNewest: true });
    expect(duplicates).toMatchObject([{ settlement: 'newest', counted: { path: 'b.xlsx' } }]);
  });

  it('takes the time of the disk where a file says none, and nothing where both are of one moment', () => {
    const byDisk = tallyOf(scheme, [unit], twice(80, [null, '2026-01-02T00:00:00Z']), { preferNewest: true });
    expect(byDisk.duplicates).toMatchObject([{ settlement: 'newest', counted: { path: 'a.xlsx' } }]);
    const equal = twice(80, ['2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z']);
    expect(tallyOf(scheme, [unit], equal, { preferNewest: true }).duplicates[0]?.counted).toBeNull();
  });

  it('takes what a person chose before anything else', () => {
    const files = twice(80, ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z']);
    const earlier = { ...EARLIER, chosen: new Set([files[0]?.sha256 ?? '']) };
    const { duplicates } = tallyOf(scheme, [unit], files, { preferNewest: true, earlier });
    expect(duplicates).toMatchObject([{ settlement: 'chosen', counted: { path: 'a.xlsx' } }]);
    const both = { ...EARLIER, chosen: new Set(files.map(({ sha256 }) => sha256)) };
    expect(tallyOf(scheme, [unit], files, { earlier: both }).duplicates[0]?.settlement).toBe('undecided');
  });
});

describe('a blank sheet', () => {
  const unit = makeUnit('1');
  const blank = (path = 'blank.xlsx') => makeFile(scheme, unit, blankFilling(scheme), { path });

  it('is not an answer: the unit is not counted, and not missing either', () => {
    const { units, all, accepted } = tallyOf(scheme, [unit], [blank()]);
    expect(units).toMatchObject([{ state: 'blank', scores: null, rank: null, file: { path: 'blank.xlsx' } }]);
    expect(all.states).toMatchObject({ counted: 0, blank: 1, missing: 0 });
    expect(accepted).toHaveLength(1);
    expect(tallyOf(scheme, [unit], [blank('a.xlsx'), blank('b.xlsx')]).units[0]?.state).toBe('blank');
  });

  it('takes nothing back that another file says, however new it is', () => {
    const filled = makeFile(scheme, unit, 90, { path: 'a.xlsx', savedAt: '2026-01-01T00:00:00Z' });
    const newer = { ...blank(), savedAt: '2026-01-02T00:00:00Z' };
    for (const preferNewest of [false, true]) {
      const { units, duplicates } = tallyOf(scheme, [unit], [filled, newer], { preferNewest });
      expect(units[0]).toMatchObject({ state: 'counted', file: { path: 'a.xlsx' } });
      expect(duplicates).toMatchObject([{ settlement: 'fuller', counted: { path: 'a.xlsx' } }]);
    }
    const other = makeFile(scheme, unit, 80, { path: 'c.xlsx', savedAt: '2025-01-01T00:00:00Z' });
    expect(tallyOf(scheme, [unit], [filled, newer, other]).units[0]?.state).toBe('undecided');
    const taken = tallyOf(scheme, [unit], [filled, newer, other], { preferNewest: true });
    expect(taken.duplicates).toMatchObject([{ settlement: 'newest', counted: { path: 'a.xlsx' } }]);
  });

  it('beside a file that went back leaves the unit with that one', () => {
    const back: ReturnedFile = { ...blank('b.xlsx'), outcome: { kind: 'rejected', faults: [], unitNumber: '1' } };
    expect(tallyOf(scheme, [unit], [blank(), back]).units[0]?.state).toBe('rejected');
  });
});

describe('a copy that says more', () => {
  const unit = makeUnit('1');
  const of = (filling: Filling, path: string) => makeFile(scheme, unit, filling, { path });

  it('counts where the others only leave blank what it fills in', () => {
    const whole = fillingOf(scheme, 90, 4);
    const files = [of(withoutAssociation(whole), 'a.xlsx'), of(whole, 'b.xlsx'), of(withoutSelf(whole), 'c.xlsx')];
    const { duplicates, units } = tallyOf(scheme, [unit], files);
    expect(duplicates).toMatchObject([{ settlement: 'fuller', counted: { path: 'b.xlsx' } }]);
    expect(units[0]?.state).toBe('counted');
  });

  it('does not count where another says anything else, nor where none says all', () => {
    const whole = fillingOf(scheme, 90, 4);
    const other = withoutAssociation({ ...whole, scores: { ...whole.scores, self: whole.scores.association } });
    for (const files of [
      [of(whole, 'a.xlsx'), of(other, 'b.xlsx')],
      [of(withoutAssociation(whole), 'a.xlsx'), of(withoutSelf(whole), 'b.xlsx')],
    ]) {
      expect(tallyOf(scheme, [unit], files).duplicates).toMatchObject([{ settlement: 'undecided', counted: null }]);
    }
  });
});

describe('the association’s column full and the unit’s own empty', () => {
  const unit = makeUnit('1');
  const doubtful = () => makeFile(scheme, unit, withoutSelf(fillingOf(scheme, 95)));

  it('is a question, and until it is answered the scores are nobody’s', () => {
    const { units, questions, all } = tallyOf(scheme, [unit], [doubtful()]);
    expect(units).toMatchObject([{ state: 'unconfirmed', scores: null, rank: null }]);
    expect(questions).toMatchObject([{ unit: { number: '1' }, confirmed: false }]);
    expect(all.states).toMatchObject({ counted: 0, unconfirmed: 1 });
  });

  it('counts when a person has confirmed that very file; having chosen it among copies confirms nothing', () => {
    const file = doubtful();
    const confirmed = { ...EARLIER, confirmed: new Set([file.sha256]) };
    const { units, questions } = tallyOf(scheme, [unit], [file], { earlier: confirmed });
    expect(units).toMatchObject([{ state: 'counted', rank: 1 }]);
    expect(questions).toMatchObject([{ confirmed: true }]);
    const chosen = { ...EARLIER, chosen: new Set([file.sha256]) };
    expect(tallyOf(scheme, [unit], [file], { earlier: chosen }).units[0]?.state).toBe('unconfirmed');
  });
});

describe('unit numbers', () => {
  const PADDED = ['080001', '080002', '000012', '120000', 'A001'];
  const padded = PADDED.map((number, index) => ({ ...makeUnit(number), row: index + 2 }));
  /** As a program leaves them that takes the column for numbers. */
  const stripped = padded.map((unit) => ({ ...unit, number: unit.number.replace(/^0+(?=\d+$)/, '') }));
  const files = () => padded.map((unit, index) => makeFile(scheme, unit, 80 + index * 3));

  it('that lost their zeros in the whole roster turn no unit away, and it is said once', () => {
    const [wanted, found] = [tallyOf(scheme, padded, files()), tallyOf(scheme, stripped, files())];
    expect(found.rejected).toEqual([]);
    const results = (of: typeof wanted) =>
      of.units.map(({ unit, state, rank, scores }) => [unit.name, state, rank, scores?.outcome.basicPoints]);
    expect(results(found)).toEqual(results(wanted));
    expect(wanted.remarks).toEqual([]);
    expect(found.remarks).toMatchObject([{ code: 'zeros-lost', severity: 'note' }]);
    expect(found.remarks[0]?.message).toMatch(/^总名册中 3 家单位的编号丢了前导零（例如总名册是 12，评分表是 000012）/);
    expect(found.accepted.map(({ unitNumber }) => unitNumber)).toEqual(['12', '80001', '80002', '120000', 'A001']);
  });

  it('that lost their zeros in the files are known too', () => {
    const found = tallyOf(
      scheme,
      padded,
      stripped.map((unit, index) => makeFile(scheme, unit, 80 + index * 3)),
    );
    expect(found.all.states.counted).toBe(PADDED.length);
    expect(found.remarks).toMatchObject([
      { code: 'zeros-lost', message: expect.stringMatching(/^评分表中 3 家/) as string },
    ]);
  });

  it('take decisions and changes over from a summary with other zeros', () => {
    const before = tallyOf(scheme, padded, files());
    const earlier: EarlierTally = {
      ...EARLIER,
      decisions: new Map([['080001', { ...DECISION, points: '' }]]),
      units: before.units.map(({ unit, state, scores, districtRank, standing }) => ({
        unitNumber: unit.number,
        unitName: unit.name,
        state: STATE_WORDS[state],
        qualification: scores ? QUALIFICATION_WORDS[scores.outcome.answer] : '',
        standing: standing ? PLACE_STANDING_WORDS[standing] : '',
        districtRank,
        values: scores ? listValues(scores.file.sheet) : null,
      })),
    };
    const { changes, borderline } = tallyOf(scheme, stripped, files(), { earlier });
    expect(changes).toEqual([]);
    expect(borderline.find(({ unit }) => unit.unit.number === '80001')?.decision).toMatchObject({ decision: '列入' });
  });

  it('of a decision that no unit has are said', () => {
    const earlier = { ...EARLIER, decisions: new Map([['77', DECISION]]) };
    const { remarks } = tallyOf(scheme, padded, files(), { earlier });
    expect(remarks).toMatchObject([
      { code: 'decision-of-nobody', message: expect.stringContaining('编号 77 的决定') as string },
    ]);
  });

  it('that differ in zeros alone stay two units, both named, and a file between them goes back unless its name tells', () => {
    const [one, two] = [
      { ...makeUnit('012', '浦东', '虚构甲公司'), row: 2 },
      { ...makeUnit('12', '浦东', '虚构乙公司'), row: 9 },
    ];
    const own = tallyOf(scheme, [one, two], [makeFile(scheme, one, 90), makeFile(scheme, two, 80)]);
    expect(own.units.map(({ unit, scores }) => [unit.number, scores?.outcome.basicPoints])).toEqual([
      ['012', 90],
      ['12', 80],
    ]);
    expect(own.remarks).toMatchObject([{ code: 'unit-numbers-alike', severity: 'violation' }]);
    expect(own.remarks[0]?.message).toMatch(/第 2 行 012“虚构甲公司”、第 9 行 12“虚构乙公司”/);
    const between = { ...makeUnit('0012', '浦东', '虚构丙公司'), row: 0 };
    const { rejected } = tallyOf(scheme, [one, two], [makeFile(scheme, between, 90)]);
    expect(rejected).toMatchObject([
      { tie: { unitNumber: null }, faults: [{ code: 'unit-number-ambiguous', cell: 'D1' }] },
    ]);
    expect(rejected[0]?.faults[0]?.message).toMatch(/“012”的“虚构甲公司”.*“12”的“虚构乙公司”/);
    const named = tallyOf(scheme, [one, two], [makeFile(scheme, { ...between, name: '虚构乙公司' }, 90)]);
    expect(named.units.map(({ unit, state }) => [unit.number, state])).toEqual([
      ['012', 'missing'],
      ['12', 'counted'],
    ]);
  });

  it('that are blank or stand twice are said with their rows, and a file without one is nobody’s', () => {
    const [blank, again] = [{ ...makeUnit('1'), number: '' }, makeUnit('2', '黄浦', '虚构又一家')];
    const members = [blank, makeUnit('2'), again, { ...blank, row: 7 }];
    const { units, remarks, rejected } = tallyOf(scheme, members, [makeFile(scheme, blank, 90)]);
    expect(units.map(({ unit, state }) => [unit.number, state])).toEqual([['2', 'missing']]);
    expect(rejected).toMatchObject([{ tie: { unitNumber: null }, faults: [{ code: 'no-unit-number', cell: 'D1' }] }]);
    expect(remarks.map(({ code, severity }) => [code, severity])).toEqual([
      ['unit-number-blank', 'violation'],
      ['unit-number-twice', 'violation'],
    ]);
    expect(remarks[0]?.message).toContain('2 家单位没有编号（第 2 行“虚构单位1”、第 7 行“虚构单位1”）');
    expect(remarks[1]?.message).toContain('“虚构单位2”、第 3 行“虚构又一家”');
  });
});

describe('ranks', () => {
  it('go by total points among the eligible alone', () => {
    const units = Array.from({ length: 5 }, (_, index) => makeUnit(String(index + 1)));
    const fillings = [
      fillingOf(scheme, 90, 5),
      fillingOf(scheme, 95, 0),
      fillingOf(scheme, 93, 2),
      fillingOf(scheme, 84, 30),
      fillingOf(scheme, 85),
    ];
    const files = units.map((unit, index) => makeFile(scheme, unit, fillings[index] ?? 0));
    expect(tallyOf(scheme, units, files).units.map(({ rank }) => rank)).toEqual([1, 1, 1, null, 4]);
  });

  it('leave out a unit whose veto items are not all confirmed', () => {
    const unit = makeUnit('1');
    const full = fullFilling(scheme);
    const open = { ...full, vetoes: { ...full.vetoes, association: full.vetoes.self.map(() => 'open' as const) } };
    const [tallied] = tallyOf(scheme, [unit], [makeFile(scheme, unit, open)]).units;
    expect(tallied).toMatchObject({ state: 'counted', rank: null, scores: { association: { answer: 'unknown' } } });
  });
});

describe('the borderline list', () => {
  it.each([
    [81, []],
    [82, ['near-line']],
    [85, ['near-line']],
    [88, ['near-line']],
    [89, []],
  ])('at %i basic points is %j', (points, causes) => {
    // Alone in a district without places nobody can be tied.
    const unit = makeUnit('1', '别处');
    const { borderline } = tallyOf(scheme, [unit], [makeFile(scheme, unit, points)]);
    expect(borderline.flatMap((entry) => entry.causes)).toEqual(causes);
  });

  it('holds who shares the last place of the district', () => {
    // 3 % of 40 members are 1.2, one place.
    const units = Array.from({ length: 40 }, (_, index) => makeUnit(String(index + 1)));
    const files = units.slice(0, 3).map((unit, index) => makeFile(scheme, unit, index < 2 ? 98 : 95));
    const { borderline, units: tallied } = tallyOf(scheme, units, files);
    expect(borderline.map(({ unit, causes }) => [unit.unit.number, causes])).toEqual([
      ['1', ['tied']],
      ['2', ['tied']],
    ]);
    expect(tallied.slice(0, 3).map(({ standing }) => standing)).toEqual(['tied', 'tied', 'outside']);
  });

  it('keeps a decision, asks for what it lacks, and for another look when the points have changed', () => {
    const unit = makeUnit('1', '别处');
    const decide = (changes: Partial<typeof DECISION>, points: number) => {
      const decisions = new Map([['1', { ...DECISION, points: '基本 86，总分 86，区内第 1 名', ...changes }]]);
      return tallyOf(scheme, [unit], [makeFile(scheme, unit, points)], { earlier: { ...EARLIER, decisions } })
        .borderline[0];
    };
    expect(decide({}, 86)).toMatchObject({ causes: ['near-line'], concern: null, decision: { reason: '复核' } });
    expect(decide({ reason: '' }, 86)?.concern).toContain('缺少理由');
    expect(decide({}, 87)?.concern).toContain('请复核');
    expect(decide({}, 95)).toMatchObject({ causes: ['decided'], decision: { decision: '列入' } });
  });
});

describe('changes since an earlier tally', () => {
  it('are listed cell by cell, with eligibility and place first', () => {
    const units = Array.from({ length: 40 }, (_, index) => makeUnit(String(index + 1)));
    const [one, two] = [makeUnit('1'), makeUnit('2')];
    const before = tallyOf(scheme, units, [makeFile(scheme, one, 95), makeFile(scheme, two, 90)]);
    const earlier: EarlierTally = {
      ...EARLIER,
      units: before.units.map(({ unit, state, scores, standing, districtRank }) => ({
        unitNumber: unit.number,
        unitName: unit.name,
        state: state === 'counted' ? '已计入' : '未交',
        qualification: scores ? '具备参评资格' : '',
        standing: standing === 'inside' ? '名额内' : standing === 'outside' ? '名额外' : '',
        districtRank,
        values: scores ? listValues(scores.file.sheet) : null,
      })),
    };
    const files = [makeFile(scheme, one, 84), makeFile(scheme, two, 90)];
    const { changes } = tallyOf(scheme, units, files, { earlier });
    const shown = changes?.map(({ kind, unitNumber, before: was, after }) => [kind, unitNumber, was, after]);
    expect(shown?.filter(([kind]) => kind !== 'score')).toEqual([
      ['qualification', '1', '具备参评资格', '不具备参评资格'],
      ['standing', '1', '名额内', '无'],
      ['standing', '2', '名额外', '名额内'],
      ['district-rank', '1', '1', '无'],
      ['district-rank', '2', '2', '1'],
    ]);
    // 5 points less are taken from the first item (8); 16 less from the first (8), the second (5) and the third (3).
    expect(shown?.filter(([kind]) => kind === 'score')).toEqual([
      ['score', '1', '3', '0'],
      ['score', '1', '5', '0'],
      ['score', '1', '3', '0'],
    ]);
    expect(tallyOf(scheme, units, [makeFile(scheme, one, 95), makeFile(scheme, two, 90)], { earlier }).changes).toEqual(
      [],
    );
  });
});
