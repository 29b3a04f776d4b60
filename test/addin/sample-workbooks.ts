import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { findScheme } from '../support/templates.ts';
import { thinTables } from '../support/thin-sample.ts';
import { asScored } from '../../rules/parts.ts';
import { drawScoreSheet } from '../../workbook/score-sheet/build-score-sheet.ts';
import { layOutScoreSheet } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';

export const SCHEME_ID = 'shanghai-security-2024';

/** A scheme whose document gives no places to districts and has no score sheet. */
export const SCHEME_WITHOUT_PLACES = 'inner-mongolia-2024';

/** A master roster as `sample` makes it, of full size or cut down. */
export async function makeRoster(options: {
  flawed: boolean;
  schemeId?: string;
  small?: boolean;
}): Promise<Uint8Array> {
  const { flawed, schemeId = SCHEME_ID, small = false } = options;
  const scheme = await findScheme(schemeId);
  const sample = makeSampleRoster(scheme, { seed: 1, flawed });
  return writeMasterRoster(scheme, small ? thinTables(sample) : sample.tables);
}

/** The blank score sheet. */
export async function makeScoreSheet(): Promise<Uint8Array> {
  return drawScoreSheet(layOutScoreSheet(asScored(await findScheme(SCHEME_ID))));
}

/** A score sheet, and the same once more on a sheet 副本. */
export async function twoScoreSheets(bytes: Uint8Array, state: 'visible' | 'hidden' = 'visible'): Promise<Uint8Array> {
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const copy = workbook.addWorksheet('副本', { state });
  copy.model = { ...workbook.worksheets[0]?.model, name: '副本', state } as typeof copy.model;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
