import { expect, it } from 'vitest';
import { nominationsOfRow } from '../../../rules/checks/concerned.ts';
import type { MasterRoster } from '../../../rules/master-roster.ts';
import type { CellRef } from '../../../rules/roster-cell.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, listUnits } from '../../support/rows-by-hand.ts';
import { makeIndex, makeProject } from '../../support/small-scheme.ts';

/** Two nominations of U2, in rows 2 and 4, and one of U3 in row 3. */
const rows: Partial<MasterRoster> = {
  nominees: listNominees(COLLECTIVE, {}, {}, { unitNumber: 'U2' }),
  memberUnits: listUnits({}, {}, { number: '' }),
  scores: [
    {
      row: 2,
      unitNumber: 'U3',
      unitName: '',
      selfBasic: 1,
      selfBonus: 1,
      associationBasic: 1,
      associationBonus: 1,
      vetoes: [],
    },
  ],
  projects: [{ ...makeProject(1), row: 7, unitNumber: 'U2' }],
  materials: [{ row: 2, application: 'A3', position: 1, state: null, pages: null, remark: '' }],
  confirmations: [{ row: 2, application: 'A4', condition: '', holds: null, by: '', on: '' }],
  objections: [{ row: 2, application: '', state: 'open', content: '', facts: new Map() }],
  experts: [{ row: 2, name: '甲', employer: '', unitNumber: 'U2' }],
};

it.each([
  ['nominees', 2, [2]],
  ['nominees', 4, [4]],
  ['nominees', null, []],
  ['memberUnits', 2, [2, 4]],
  ['memberUnits', 3, [3]],
  ['memberUnits', 4, []],
  ['memberUnits', 9, []],
  ['scores', 2, [3]],
  ['projects', 7, [2, 4]],
  ['materials', 2, [3]],
  ['confirmations', 2, [4]],
  ['objections', 2, []],
  ['experts', 2, []],
] as const)('row %2$s of %1$s', (sheet: CellRef['sheet'], row: number | null, concerned: readonly number[]) => {
  const found = nominationsOfRow(makeIndex(CITED_SCHEME, rows), { sheet, row, heading: '编号' });
  expect(found.map((nominee) => nominee.row)).toEqual(concerned);
});
