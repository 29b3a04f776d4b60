/** Which of many files that came in together are master rosters. */
import { OoxmlError } from '../../../ooxml/errors.ts';
import { peekNames } from '../../../ooxml/zip/zip-names.ts';
import type { JobContext } from '../../../jobs/job.ts';
import { UnusableInput } from '../../../rules/unusable-input.ts';
import { openAnyWorkbook } from '../../../workbook/formats/open-any-workbook.ts';
import { hasRosterTabs } from '../../../workbook/roster/find-tabs.ts';
import type { DroppedFile } from '../returns/file-folder.ts';
import { isWorkbookName } from '../workbook-names.ts';

/** A browser brings bytes as slowly as they are looked at. */
const AT_ONCE = 16;

/** By places in the list. */
interface FoundRosters {
  /** Those with the tabs of a roster. */
  readonly rosters: readonly number[];
  /** Workbooks that the browser cannot open: a roster may be among them. */
  readonly unread: readonly number[];
}

/** What can be opened and not be read is no roster. */
export async function findRosters(
  files: readonly DroppedFile[],
  { progress, signal }: Pick<JobContext, 'progress' | 'signal'>,
): Promise<FoundRosters> {
  const workbooks = files.flatMap(({ file }, index) => (isWorkbookName(file.name) ? [{ file, index }] : []));
  const [rosters, unread]: [number[], number[]] = [[], []];
  for (let at = 0; at < workbooks.length; at += AT_ONCE) {
    signal.throwIfAborted();
    const some = workbooks.slice(at, at + AT_ONCE);
    const areRosters = await Promise.all(some.map(({ file }) => isRoster(file)));
    for (const [nth, { index }] of some.entries()) {
      if (areRosters[nth] === null) unread.push(index);
      else if (areRosters[nth]) rosters.push(index);
    }
    progress('正在找总名册', at + some.length, workbooks.length);
  }
  return { rosters, unread };
}

/** Null of one that the browser cannot open. */
async function isRoster(file: File): Promise<boolean | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Nearly all that comes in is score sheets, which are not worth opening to see that.
    if (/\.xlsx$/i.test(file.name) && countSheets(bytes) === 1) return false;
    return hasRosterTabs((await openAnyWorkbook(bytes, file.name)).sheets);
  } catch (error) {
    if (error instanceof DOMException) return null;
    if (error instanceof OoxmlError || error instanceof UnusableInput) return false;
    throw error;
  }
}

function countSheets(bytes: Uint8Array): number {
  return peekNames(bytes).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name)).length;
}
