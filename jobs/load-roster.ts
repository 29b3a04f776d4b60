import { checkRoster, type RosterCheck } from '../rules/check-roster.ts';
import type { MasterRoster } from '../rules/master-roster.ts';
import type { Scheme } from '../rules/scheme.ts';
import { openAnyWorkbook } from '../workbook/formats/open-any-workbook.ts';
import type { AnyWorkbook } from '../workbook/formats/other-workbook.ts';
import { describeTabs } from '../workbook/roster/find-tabs.ts';
import { listRemarks } from '../workbook/roster/list-remarks.ts';
import { readMasterRoster, readSchemeId } from '../workbook/roster/read-master-roster.ts';
import type { RosterAddresses } from '../workbook/roster/roster-addresses.ts';
import type { InputFile } from './job.ts';
import { findScheme, type SchemeSource } from './scheme-source.ts';

type RosterFile = Pick<InputFile, 'name' | 'bytes'>;

export interface LoadedRoster {
  /** What it was read from. */
  readonly source: RosterFile;
  readonly fileName: string;
  readonly scheme: Scheme;
  readonly roster: MasterRoster;
  readonly check: RosterCheck;
  /** Where each column stands, to turn a `CellRef` into an address. */
  readonly addresses: RosterAddresses;
  /** What is odd about the file itself and harms nobody: sentences for the user. */
  readonly remarks: readonly string[];
}

/**
 * Reads a master roster under the scheme that it names, and checks it.
 * @throws UnusableInput when it lacks sheets or headings, OoxmlError when it cannot be read
 */
export async function loadRoster(source: RosterFile, schemes: SchemeSource): Promise<LoadedRoster> {
  return readRoster(await openAnyWorkbook(source.bytes, source.name), source, schemes);
}

/** As `loadRoster`, for whoever takes more from the workbook than the roster. */
export async function readRoster(
  workbook: AnyWorkbook,
  source: RosterFile,
  schemes: SchemeSource,
): Promise<LoadedRoster> {
  const scheme = await findScheme(schemes, readSchemeId(workbook));
  const { roster, addresses } = readMasterRoster(workbook, scheme);
  return {
    source,
    fileName: source.name,
    scheme,
    roster,
    addresses,
    check: checkRoster(scheme, roster),
    remarks: [...listRemarks(workbook), describeTabs(addresses)].filter((remark) => remark !== ''),
  };
}
