/** What a score sheet says of itself in its custom document properties, so that a returned file can be told from any other. */
import type { MemberUnit } from '../../rules/master-roster.ts';
import type { ScoreSheet } from '../../rules/scheme-score-sheet.ts';
import { fingerprint } from '../fingerprint.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';

export const SHEET_PROPERTY = {
  scheme: 'pingyou.scheme',
  edition: 'pingyou.edition',
  unitNumber: 'pingyou.unit',
  /** 统一社会信用代码 of the unit; only where the roster has it. */
  creditCode: 'pingyou.credit-code',
  /** Fingerprint of the blank. */
  blank: 'pingyou.blank',
} as const;

/** The properties of one unit's sheet. `blank` is the layout's fingerprint. */
export function describeSheet(
  layout: ScoreSheetLayout,
  blank: string,
  { number, creditCode }: Pick<MemberUnit, 'number' | 'creditCode'>,
): Record<string, string> {
  return {
    [SHEET_PROPERTY.scheme]: layout.scheme.id,
    [SHEET_PROPERTY.edition]: layout.scheme.edition,
    [SHEET_PROPERTY.unitNumber]: number,
    ...(creditCode !== undefined && { [SHEET_PROPERTY.creditCode]: creditCode }),
    [SHEET_PROPERTY.blank]: blank,
  };
}

/** SHA-256, in hexadecimal, over everything in the layout but colours: two blanks with the same one ask the same in the same cells. */
export function fingerprintBlank({ scheme, sheetName, cells }: ScoreSheetLayout): Promise<string> {
  return fingerprint([scheme.id, scheme.edition, sheetName, cells.map(({ range, content }) => [range, content])]);
}

/**
 * What a scheme's list of blanks makes of the fingerprint that a file carries: a blank that has gone out, or one that nobody has sent out. A file
 * without one, and a scheme without a list, tell nothing; then the locked cells alone decide.
 */
export function standingOf(fingerprint: string | undefined, { blanks }: ScoreSheet): 'issued' | 'unknown' | 'untold' {
  if (fingerprint === undefined || blanks.length === 0) return 'untold';
  return blanks.some((blank) => blank.fingerprint === fingerprint) ? 'issued' : 'unknown';
}
