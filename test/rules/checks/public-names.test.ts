import { describe, expect, it } from 'vitest';
import { checkPublicNames } from '../../../rules/checks/public-names.ts';
import type { MasterRoster, Nominee } from '../../../rules/master-roster.ts';
import { makeAward, makeIndex, makeNominee, makeScheme, makeUnit } from '../../support/small-scheme.ts';

const PHONE = '13800000001';
const SCHEME = makeScheme([makeAward('gold', '金', []), makeAward('silver', '银', [])]);

function nominate(row: number, unitNumber: string, names: Partial<Nominee> & { cells?: Record<string, string> } = {}) {
  const { cells = {}, ...rest } = names;
  return {
    ...makeNominee('金等级', { 单位名称: '虚构公司', ...cells }),
    row,
    application: `A${row}`,
    unitNumber,
    ...rest,
  };
}

function find(rows: Partial<MasterRoster>) {
  return [...checkPublicNames(makeIndex(SCHEME, rows))].map(({ where: [cell], nominations, severity }) => [
    `${cell.sheet} ${cell.row ?? ''} ${cell.heading}`,
    severity,
    nominations.map(({ row }) => row).join(),
  ]);
}

describe('checkPublicNames', () => {
  it('finds nothing where names are names', () => {
    expect(find({ nominees: [nominate(2, '1', { cells: { 姓名: '虚构某', 职务: '第2012号加油站站长' } })] })).toEqual(
      [],
    );
  });

  it('names the cell of a unit and all its nominations, and no other', () => {
    const memberUnits = [makeUnit(), { ...makeUnit(), row: 3, number: '2', name: `虚构乙公司${PHONE}` }];
    const nominees = [nominate(2, '1'), nominate(3, '002'), nominate(4, '2')];
    expect(find({ memberUnits, nominees })).toEqual([['memberUnits 3 全称', 'violation', '3,4']]);
  });

  it.each(['单位名称', '受奖集体', '姓名', '职务'])(
    'names the cell %s of a nomination, and that nomination alone',
    (heading) => {
      const nominees = [nominate(2, '1', { cells: { [heading]: `虚构${PHONE}` } }), nominate(3, '1')];
      expect(find({ nominees })).toEqual([[`nominees 2 ${heading}`, 'violation', '2']]);
    },
  );

  it.each(['district', 'sequence'] as const)('looks at the unit’s %s', (field) => {
    expect(find({ memberUnits: [{ ...makeUnit(), [field]: `浦东${PHONE}` }] })).toHaveLength(1);
  });

  it('says of a name that stands in three cells of a nomination once that it is more than a name', () => {
    const name = `虚构公司${PHONE}`;
    const nominees = [nominate(2, '1', { unitName: name, name, cells: { 单位名称: name, 受奖集体: name } })];
    expect(find({ memberUnits: [{ ...makeUnit(), name }], nominees })).toEqual([
      ['memberUnits 2 全称', 'violation', '2'],
    ]);
    expect(find({ nominees })).toEqual([['nominees 2 单位名称', 'violation', '2']]);
  });

  it('lets a long number of a unit stand, but no ID number', () => {
    const numbered = (number: string) => find({ memberUnits: [{ ...makeUnit(), number }], nominees: [] });
    expect(numbered('20240000017')).toEqual([]);
    expect(numbered('990000197503120015')).toEqual([['memberUnits 2 编号', 'violation', '']]);
    expect(find({ nominees: [nominate(2, '1', { application: '990000197503120015' })] })).toHaveLength(1);
  });
});
