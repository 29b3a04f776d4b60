import { listGaps } from '../rules/incomplete-base.ts';
import { listResting } from '../rules/resting-decisions.ts';
import { listRosters, type RosterEntry } from '../rules/roster.ts';
import { writeRosters } from '../workbook/draw/write-rosters.ts';
import { deliver, type OutputOptions } from './deliver.ts';
import { gapsToJson, restingToJson, sayGaps, sayLeftOut, sayResting } from './left-out.ts';
import type { ExitCode } from './exit-code.ts';
import { loadRoster } from './load-roster.ts';

/** `rosters R.xlsx --out F.xlsx`: collectives and persons, each award's in the order that its document asks for. */
export async function rosters(path: string, options: OutputOptions): Promise<ExitCode> {
  const { scheme, check } = await loadRoster(path);
  const lists = listRosters(check);
  const gaps = listGaps(check, 'roster');
  const resting = listResting(check, 'roster');
  const listed = [...lists.collectives, ...lists.persons];
  await deliver(options, {
    file: () => writeRosters(scheme, lists, gaps, resting),
    json: () => ({
      incomplete: gapsToJson(gaps),
      decided: restingToJson(listed, resting),
      collectives: lists.collectives.map(toJson),
      persons: lists.persons.map(toJson),
    }),
  });
  sayGaps(gaps);
  sayResting(listed, resting);
  return sayLeftOut(check, 'roster');
}

function toJson({ award, unit, nominee }: RosterEntry) {
  const honours = award.honours.map(({ value }) => value);
  const place = { award: award.id, sequence: unit.sequence, unit: unit.name, name: nominee.name, honours };
  return award.recipient === 'collective' ? place : { ...place, sex: nominee.sex, position: nominee.position };
}
