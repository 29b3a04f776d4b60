/** When each list of nominations came, of 推荐收件 of an earlier summary, with what people have corrected there. */
import { isDay } from '../../rules/calendar.ts';
import type { EarlierFile } from '../../rules/nominations/receipts.ts';
import { CHOICE_HEADING, FILE, HASH_HEADING } from './file-tables.ts';
import type { EarlierTables } from './earlier-tables.ts';
import { COUNTED_WORD, DISTRICT, LISTS_SHEET } from './nomination-tables.ts';
import { PUNCTUALITY_HEADING, PUNCTUALITY_WORDS, RECEIVED_HEADING } from './receipt-words.ts';

/**
 * None of a summary of an earlier version.
 * @throws UnusableInput for a day that cannot be read
 */
export function readReceipts(tables: EarlierTables): EarlierFile[] {
  const shown = [DISTRICT.heading, COUNTED_WORD.heading, PUNCTUALITY_HEADING, HASH_HEADING, FILE.heading];
  const { rows, columns } = tables.read(LISTS_SHEET, [
    { heading: RECEIVED_HEADING, type: 'date', optional: true },
    { heading: CHOICE_HEADING, type: 'yes-no', optional: true },
    ...shown.map((heading) => ({ heading, type: 'text', optional: true }) as const),
  ]);
  if (!columns.has(RECEIVED_HEADING)) return [];
  return rows.map(({ facts }): EarlierFile => {
    const [district = '', counted, punctuality, sha256 = '', path = ''] = shown.map((heading) => {
      const value = facts.get(heading);
      return typeof value === 'string' ? value : '';
    });
    const on = facts.get(RECEIVED_HEADING);
    return {
      district,
      sha256,
      on: typeof on === 'string' && isDay(on) ? on : null,
      isCounted: counted === COUNTED_WORD.yes || counted === COUNTED_WORD.before,
      isMended: punctuality === PUNCTUALITY_WORDS.mended,
      path,
      isChosen: facts.get(CHOICE_HEADING) === true,
    };
  });
}
