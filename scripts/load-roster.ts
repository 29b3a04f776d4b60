import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkRoster, type RosterCheck } from '../rules/check-roster.ts';
import type { MasterRoster } from '../rules/master-roster.ts';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import type { RosterAddresses } from '../workbook/roster-addresses.ts';
import { openWorkbook } from '../workbook/open-workbook.ts';
import { readMasterRoster, readSchemeId } from '../workbook/read-master-roster.ts';
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
  const fileName = basename(path);
  const workbook = openWorkbook(await readInput(path), fileName);
  const scheme = await findScheme(readSchemeId(workbook));
  const { roster, addresses } = readMasterRoster(workbook, scheme);
  return { fileName, scheme, roster, addresses, check: checkRoster(scheme, roster) };
}

async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why = { ENOENT: '没有这个文件', EISDIR: '这是文件夹，不是文件', EACCES: '没有读取权限' }[String(code)];
    throw new UnusableInput(`“${path}”打不开：${why ?? '读取失败'}；请检查路径后重试。`, { cause: error });
  }
}
