/** A folder of returned score sheets and the roster that expects them, all invented. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MemberUnit } from '../../rules/master-roster.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import { openScoreSheets, planScoreSheets } from '../../workbook/score-sheet/stamp-score-sheets.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { fillingOf, fillSheet, type Filling } from './filled-sheets.ts';
import { makeUnit } from './tally-files.ts';

/** 浦东 has 40 units (one place), 黄浦 10. */
export const UNITS: readonly MemberUnit[] = Array.from({ length: 50 }, (_, index) =>
  makeUnit(String(index + 1).padStart(4, '0'), index < 40 ? '浦东' : '黄浦'),
);

/** The filled sheet of a unit. */
export type FillUnit = (
  unit: MemberUnit,
  filling: Filling,
  cells?: Readonly<Record<string, string | number>>,
) => Uint8Array;

export async function openFiller(scheme: ScoredScheme): Promise<FillUnit> {
  const stamp = await openScoreSheets(scheme);
  return (unit, filling, cells) => fillSheet(stamp(unit), scheme, filling, cells);
}

/** 80 to 99 basic points, 0 to 4 bonus points, by the unit's place in the list. */
export function usualFilling(scheme: ScoredScheme, unit: MemberUnit): Filling {
  const index = UNITS.indexOf(unit);
  return fillingOf(scheme, 80 + ((index * 7) % 20), index % 5);
}

/** Writes the sheets of all units but the last into a folder for each district. */
export function writeReturns(folder: string, scheme: ScoredScheme, fill: FillUnit): void {
  for (const { unit, name } of planScoreSheets(UNITS.slice(0, -1))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fill(unit, usualFilling(scheme, unit)));
  }
}

/** The master roster of the units; some of them have a row in 评分 already. */
export function writeRoster(
  scheme: ScoredScheme,
  scored: readonly string[] = ['0002', '0050', '0001'],
): Promise<Uint8Array> {
  return writeMasterRoster(scheme, {
    memberUnits: UNITS.map(({ number, name, district }) => {
      return new Map([
        ['编号', number],
        ['全称', name],
        ['所属', district],
      ] as const);
    }),
    scores: scored.map(
      (number) =>
        new Map<string, string | number>([
          ['编号', number],
          ['基本得分（协会）', 55],
        ]),
    ),
    nominees: [],
    overrides: [],
    sequence: [],
  });
}
