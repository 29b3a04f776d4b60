/** Whether a decision is about a matter and a subject, however these are written, and lacks nothing. */
import { findBlank, type Decision } from '../decision.ts';
import { textKey } from '../same-text.ts';

type About = Pick<Decision, 'matter' | 'subject'>;

export function isAbout(row: About, matter: string, subject: string): boolean {
  return textKey(row.matter) === textKey(matter) && textKey(row.subject) === textKey(subject);
}

/** The row that holds of a matter and a subject; one that nobody has signed holds for nothing. */
export function findHeld(rows: readonly Decision[], matter: string, subject: string): Decision | null {
  return rows.find((row) => isAbout(row, matter, subject) && findBlank(row) === null) ?? null;
}
