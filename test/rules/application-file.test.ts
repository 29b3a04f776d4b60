import { beforeAll, describe, expect, it } from 'vitest';
import {
  countItems,
  describeLack,
  listApplicationFiles,
  listOpenQuestions,
  listOwed,
  sortByUrgency,
  type ApplicationFile,
} from '../../rules/application-file.ts';
import { checkRoster } from '../../rules/check-roster.ts';
import type { MasterRoster, MaterialRow, MaterialState } from '../../rules/master-roster.ts';
import { proveVerdict } from '../../rules/verdict.ts';
import { sampleScheme, SIXTH, type SchemeSample } from '../support/scheme-sample.ts';

let sample: SchemeSample;
let files: ApplicationFile[];

beforeAll(async () => {
  sample = await sampleScheme(SIXTH);
  files = listApplicationFiles(sample.check);
});

/** The applications after these states were given to the items of the first of them, by position. */
function withStates(states: Readonly<Record<number, MaterialState | null>>, remark = ''): ApplicationFile[] {
  const application = files[0]?.check.nominee.application;
  const change = (row: MaterialRow): MaterialRow =>
    row.application === application && row.position !== null && row.position in states
      ? { ...row, state: states[row.position] ?? null, remark }
      : row;
  return recheck({ materials: sample.roster.materials.map(change) });
}

function recheck(changes: Partial<MasterRoster>): ApplicationFile[] {
  return listApplicationFiles(checkRoster(sample.scheme, { ...sample.roster, ...changes }));
}

function first(all: readonly ApplicationFile[]): ApplicationFile {
  const [file] = all;
  if (!file) throw new Error('there is no application');
  return file;
}

describe('the applications', () => {
  it('are those for which there are materials or questions', () => {
    const asked = sample.roster.nominees.filter(
      ({ award, facts }) => award === '安心民宿' || facts.get('管家类别') === '专职',
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.length).toBeLessThan(sample.roster.nominees.length);
    expect(files.map(({ check }) => check.nominee.row)).toEqual(asked.map(({ row }) => row));
  });

  it('count their items by state', () => {
    expect(countItems(first(files))).toEqual({
      all: 4,
      present: 4,
      missing: 0,
      faulty: 0,
      waived: 0,
      unregistered: 0,
    });
    expect(countItems(first(withStates({ 1: 'missing', 2: 'faulty', 3: 'waived', 4: null })))).toEqual({
      all: 4,
      present: 0,
      missing: 1,
      faulty: 1,
      waived: 1,
      unregistered: 1,
    });
  });

  it('say what is owed, in the words of the checklist', () => {
    expect(describeLack(first(files))).toBe('');
    expect(describeLack(first(withStates({ 2: 'missing' })))).toBe('缺第 2 项 营业执照复印件');
    expect(describeLack(first(withStates({ 2: 'faulty', 3: null, 4: null })))).toBe(
      '不合要求：第 2 项 营业执照复印件；第 3、4 项未登记',
    );
    expect(describeLack(first(withStates({ 1: null, 2: null, 3: null, 4: null })))).toBe('全部未登记');
    expect(describeLack(first(withStates({ 3: 'waived' })))).toBe('第 3 项免交没有理由');
    expect(describeLack(first(withStates({ 3: 'waived' }, '没有改造工程')))).toBe('');
    expect(describeLack(first(recheck({ materials: [] })))).toBe('全部未登记');
  });
});

describe('the questions', () => {
  const application = () => first(files).check.nominee.application;
  const withConfirmation = (change: Partial<MasterRoster['confirmations'][number]>) =>
    first(
      recheck({
        confirmations: sample.roster.confirmations.map((row) =>
          row.application === application() ? { ...row, ...change } : row,
        ),
      }),
    );

  it('are answered by name and date, and open until all three are there', () => {
    expect(listOpenQuestions(first(files))).toEqual([]);
    expect(listOpenQuestions(withConfirmation({ holds: false }))).toEqual([]);
    for (const blank of [{ holds: null }, { by: '' }, { on: '' }]) {
      const file = withConfirmation(blank);
      expect(listOpenQuestions(file)).toHaveLength(1);
      expect(describeLack(file)).toMatch(/^人工确认第 \d+ 行未填完$/);
    }
  });

  it('without a row are open too, and nothing is half done', () => {
    const file = first(recheck({ confirmations: [] }));
    expect(listOpenQuestions(file).map(({ condition }) => condition.demand)).toEqual(['邻里关系和睦，没有长期纠纷']);
    expect(describeLack(file)).toBe('');
  });

  it('answered twice are a fault of the roster: nobody knows which answer holds', () => {
    const again = sample.roster.confirmations.filter((row) => row.application === application());
    const check = checkRoster(sample.scheme, {
      ...sample.roster,
      confirmations: [...sample.roster.confirmations, ...again.map((row) => ({ ...row, row: 9999, holds: false }))],
    });
    expect(check.remarks.filter(({ rule }) => rule === 'confirmation-twice')).toHaveLength(1);
    expect(check.nominees.find(({ nominee }) => nominee.application === application())?.cleared).toBe(false);
  });

  it('are not asked of a unit that nobody knows', () => {
    const lost = first(recheck({ memberUnits: [] }));
    expect(lost.items).toHaveLength(4);
    expect(lost.questions).toEqual([]);
  });
});

describe('urgency', () => {
  it('is first what is owed, then what is not registered, then open questions, then the order of the roster', () => {
    const [a, b, c, d, e] = files.map(({ check }) => check.nominee.application);
    const materials = sample.roster.materials.map((row): MaterialRow => {
      if (row.application === b && row.position === 1) return { ...row, state: null };
      if (row.application === c && row.position === 1) return { ...row, state: 'missing' };
      if (row.application === d && (row.position === 1 || row.position === 2)) return { ...row, state: 'faulty' };
      return row;
    });
    const confirmations = sample.roster.confirmations.filter(({ application }) => application !== e);
    const sorted = sortByUrgency(recheck({ materials, confirmations }));
    expect(sorted.slice(0, 5).map(({ check }) => check.nominee.application)).toEqual([d, c, b, e, a]);
    expect(listOwed(first(sorted))).toHaveLength(2);
  });

  it('does not put before others who lacks only what the association has to look up', () => {
    const [a, b] = files.map(({ check }) => check.nominee.application);
    // The fourth item of an inn is the association's; the second its own.
    const lacks: Readonly<Record<string, number>> = { [a ?? '']: 4, [b ?? '']: 2 };
    const materials = sample.roster.materials.map((row): MaterialRow =>
      row.position === lacks[row.application] ? { ...row, state: 'missing' } : row,
    );
    const sorted = sortByUrgency(recheck({ materials }));
    expect(sorted.slice(0, 2).map(({ check }) => check.nominee.application)).toEqual([b, a]);
    expect(sorted.slice(0, 2).map((file) => listOwed(file).length)).toEqual([1, 0]);
    expect(describeLack(sorted[1] ?? first(sorted))).toBe('缺第 4 项 互助会出具的会籍证明');
    const mends = sorted.slice(0, 2).map(({ check }) => check.findings.map(({ mend }) => mend));
    expect(mends).toEqual([['请申报方补交，收到后填“已交”'], ['由协会查询，查到后填“已交”']]);
  });
});

describe('an application of which nobody has registered an item', () => {
  it('is neither cleared nor refused: it waits, and its proof says so', () => {
    for (const [states, words] of [
      [{ 2: null }, '有 1 项材料尚未登记：第 2 项'],
      [{ 2: 'waived' }, '第 2 项材料填“免交”，没有写明理由'],
    ] as const) {
      const { check } = first(withStates(states));
      const { index } = checkRoster(sample.scheme, sample.roster);
      expect([check.answer, check.cleared]).toEqual(['yes', false]);
      expect(check.findings.map(({ severity }) => severity)).toEqual(['question']);
      expect(proveVerdict(index, check)).toContain(`待确认（${words}`);
    }
  });

  it('is cleared once the item is there or waived with a reason', () => {
    expect(first(withStates({ 2: 'waived' }, '换证中，协会已核')).check.cleared).toBe(true);
    expect(first(withStates({ 2: 'present' })).check.cleared).toBe(true);
    expect(first(withStates({ 2: 'missing' })).check.cleared).toBe(false);
  });
});
