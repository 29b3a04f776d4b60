import { fileURLToPath } from 'node:url';
import { checkRoster, type RosterCheck } from '../../rules/check-roster.ts';
import type { MasterRoster } from '../../rules/master-roster.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { makeSampleRoster, type SampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { findScheme, TEMPLATES_FOLDER } from './templates.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import type { RosterAddresses } from '../../workbook/roster/roster-addresses.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';

/** The scheme that no code knows; it has every part. */
export const SIXTH = {
  id: 'starbridge-inns-2031',
  folder: fileURLToPath(new URL('../schemes/sixth', import.meta.url)),
};
export const AWARDS_2024 = { id: 'inner-mongolia-2024', folder: TEMPLATES_FOLDER };
export const AWARDS_2021 = { id: 'inner-mongolia-2021-2022', folder: TEMPLATES_FOLDER };
export const GRADING = { id: 'inner-mongolia-grading-2022', folder: TEMPLATES_FOLDER };

export interface SchemeSample {
  readonly scheme: Scheme;
  readonly tables: SampleRoster['tables'];
  readonly roster: MasterRoster;
  readonly addresses: RosterAddresses;
  readonly check: RosterCheck;
}

/** The sample of any scheme, written, read and checked; `change` may alter its rows before. */
export async function sampleScheme(
  { id, folder }: { readonly id: string; readonly folder: string },
  { flawed = false, change }: { flawed?: boolean; change?: (tables: SampleRoster['tables']) => void } = {},
): Promise<SchemeSample> {
  const scheme = await findScheme(id, folder);
  const { tables, remarks, looks, coverage } = makeSampleRoster(scheme, { seed: 7, flawed });
  change?.(tables);
  return { tables, ...(await checkTables(scheme, tables, remarks, { looks, coverage })) };
}

/** Rows written as a workbook, read back and checked. */
export async function checkTables(
  scheme: Scheme,
  tables: SampleRoster['tables'],
  remarks: readonly string[] = [],
  options: Partial<Pick<SampleRoster, 'looks' | 'coverage'>> = {},
): Promise<Omit<SchemeSample, 'tables'>> {
  const bytes = await writeMasterRoster(scheme, tables, remarks, options);
  const { roster, addresses } = readMasterRoster(openWorkbook(bytes, '样例总名册.xlsx'), scheme);
  return { scheme, roster, addresses, check: checkRoster(scheme, roster) };
}
