import { expect, it } from 'vitest';
import { checkMaterials } from '../../../rules/checks/materials.ts';
import type { MaterialRow } from '../../../rules/master-roster.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, PERSON, showFindings } from '../../support/rows-by-hand.ts';
import { CITE } from '../../support/small-scheme.ts';

const scheme: Scheme = {
  ...CITED_SCHEME,
  materials: {
    checklists: [
      {
        awards: [COLLECTIVE.id],
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

/** The first item is there; the second as told, in row 3. */
function find(second: Partial<MaterialRow> | null) {
  const first: MaterialRow = { row: 2, application: 'A2', position: 1, state: 'present', pages: 1, remark: '' };
  const materials = [first, ...(second ? [{ ...first, row: 3, position: 2, ...second }] : [])];
  return showFindings(checkMaterials, { nominees: listNominees(COLLECTIVE, {}), materials }, scheme);
}

it.each([
  [{ state: 'present' }, []],
  [{ state: 'missing' }, ['material-missing 3:情况 2:申报编号 (2)']],
  [{ state: 'faulty' }, ['material-missing 3:情况 2:申报编号 (2)']],
  [{ state: 'waived' }, ['material-waiver-unexplained? 3:备注 2:申报编号 (2)']],
  [{ state: 'waived', remark: '新成立' }, []],
  [{ state: null }, ['material-unregistered? 2:申报编号 (2)']],
  [{ application: 'A9' }, ['material-unregistered? 2:申报编号 (2)']],
  [null, ['material-unregistered? 2:申报编号 (2)']],
] as const)('%j', (row, findings) => {
  expect(find(row)).toEqual(findings);
});

it('an award without a checklist asks for nothing', () => {
  expect(showFindings(checkMaterials, { nominees: listNominees(PERSON, {}) }, scheme)).toEqual([]);
});
