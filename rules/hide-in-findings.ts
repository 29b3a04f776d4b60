/** No finding shows an ID number, or what is no part of a name, whatever cells hold. */
import type { Finding } from './finding.ts';
import { hideLongNumbers } from './id-number.ts';
import { makeNameHider } from './checks/public-names.ts';
import type { RosterIndex } from './roster-index.ts';

/** Whatever somebody typed into a cell may stand in a message, and so may an ID number in the wrong column, or a telephone beside a name. */
export function makeTextHider(index: RosterIndex): (text: string) => string {
  const hideNames = makeNameHider(index);
  return (text) => hideLongNumbers(hideNames(text));
}

export function hideIn(finding: Finding, hide: (text: string) => string): Finding {
  return { ...finding, message: hide(finding.message), found: hide(finding.found) };
}
