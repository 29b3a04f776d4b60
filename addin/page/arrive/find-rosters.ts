/** Which of many files that came in together are master rosters. */
import { OoxmlError } from '../../../ooxml/errors.ts';
import { peekNames } from '../../../ooxml/zip/zip-names.ts';
import type { JobContext } from '../../../jobs/job.ts';
import { UnusableInput } from '../../../rules/unusable-input.ts';
import { openAnyWorkbook } from '../../../workbook/formats/open-any-workbook.ts';
import { hasRosterTabs } from '../../../workbook/roster/find-tabs.ts';
import type { DroppedFile } from '../returns/file-folder.ts';

/** Lock files of Office are called as the file that is open. */
const WORKBOOK = /^(?!~\$).*\.(?:xlsx|xlsm|xls|xlsb|ods|et)$/i;
/** A browser brings bytes as slowly as they are looked at. */
const AT_ONCE = 16;

/** @returns those with the tabs of a roster, by their places in the list; what cannot be read is none */
export async function findRosters(
  files: readonly DroppedFile[],
  { progress, signal }: Pick<JobContext, 'progress' | 'signal'>,
): Promise<number[]> {
  const workbooks = files.flatMap(({ file }, index) => (WORKBOOK.test(file.name) ? [{ file, index }] : []));
  const found: number[] = [];
  for (let at = 0; at < workbooks.length; at += AT_ONCE) {
    signal.throwIfAborted();
    const some = workbooks.slice(at, at + AT_ONCE);
    const areRosters = await Promise.all(some.map(({ file }) => isRoster(file)));
    found.push(...some.flatMap(({ index }, nth) => (areRosters[nth] ? [index] : [])));
    progress('正在找总名册', at + some.length, workbooks.length);
  }
  return found;
}

async function isRoster(file: File): Promise<boolean> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Nearly all that comes in is score sheets, which are not worth opening to see that.
    if (/\.xlsx$/i.test(file.name) && countSheets(bytes) === 1) return false;
    return hasRosterTabs((await openAnyWorkbook(bytes, file.name)).sheets);
  } catch (error) {
    if (error instanceof OoxmlError || error instanceof UnusableInput || error instanceof DOMException) return false;
    throw error;
  }
}

function countSheets(bytes: Uint8Array): number {
  return peekNames(bytes).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name)).length;
}
