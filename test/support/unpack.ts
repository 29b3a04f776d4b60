import { strFromU8, unzipSync } from 'fflate';

/** The text of every part of a workbook, by name. */
export function unpackTexts(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** A part without the fixed day on which every workbook says that it was made: somebody's month of birth may be the same. */
export function withoutCreated(text: string): string {
  return text.replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*</g, '<');
}
