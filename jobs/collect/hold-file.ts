/** How readings of thousands of files are held until all are there: compactly, and equal texts once. */
import { HeldSheet } from '../../rules/tally/held-sheet.ts';
import type { FileRemark, ReturnedFile } from '../../rules/tally/returned-file.ts';
import type { PackedReading, PackedReturn } from './reader-messages.ts';

/** Different remarks that are remembered; beyond these, equal ones are held more than once. */
const MOST_REMARKS = 20_000;
const MOST_WORDS = 1_000;

/** Gives the same files with less memory. One for all files of a run. */
export class FileHolder {
  private readonly remarks = new Map<string, FileRemark>();
  private readonly words = new Map<string, string>();

  hold(file: string, { returns }: PackedReading): ReturnedFile[] {
    return returns.map((each) => this.holdReturn(file, each));
  }

  private holdReturn(file: string, { inside, sha256, savedAt, changedAt, outcome }: PackedReturn): ReturnedFile {
    const path = file + inside;
    // Written out: an object that is made by spreading others has a shape of its own, several times its size.
    if (outcome.kind === 'rejected') return { path, sha256, savedAt, changedAt, outcome };
    const sheet = new HeldSheet({
      ...outcome.sheet,
      sheetName: share(this.words, MOST_WORDS, outcome.sheet.sheetName, outcome.sheet.sheetName),
      application: share(this.words, MOST_WORDS, outcome.sheet.application, outcome.sheet.application),
    });
    const warnings = outcome.warnings.map((each) => this.holdRemark(each));
    return { path, sha256, savedAt, changedAt, outcome: { kind: 'read', sheet, warnings } };
  }

  private holdRemark(remark: FileRemark): FileRemark {
    const held = share(this.remarks, MOST_REMARKS, remark.message, remark);
    return held.code === remark.code && held.cell === remark.cell ? held : remark;
  }
}

/** The value that was there first under its key. */
function share<T>(known: Map<string, T>, most: number, key: string, value: T): T {
  const held = known.get(key);
  if (held !== undefined) return held;
  if (known.size < most) known.set(key, value);
  return value;
}
