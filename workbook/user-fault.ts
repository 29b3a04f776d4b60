import { OoxmlError } from '../ooxml/errors.ts';
import { hideLongNumbers } from '../rules/id-number.ts';
import { UnusableInput } from '../rules/unusable-input.ts';

/** What to say where the input is at fault: one Chinese sentence without ID numbers and telephones; null where the program is. */
export function tellUserFault(error: unknown): string | null {
  return error instanceof UnusableInput || error instanceof OoxmlError ? hideLongNumbers(error.message) : null;
}
