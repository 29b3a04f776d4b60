import { describe, expect, it } from 'vitest';
import { checkApplications } from '../../../rules/checks/applications.ts';
import type { Confirmation, MasterRoster, MaterialRow } from '../../../rules/master-roster.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, PERSON, showFindings } from '../../support/rows-by-hand.ts';
import { CITE, makeCondition } from '../../support/small-scheme.ts';

const ASKING = { ...COLLECTIVE, conditions: [makeCondition('good-name', { kind: 'confirmation' })] };
const DEMAND = '须符合good-name';

/** The first award asks for a confirmation and for two materials, the second for nothing. */
const scheme: Scheme = {
  ...CITED_SCHEME,
  awards: [ASKING, PERSON],
  materials: {
    checklists: [
      {
        awards: [ASKING.id],
        when: null,
        cite: CITE,
        items: [1, 2].map((position) => ({ position, text: `材料${position}`, provider: 'applicant', cite: CITE })),
      },
    ],
    layout: [],
    pageHeader: null,
    contents: null,
  },
};

const nominees = [...listNominees(ASKING, {}, {}), ...listNominees(PERSON, { row: 4, application: 'A4' })];
const find = (rows: Partial<MasterRoster>, of = scheme) => showFindings(checkApplications, { nominees, ...rows }, of);

describe('a number', () => {
  it('is needed where other sheets name it, and is one nomination’s', () => {
    expect(find({})).toEqual([]);
    expect(find({ nominees: listNominees(ASKING, {}, { application: '' }) })).toEqual([
      'application-blank 3:申报编号 (3)',
    ]);
    expect(find({ nominees: listNominees(ASKING, {}, { application: 'A2' }, { application: 'A2' }) })).toEqual([
      'application-twice 3:申报编号 2:申报编号 (2 3)',
      'application-twice 4:申报编号 2:申报编号 (2 4)',
    ]);
  });

  it('that is missing elsewhere is a note, said once for all; blank numbers are not one number', () => {
    const blank = listNominees(COLLECTIVE, { application: '' }, {}, { application: '' });
    expect(find({ nominees: blank }, CITED_SCHEME)).toEqual(['application-missing? 列:申报编号 (2 4)']);
  });
});

describe('a row of another sheet', () => {
  const material = (application: string): MaterialRow => ({
    row: 2,
    application,
    position: 1,
    state: 'present',
    pages: 1,
    remark: '',
  });

  it('names a nomination that is there', () => {
    expect(find({ materials: [material('A2')] })).toEqual([]);
    expect(find({ materials: [material('A9')] })).toEqual(['application-unknown 2:申报编号 ()']);
    expect(find({ materials: [material('')] })).toEqual(['application-unknown 2:申报编号 ()']);
    expect(find({ expertScores: [{ row: 5, application: 'A9', expert: '甲', points: 1 }] })).toEqual([
      'application-unknown 5:申报编号 ()',
    ]);
  });
});

describe('a confirmation', () => {
  const confirm = (row: number, change: Partial<Confirmation> = {}): Confirmation => ({
    row,
    application: 'A2',
    condition: DEMAND,
    holds: true,
    by: '核',
    on: '2030-05-01',
    ...change,
  });
  const findIn = (...confirmations: readonly Confirmation[]) => find({ confirmations });

  it('is of something that the award asks for, however it is punctuated', () => {
    expect(findIn(confirm(2), confirm(3, { application: 'A3', condition: '须符合 good－name。' }))).toEqual([]);
    expect(findIn(confirm(2, { condition: '须符合别的' }))).toEqual(['condition-unknown 2:条件 ()']);
    expect(findIn(confirm(2, { application: 'A4' }))).toEqual(['condition-unknown 2:条件 ()']);
  });

  it('stands once: each further row is held against the first', () => {
    expect(findIn(confirm(2), confirm(3), confirm(4))).toEqual([
      'confirmation-twice 3:条件 2:条件 2:申报编号 (2)',
      'confirmation-twice 4:条件 2:条件 2:申报编号 (2)',
    ]);
  });
});

describe('a material', () => {
  const registered = (row: number, position: number | null, application = 'A2'): MaterialRow => ({
    row,
    application,
    position,
    state: 'present',
    pages: 1,
    remark: '',
  });
  const findIn = (...materials: readonly MaterialRow[]) => find({ materials });

  it('has a position of the checklist', () => {
    expect(findIn(registered(2, 1), registered(3, 2))).toEqual([]);
    for (const position of [0, 3, null]) {
      expect(findIn(registered(2, position))).toEqual(['material-unknown 2:序号 ()']);
    }
    expect(findIn(registered(2, 1, 'A4'))).toEqual(['material-unknown 2:序号 ()']);
  });

  it('is registered once', () => {
    expect(findIn(registered(2, 1), registered(3, 1), registered(4, 1, 'A3'), registered(5, 1))).toEqual([
      'material-twice 3:序号 2:序号 2:申报编号 (2)',
      'material-twice 5:序号 2:序号 2:申报编号 (2)',
    ]);
  });
});
