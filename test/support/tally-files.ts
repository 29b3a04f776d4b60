/** Returned files as plain data, for the rules of the tally. */
import { createHash } from 'node:crypto';
import type { MemberUnit } from '../../rules/master-roster.ts';
import type { FullScheme } from './full-scheme.ts';
import { countMembers } from '../../rules/coverage.ts';
import { allocateQuotas, inPreparation } from '../../rules/quota/quota-table.ts';
import { tallyFiles, type Tally, type TallyInput } from '../../rules/tally/tally.ts';
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import { fillingOf, type Filling } from './filled-sheets.ts';

export function makeUnit(number: string, district = '浦东', name = `虚构单位${number}`): MemberUnit {
  return { row: Number(number) + 1, number, name, district, sequence: '', facts: new Map() };
}

/** A file of a unit with so many basic points by the association, or as filled. */
export function makeFile(
  scheme: FullScheme,
  unit: MemberUnit,
  filling: number | Filling,
  more: Partial<ReturnedFile> = {},
): ReturnedFile {
  const filled = typeof filling === 'number' ? fillingOf(scheme, filling) : filling;
  return {
    path: `${unit.number}.xlsx`,
    sha256: createHash('sha256')
      .update(more.path ?? unit.number)
      .digest('hex'),
    savedAt: null,
    changedAt: 0,
    outcome: {
      kind: 'read',
      sheet: { sheetName: '评分指标', unitNumber: unit.number, unitName: unit.name, ...filled, application: '' },
      warnings: [],
    },
    ...more,
  };
}

export function tallyOf(
  scheme: FullScheme,
  memberUnits: readonly MemberUnit[],
  files: readonly ReturnedFile[],
  more: Partial<TallyInput> = {},
): Tally {
  return tallyFiles({
    scheme,
    members: memberUnits,
    quota: allocateQuotas(
      inPreparation(scheme),
      countMembers({ coverage: { kind: 'all', isStated: true }, memberUnits }, scheme.districts),
    ),
    files,
    identityCells: { unitNumber: 'D1', unitName: 'B4' },
    preferNewest: false,
    earlier: null,
    ...more,
  });
}
