/** 重复报送: several files of one unit. Equal ones count once; between different ones only a person, or an order given beforehand, decides. */
import { groupBy } from '../group-by.ts';
import type { ScoreSheet } from '../scheme.ts';
import type { AcceptedFile } from './returned-file.ts';
import { listEntries, listValues, type Entry, type EntryValue } from './sheet-entries.ts';

/** How the file that counts was found; `undecided`: none counts. */
export type Settlement = 'same' | 'chosen' | 'newest' | 'undecided';

export interface Duplicate {
  readonly unitNumber: string;
  readonly settlement: Settlement;
  /** In the order of their paths. */
  readonly files: readonly AcceptedFile[];
  readonly counted: AcceptedFile | null;
  readonly differences: readonly Difference[];
}

/** A cell in which the files differ. */
export interface Difference {
  readonly entry: Entry;
  /** One for each file. */
  readonly values: readonly EntryValue[];
}

export interface SettleOptions {
  /** Takes the file that was saved last, where nobody has chosen. */
  readonly preferNewest: boolean;
  /** SHA-256 of the files that a person has chosen. */
  readonly chosen: ReadonlySet<string>;
}

export interface SettledFiles {
  /** The file that counts, by unit number; undecided units are absent. */
  readonly counted: ReadonlyMap<string, AcceptedFile>;
  readonly duplicates: readonly Duplicate[];
}

/** Finds the file that counts for each unit. */
export function settleDuplicates(
  scoreSheet: ScoreSheet,
  accepted: readonly AcceptedFile[],
  options: SettleOptions,
): SettledFiles {
  const counted = new Map<string, AcceptedFile>();
  const duplicates: Duplicate[] = [];
  for (const [unitNumber, files] of groupBy(accepted, ({ sheet }) => sheet.unitNumber)) {
    const [first] = files;
    if (first && files.length === 1) {
      counted.set(unitNumber, first);
      continue;
    }
    const duplicate = settle(scoreSheet, unitNumber, files, options);
    duplicates.push(duplicate);
    if (duplicate.counted) counted.set(unitNumber, duplicate.counted);
  }
  return { counted, duplicates };
}

function settle(
  scoreSheet: ScoreSheet,
  unitNumber: string,
  files: readonly AcceptedFile[],
  { preferNewest, chosen }: SettleOptions,
): Duplicate {
  const differences = compareFiles(scoreSheet, files);
  const base = { unitNumber, files, differences };
  const picked = files.filter(({ sha256 }) => chosen.has(sha256));
  // Copies of the chosen file, byte for byte, are the same choice.
  if (picked[0] && new Set(picked.map(({ sha256 }) => sha256)).size === 1) {
    return { ...base, settlement: 'chosen', counted: picked[0] };
  }
  if (differences.length === 0) return { ...base, settlement: 'same', counted: files[0] ?? null };
  const newest = preferNewest ? findNewest(files) : null;
  return newest
    ? { ...base, settlement: 'newest', counted: newest }
    : { ...base, settlement: 'undecided', counted: null };
}

function compareFiles(scoreSheet: ScoreSheet, files: readonly AcceptedFile[]): Difference[] {
  const values = files.map(({ sheet }) => listValues(sheet));
  return listEntries(scoreSheet).flatMap((entry, index): Difference[] => {
    const ofEntry = values.map((each) => each[index] ?? null);
    return ofEntry.every((value) => value === ofEntry[0]) ? [] : [{ entry, values: ofEntry }];
  });
}

/**
 * The file that was saved last: by the time inside the file where all have one, because copying and mailing do not change it, else by the file
 * system's. Null when two share the last moment.
 */
function findNewest(files: readonly AcceptedFile[]): AcceptedFile | null {
  const isInside = files.every(({ savedAt }) => savedAt !== null);
  const timeOf = ({ savedAt, changedAt }: AcceptedFile) => (isInside ? Date.parse(savedAt ?? '') : changedAt);
  const latest = Math.max(...files.map(timeOf));
  const last = files.filter((file) => timeOf(file) === latest);
  return last.length === 1 ? (last[0] ?? null) : null;
}
