/**
 * 联系人 and 联系电话 of 会员单位, where the staff keep them there. They are read apart from the roster: no list, form or message that rests on the
 * roster can then show them, and only the lists of whom to remind do.
 */
import type { RosterColumn } from '../../rules/roster-column.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { readTable } from '../intake/table.ts';
import { findTab } from './find-tabs.ts';
import type { RosterWorkbook } from './roster-workbook.ts';

export interface Contact {
  readonly person: string;
  readonly phone: string;
}

const PERSON: RosterColumn = { heading: '联系人', type: 'text', aliases: ['单位联系人'], optional: true };
const PHONE: RosterColumn = {
  heading: '联系电话',
  type: 'text',
  aliases: ['联系人电话'],
  optional: true,
};

/** By row of the sheet; none where it has neither column. What cannot be read is left out. */
export function readContacts(workbook: RosterWorkbook, scheme: Scheme): ReadonlyMap<number, Contact> {
  const contacts = new Map<number, Contact>();
  const tab = findTab(workbook, 'memberUnits');
  if (!tab) return contacts;
  // A scheme may have a column of the same heading for reasons of its own.
  const own = columnsOf('memberUnits', scheme);
  const further = [PERSON, PHONE].filter(({ heading }) => !own.some((column) => column.heading === heading));
  const { rows } = readTable(workbook.readSheet(tab.name), [...own, ...further]);
  for (const { row, facts } of rows) {
    const [person, phone] = [PERSON, PHONE].map(({ heading }) => String(facts.get(heading) ?? ''));
    if (person || phone) contacts.set(row, { person: person ?? '', phone: phone ?? '' });
  }
  return contacts;
}
