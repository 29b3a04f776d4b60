/** The most characters that a cell can hold. */
const MOST_CHARACTERS = 32_767;

/**
 * A text as a cell of a new workbook can hold it: cut at 32,767 characters, without the control characters that XML forbids, and with
 * `_x0041_` written so that spreadsheet programs do not read it as a code for `A`.
 */
export function toCellText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what XML forbids
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
  const escaped = clean.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped.length <= MOST_CHARACTERS ? escaped : `${escaped.slice(0, MOST_CHARACTERS - 1)}…`;
}
