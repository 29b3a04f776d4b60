/** Of several files of one sender, the one that counts. */

interface SentFile {
  readonly sha256: string;
  readonly savedAt: string | null;
  readonly changedAt: number;
}

export interface FileChoice {
  /** Of several different files of one sender, takes the newest. */
  readonly preferNewest: boolean;
  /** SHA-256 of the files that people chose. */
  readonly chosen: ReadonlySet<string>;
}

/**
 * Files with the same answer are one, whatever their bytes; of different ones the one that a person chose counts, else the newest where that is asked for.
 * @returns null where nobody can say which of them holds
 */
export function chooseFile<F extends SentFile>(
  files: readonly F[],
  { preferNewest, chosen }: FileChoice,
  answerOf: (file: F) => string,
): F | null {
  const [first, ...others] = files;
  if (!first) return null;
  const answers = new Map(files.map((each) => [each, answerOf(each)]));
  if (others.every((each) => answers.get(each) === answers.get(first))) return first;
  const marked = files.filter(({ sha256 }) => chosen.has(sha256));
  const [only] = marked;
  if (only && marked.every((each) => answers.get(each) === answers.get(only))) return only;
  if (!preferNewest) return null;
  const isNewer = timeOrder(files);
  return files.reduce((newest, each) => (isNewer(each, newest) ? each : newest));
}

/** By what the files say of themselves; where one does not say, by the times of their last changes. */
function timeOrder(files: readonly SentFile[]): (one: SentFile, other: SentFile) => boolean {
  const isKnown = files.every(({ savedAt }) => savedAt !== null);
  return isKnown ? (a, b) => (a.savedAt ?? '') > (b.savedAt ?? '') : (a, b) => a.changedAt > b.changedAt;
}
