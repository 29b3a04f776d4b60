import { basename } from 'node:path';
import { checkRoster, type RosterCheck } from '../rules/check-roster.ts';
import type { MasterRoster } from '../rules/master-roster.ts';
import type { Scheme } from '../rules/scheme.ts';
import type { RosterAddresses } from '../workbook/roster/roster-addresses.ts';
import { openWorkbook } from '../ooxml/read/open-workbook.ts';
import { readMasterRoster, readSchemeId } from '../workbook/roster/read-master-roster.ts';
import { readInputFile } from './input-file.ts';
import { findScheme } from './scheme-folder.ts';

export interface LoadedRoster {
  readonly fileName: string;
  readonly scheme: Scheme;
  readonly roster: MasterRoster;
  readonly check: RosterCheck;
  /** Where each column stands, to turn a `CellRef` into an address. */
  readonly addresses: RosterAddresses;
}

/**
 * Reads a master roster from disk, under the scheme that it names, and checks it.
 * @throws UnusableInput when the file cannot be read or lacks sheets or headings
 */
export async function loadRoster(path: string): Promise<LoadedRoster> {
  return await loadRosterBytes(await readInputFile(path), basename(path));
}

/** As `loadRoster`, of a file that has been read. */
export async function loadRosterBytes(bytes: Uint8Array, fileName: string): Promise<LoadedRoster> {
  const workbook = openWorkbook(bytes, fileName);
  const scheme = await findScheme(readSchemeId(workbook));
  const { roster, addresses } = readMasterRoster(workbook, scheme);
  return { fileName, scheme, roster, addresses, check: checkRoster(scheme, roster) };
}
