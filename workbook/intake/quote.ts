import { quote as quotePlainly, removeInvisible } from '../../ooxml/quote.ts';
import { hideLongNumbers } from '../../rules/id-number.ts';

/** Text from a file, quoted for a message: as short and visible as `ooxml/` quotes, and without anything that looks like an ID number. */
export function quoteForUser(text: string): string {
  return quotePlainly(hideLongNumbers(removeInvisible(text)));
}
