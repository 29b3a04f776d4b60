import { makeSampleRoster } from '../../scripts/sample/make-sample-roster.ts';
import { findScheme } from '../../scripts/scheme-folder.ts';
import { buildScoreSheet } from '../../workbook/score-sheet/build-score-sheet.ts';
import { layOutScoreSheet } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';

export const SCHEME_ID = 'shanghai-security-2024';

/** A master roster of full size, as `sample` makes it. */
export async function makeRoster({ flawed }: { flawed: boolean }): Promise<Uint8Array> {
  const scheme = await findScheme(SCHEME_ID);
  const { tables } = makeSampleRoster(scheme, { seed: 1, flawed });
  return writeMasterRoster(scheme, tables);
}

/** The blank score sheet. */
export async function makeScoreSheet(): Promise<Uint8Array> {
  return buildScoreSheet(layOutScoreSheet(await findScheme(SCHEME_ID)));
}
