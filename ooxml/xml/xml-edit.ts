/** What stands in place of `start` to `end`; an insertion when both are equal. */
export interface Edit<T = never> {
  readonly start: number;
  readonly end: number;
  readonly by: readonly (string | T)[];
}

/**
 * Cuts a text at the edits: constant text and slots in turn. Edits inside an earlier one that reaches further are dropped, for the earlier one has
 * replaced their place. At one place an insertion comes before what stands there, and the first one first.
 */
export function applyEdits<T>(xml: string, edits: readonly Edit<T>[]): (string | T)[] {
  const pieces: (string | T)[] = [];
  let constant = '';
  let at = 0;
  const push = (piece: string | T): void => {
    if (typeof piece === 'string') {
      constant += piece;
      return;
    }
    if (constant !== '') pieces.push(constant);
    pieces.push(piece);
    constant = '';
  };
  for (const edit of [...edits].sort(comparePlaces)) {
    if (edit.start < at) continue;
    push(xml.slice(at, edit.start));
    edit.by.forEach(push);
    at = edit.end;
  }
  push(xml.slice(at));
  if (constant !== '') pieces.push(constant);
  return pieces;
}

/** The text with edits that leave no slots. */
export function editText(xml: string, edits: readonly Edit[]): string {
  return applyEdits(xml, edits).join('');
}

function comparePlaces(a: Edit<unknown>, b: Edit<unknown>): number {
  if (a.start !== b.start) return a.start - b.start;
  const [isInsertion, isOtherInsertion] = [a.end === a.start, b.end === b.start];
  if (isInsertion || isOtherInsertion) return Number(isOtherInsertion) - Number(isInsertion);
  return b.end - a.end;
}
