/** Characters without a glyph that come along when text is copied from web pages, and those that turn the direction of what follows. */
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** The text without characters that nobody sees, and without white space at its ends. */
export function trimUnseen(text: string): string {
  return text.replace(UNSEEN, '').trim();
}

/** One form for texts that look alike: full-width and half-width characters are equal, white space and what nobody sees count for nothing. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '').replace(/\s/g, '');
}
