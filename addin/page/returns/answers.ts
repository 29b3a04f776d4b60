/** What people have answered among the files that came in, by the SHA-256 of files. */

export interface Answers {
  /** Of several of a unit those that count. */
  readonly chosen: ReadonlySet<string>;
  /** Those that count although something is asked about them. */
  readonly confirmed: ReadonlySet<string>;
}

const NONE: Answers = { chosen: new Set(), confirmed: new Set() };

/**
 * Answers go on when more comes in for the same roster. An earlier tally adds those it has, once, for they may be answered otherwise since; and
 * takes them with it, where it is no longer gone on from.
 * @param before what was answered until now, and the tally that was gone on from until now
 * @param earlier the tally that is gone on from now
 */
export function goOnWithAnswers(
  before: (Answers & { readonly earlier: Answers | null }) | null,
  earlier: Answers | null,
): Answers {
  const goOn = (which: keyof Answers): ReadonlySet<string> => {
    const given = (before?.earlier ?? NONE)[which];
    const giving = (earlier ?? NONE)[which];
    const kept = [...(before ?? NONE)[which]].filter((sha256) => giving.has(sha256) || !given.has(sha256));
    const added = [...giving].filter((sha256) => !given.has(sha256));
    return new Set([...kept, ...added]);
  };
  return { chosen: goOn('chosen'), confirmed: goOn('confirmed') };
}
