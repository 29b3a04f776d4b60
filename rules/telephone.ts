/**
 * Telephones in a text, as people write them; messages show none.
 *
 * | written | is |
 * | --- | --- |
 * | 13800000000, 138 0000 0000, 138-0000-0000, 1380 000 0000, 138 000 00000, +86 138…, 0138… | a mobile telephone |
 * | 021-63230000, (021)63230000, 021 6323 0000, 021-6323 0000, 0471-632 0000, …-801, …转801 | a fixed telephone with its area |
 * | 000-63230000 | one that is invented, of no area: samples have them |
 * | 400-820-0000, 800-820-0000 | a telephone of a firm |
 * | 63230000 | eight figures alone: they may be a day |
 * | 139 2024-0001, 0310 2024-0001, 2024-0310 20240101 | numbers of rows and of applications, and days |
 */
const FIGURE = '[0-9０-９]';
const DASH = '[\\-－–—]';
const GAP = '[\\s\\-－–—]';
/** Between the groups of one number: what follows a blank, a year and a dash is an application's number. */
const BETWEEN = `(?!\\s(?:19|20)[0-9]{2}-)${GAP}`;

const BEGINS = `(?<!${FIGURE})(?<!(?:19|20)[0-9]{2}-)`;
const ENDS = `(?!${FIGURE})`;

const COUNTRY = `(?:(?:[+＋]|[0０]{2})?[8８][6６]${GAP}?|[0０])?`;
const MOBILE_REST = [
  `${FIGURE}${BETWEEN}?${FIGURE}{4}${BETWEEN}?${FIGURE}{4}`,
  `${FIGURE}${BETWEEN}${FIGURE}{3}${BETWEEN}${FIGURE}{5}`,
  `${FIGURE}{2}${BETWEEN}${FIGURE}{3}${BETWEEN}${FIGURE}{4}`,
].join('|');

const AREA = `[(（]?[0０](?:[1１][0０]|[2２]${FIGURE}|[3-9３-９]${FIGURE}{2}|[0０]{2})[)）]?`;
const LOCAL = `(?:${FIGURE}{7,8}|[2-8２-８]${FIGURE}{2,3}${BETWEEN}${FIGURE}{4})${ENDS}`;
const EXTENSION = `(?:(?:${DASH}|转)${FIGURE}{1,5}${ENDS})?`;

const TELEPHONE = new RegExp(
  [
    `${BEGINS}${COUNTRY}[1１][3-9３-９](?:${MOBILE_REST})${ENDS}`,
    `${BEGINS}(?:[+＋]?[8８][6６]${GAP}?)?${AREA}${BETWEEN}?${LOCAL}${EXTENSION}`,
    `${BEGINS}[48４８][0０]{2}${DASH}${FIGURE}{3}${DASH}${FIGURE}{4}${ENDS}`,
  ].join('|'),
  'g',
);

/** The text with `instead` in the place of each telephone. */
export function replaceTelephones(text: string, instead: string): string {
  return text.replace(TELEPHONE, instead);
}
