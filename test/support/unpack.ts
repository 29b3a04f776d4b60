import { strFromU8, unzipSync } from 'fflate';

/** The text of every part of a workbook, by name. */
export function unpackTexts(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}
