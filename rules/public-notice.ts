/**
 * 公示名单: names and units, and nothing else that the master roster knows of a person. What is published is built from these fields
 * alone, never by leaving fields out of a fuller record.
 */
import { listRosters } from './roster.ts';
import type { RosterCheck } from './check-roster.ts';

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

/** The groups of the notice in the scheme's order of awards; awards without a cleared nominee are left out. */
export function composePublicNotice(check: RosterCheck): NoticeGroup[] {
  const { collectives, persons } = listRosters(check);
  const entries = [...collectives, ...persons];
  return check.index.scheme.awards.flatMap(({ id, name, recipient }) => {
    const ofAward = entries
      .filter(({ award }) => award.id === id)
      .map(({ unit, nominee }) => ({
        unitName: unit.name,
        name: recipient === 'collective' && nominee.name === unit.name ? '' : nominee.name,
      }));
    return ofAward.length > 0 ? [{ awardName: name, recipient, entries: ofAward }] : [];
  });
}
