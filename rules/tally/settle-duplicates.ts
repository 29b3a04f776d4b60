/** 重复报送: several files of one unit. Equal ones count once; between different ones only a person, or an order given beforehand, decides. */
import { groupBy } from '../group-by.ts';
import type { ScoreSheet } from '../scheme-score-sheet.ts';
import type { AcceptedFile } from './returned-file.ts';
import { readAnswer } from './sheet-answer.ts';
import { isBlankValue, listEntries, listValues, type Entry, type EntryValue } from './sheet-entries.ts';
import { largestOf } from '../largest.ts';

/** How the file that stands for the unit was found; `fuller`: the others say nothing beside it; `undecided`: none stands. */
export type Settlement = 'same' | 'fuller' | 'chosen' | 'newest' | 'undecided';

export interface Duplicate {
  readonly unitNumber: string;
  readonly settlement: Settlement;
  /** In the order of their paths. */
  readonly files: readonly AcceptedFile[];
  readonly counted: AcceptedFile | null;
  readonly differences: readonly Difference[];
}

/** A cell in which the files differ. */
interface Difference {
  readonly entry: Entry;
  /** One for each file. */
  readonly values: readonly EntryValue[];
}

interface SettleOptions {
  /** Takes the file that was saved last, where nobody has chosen. */
  readonly preferNewest: boolean;
  /** SHA-256 of the files that a person has chosen. */
  readonly chosen: ReadonlySet<string>;
}

interface SettledFiles {
  /** The file that stands for the unit, by unit number; undecided units are absent. */
  readonly standing: ReadonlyMap<string, AcceptedFile>;
  readonly duplicates: readonly Duplicate[];
}

/** Finds the file that stands for each unit. What one leaves blank takes nothing back that another says. */
export function settleDuplicates(
  scoreSheet: ScoreSheet,
  accepted: readonly AcceptedFile[],
  options: SettleOptions,
): SettledFiles {
  const standing = new Map<string, AcceptedFile>();
  const duplicates: Duplicate[] = [];
  for (const [unitNumber, files] of groupBy(accepted, (file) => file.unitNumber)) {
    const [first] = files;
    if (first && files.length === 1) {
      standing.set(unitNumber, first);
      continue;
    }
    const duplicate = settle(scoreSheet, unitNumber, files, options);
    duplicates.push(duplicate);
    if (duplicate.counted) standing.set(unitNumber, duplicate.counted);
  }
  return { standing, duplicates };
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
  const fullest = findFullest(files);
  if (fullest) return { ...base, settlement: 'fuller', counted: fullest };
  const newest = preferNewest ? findNewest(files.filter(({ sheet }) => readAnswer(sheet) !== 'blank')) : null;
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

/** The file that says all that the others say: they only leave blank what it fills in. */
function findFullest(files: readonly AcceptedFile[]): AcceptedFile | null {
  const answers = files.map(({ sheet }) => listValues(sheet));
  const index = answers.findIndex((own) =>
    answers.every((other) => other.every((value, at) => isBlankValue(value) || value === own[at])),
  );
  return files[index] ?? null;
}

/**
 * The file that was saved last: by the time inside the file where all have one, because copying and mailing do not change it, else by the file
 * system's. Null when two share the last moment.
 */
function findNewest(files: readonly AcceptedFile[]): AcceptedFile | null {
  const isInside = files.every(({ savedAt }) => savedAt !== null);
  const timeOf = ({ savedAt, changedAt }: AcceptedFile) => (isInside ? Date.parse(savedAt ?? '') : changedAt);
  const latest = largestOf(files.map(timeOf));
  const last = files.filter((file) => timeOf(file) === latest);
  return last.length === 1 ? (last[0] ?? null) : null;
}
