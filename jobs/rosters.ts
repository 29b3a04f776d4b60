import type { DistrictHonours } from '../rules/district-honours.ts';
import { listGaps } from '../rules/incomplete-base.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { listResting } from '../rules/resting-decisions.ts';
import { listRosters, type RosterEntry } from '../rules/roster.ts';
import { writeRosters } from '../workbook/draw/write-rosters.ts';
import { deliver } from './deliver.ts';
import type { JobContext, JobResult, OutputName } from './job.ts';
import { gapsToJson, partToJson, restingToJson, tellGaps, tellLeftOut, tellResting } from './left-out.ts';
import { BY_NOMINATION, loadPart, nameOfPart, type PartRequest } from './load-part.ts';
import { fileChangesToJson } from './tell-changes.ts';

export interface RostersInput extends PartRequest {
  readonly out: OutputName | null;
}

/** 名册: collectives and persons, each award's in the order that its document asks for. */
export async function rosters({ out, ...request }: RostersInput, context: JobContext): Promise<JobResult<object>> {
  const { scheme, check } = await loadPart(request, BY_NOMINATION, context.schemes);
  const lists = listRosters(check);
  const gaps = listGaps(check, 'roster');
  const resting = listResting(check, 'roster');
  const listed = [...lists.collectives, ...lists.persons];
  const files = await deliver(nameOfPart(out, check), () => writeRosters(scheme, lists, gaps, resting), context, [
    request.roster,
  ]);
  tellGaps(gaps, context);
  tellResting(listed, resting, context);
  return {
    files,
    summary: () => ({
      ...partToJson(check),
      incomplete: gapsToJson(gaps),
      changes: fileChangesToJson(files),
      decided: restingToJson(listed, resting),
      collectives: lists.collectives.map(toJson),
      persons: lists.persons.map(toJson),
      ...(lists.honours && { districtHonours: honoursToJson(lists.honours) }),
    }),
    verdict: tellLeftOut(check, 'roster', context),
  };
}

function toJson({ award, unit, nominee }: RosterEntry) {
  const honours = award.honours.map(({ value }) => value);
  const place = { award: award.id, sequence: unit.sequence, unit: unit.name, name: nominee.name, honours };
  return award.recipient === 'collective' ? place : { ...place, sex: nominee.sex, position: nominee.position };
}

function honoursToJson({ units, persons }: DistrictHonours) {
  return {
    units: units.map(({ name }) => hidePrivateParts(name)),
    persons: persons.map((each) => ({ unit: each.unit?.name ?? '', name: each.nominee.name })),
  };
}
