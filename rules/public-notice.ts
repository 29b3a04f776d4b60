/**
 * 公示名单: names and units, and nothing else that the master roster knows of a person. What is published is built from these fields
 * alone, never by leaving fields out of a fuller record.
 */
import { addDays } from './calendar.ts';
import type { RosterCheck } from './check-roster.ts';
import { keepsGrade } from './grading/kept.ts';
import { listRosters, type RosterEntry } from './roster.ts';

export interface NoticeGroup {
  readonly awardName: string;
  readonly recipient: 'collective' | 'person';
  readonly entries: readonly NoticeEntry[];
}

export interface NoticeEntry {
  readonly unitName: string;
  /** The person, or the department where it is not the unit itself; empty for a unit. */
  readonly name: string;
}

/** How long a list hangs out. */
export interface NoticeTiming {
  /** Null where neither the document nor anybody else says. */
  readonly days: number | null;
  /** Null until the day of publication is known. */
  readonly period: NoticePeriod | null;
}

/** All days `YYYY-MM-DD`. */
interface NoticePeriod {
  readonly published: string;
  readonly first: string;
  readonly last: string;
}

/** The groups of the notice in the scheme's order of awards; awards without anybody to propose are left out. */
export function composePublicNotice(check: RosterCheck): NoticeGroup[] {
  const { scheme } = check.index;
  const entries = listNotified(check);
  const hasBodies = !scheme.roster.omits.includes('受奖集体');
  return scheme.awards.flatMap(({ id, name, recipient }) => {
    const ofAward = entries
      .filter(({ award }) => award.id === id)
      .map(({ unit, nominee }) => ({
        unitName: unit.name,
        name: recipient === 'person' || (hasBodies && nominee.name !== unit.name) ? nominee.name : '',
      }));
    return ofAward.length > 0 ? [{ awardName: name, recipient, entries: ofAward }] : [];
  });
}

/** Whom the notice names; for the staff, not for the notice. */
export function listNotified(check: RosterCheck): RosterEntry[] {
  const { collectives, persons } = listRosters(check, 'notice');
  return [...collectives, ...persons].filter(({ nominee }) => !keepsGrade(check.index.scheme, nominee));
}

/** The period of a notice of so many days. The day of publication does not count (《民法典》第二百零一条): the next one is the first. */
export function periodOf(published: string, days: number): NoticePeriod {
  return { published, first: addDays(published, 1), last: addDays(published, days) };
}
