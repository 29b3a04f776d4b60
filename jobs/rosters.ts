import { listGaps } from '../rules/incomplete-base.ts';
import { listResting } from '../rules/resting-decisions.ts';
import { listRosters, type RosterEntry } from '../rules/roster.ts';
import { writeRosters } from '../workbook/draw/write-rosters.ts';
import { deliver } from './deliver.ts';
import type { InputFile, JobContext, JobResult, OutputName } from './job.ts';
import { gapsToJson, restingToJson, tellGaps, tellLeftOut, tellResting } from './left-out.ts';
import { loadRoster } from './load-roster.ts';
import { fileChangesToJson } from './tell-changes.ts';

export interface RostersInput {
  readonly roster: InputFile;
  readonly out: OutputName | null;
}

/** 名册: collectives and persons, each award's in the order that its document asks for. */
export async function rosters({ roster, out }: RostersInput, context: JobContext): Promise<JobResult<object>> {
  const { scheme, check } = await loadRoster(roster, context.schemes);
  const lists = listRosters(check);
  const gaps = listGaps(check, 'roster');
  const resting = listResting(check, 'roster');
  const listed = [...lists.collectives, ...lists.persons];
  const files = await deliver(out, () => writeRosters(scheme, lists, gaps, resting), context, [roster]);
  tellGaps(gaps, context);
  tellResting(listed, resting, context);
  return {
    files,
    summary: () => ({
      incomplete: gapsToJson(gaps),
      changes: fileChangesToJson(files),
      decided: restingToJson(listed, resting),
      collectives: lists.collectives.map(toJson),
      persons: lists.persons.map(toJson),
    }),
    verdict: tellLeftOut(check, 'roster', context),
  };
}

function toJson({ award, unit, nominee }: RosterEntry) {
  const honours = award.honours.map(({ value }) => value);
  const place = { award: award.id, sequence: unit.sequence, unit: unit.name, name: nominee.name, honours };
  return award.recipient === 'collective' ? place : { ...place, sex: nominee.sex, position: nominee.position };
}
