import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EarlierTally } from '../../rules/tally.ts';
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import { listValues } from '../../rules/tally/sheet-entries.ts';
import { findShanghai, type FullScheme } from '../support/full-scheme.ts';
import { fillingOf, fullFilling } from '../support/filled-sheets.ts';
import { makeFile, makeUnit, tallyOf } from '../support/tally-files.ts';

let scheme: FullScheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

const EARLIER: EarlierTally = { units: [], decisions: new Map(), chosen: new Set() };
const DECISION = { decision: '列入', reason: '复核', decidedBy: '甲', date: '2026-11-20', points: '' };

describe('files and units', () => {
  it('are each counted once, whatever comes in', () => {
    const units = Array.from({ length: 6 }, (_, index) => makeUnit(String(index + 1)));
    const anyFile = fc.record({ unit: fc.nat(7), points: fc.integer({ min: 80, max: 90 }), kind: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 15 }), (drawn) => {
        const files = drawn.map(({ unit, points, kind }, index): ReturnedFile => {
          const file = makeFile(scheme, units[unit] ?? makeUnit('99'), points, { path: `${index}.xlsx` });
          if (kind > 0) return file;
          return { ...file, outcome: { kind: 'rejected', faults: [], unitNumber: String(unit + 1) } };
        });
        const { accepted, rejected, units: tallied, districts, all } = tallyOf(scheme, units, files);
        expect(accepted.length + rejected.length).toBe(files.length);
        expect(new Set([...accepted, ...rejected].map(({ path }) => path)).size).toBe(files.length);
        expect(tallied.length).toBe(units.length);
        const { counted, undecided, rejected: refused, missing } = all.states;
        expect(counted + undecided + refused + missing).toBe(units.length);
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
    expect(rejected.map(({ faults, unitNumber }) => [faults[0]?.code, faults[0]?.cell, unitNumber])).toEqual([
      ['unit-name-changed', 'B4', '2'],
      ['unknown-unit', 'D1', null],
    ]);
    expect(accepted.map(({ warnings }) => warnings[0]?.code)).toEqual(['unit-name-spelling']);
  });
});

describe('the same unit twice', () => {
  const unit = makeUnit('1');
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

describe('the panel', () => {
  it.each([
    [81, []],
    [82, ['near-line']],
    [85, ['near-line']],
    [88, ['near-line']],
    [89, []],
  ])('at %i basic points is %j', (points, causes) => {
    // Alone in a district without places nobody can be tied.
    const unit = makeUnit('1', '别处');
    const { panel } = tallyOf(scheme, [unit], [makeFile(scheme, unit, points)]);
    expect(panel.flatMap((entry) => entry.causes)).toEqual(causes);
  });

  it('holds who shares the last place of the district', () => {
    // 3 % of 40 members are 1.2, one place.
    const units = Array.from({ length: 40 }, (_, index) => makeUnit(String(index + 1)));
    const files = units.slice(0, 3).map((unit, index) => makeFile(scheme, unit, index < 2 ? 98 : 95));
    const { panel, units: tallied } = tallyOf(scheme, units, files);
    expect(panel.map(({ unit, causes }) => [unit.unit.number, causes])).toEqual([
      ['1', ['tied']],
      ['2', ['tied']],
    ]);
    expect(tallied.slice(0, 3).map(({ standing }) => standing)).toEqual(['tied', 'tied', 'outside']);
  });

  it('keeps a decision, asks for what it lacks, and for another look when the points have changed', () => {
    const unit = makeUnit('1', '别处');
    const decide = (changes: Partial<typeof DECISION>, points: number) => {
      const decisions = new Map([['1', { ...DECISION, points: '基本 86，总分 86，区内第 1 名', ...changes }]]);
      return tallyOf(scheme, [unit], [makeFile(scheme, unit, points)], { earlier: { ...EARLIER, decisions } }).panel[0];
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
