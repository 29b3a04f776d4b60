import { checkRoster, type RosterCheck } from '../../rules/check-roster.ts';
import type { MasterRoster } from '../../rules/master-roster.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster } from '../../workbook/roster/read-master-roster.ts';
import type { RosterAddresses } from '../../workbook/roster/roster-addresses.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findShanghai, type FullScheme } from './full-scheme.ts';

export interface CheckedSample {
  readonly scheme: FullScheme;
  /** The master roster as a workbook. */
  readonly bytes: Uint8Array;
  readonly roster: MasterRoster;
  readonly addresses: RosterAddresses;
  readonly check: RosterCheck;
}

/** The full sample of 2024, written, read and checked; `flawed` has a breach of every rule. */
export async function checkSample({ flawed = false } = {}): Promise<CheckedSample> {
  const scheme = await findShanghai();
  const { tables, remarks, looks, coverage } = makeSampleRoster(scheme, { seed: 1, flawed });
  const bytes = await writeMasterRoster(scheme, tables, remarks, { looks, coverage });
  const { roster, addresses } = readMasterRoster(openWorkbook(bytes, '样例总名册.xlsx'), scheme);
  return { scheme, bytes, roster, addresses, check: checkRoster(scheme, roster) };
}
