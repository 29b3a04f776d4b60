import { listRosters, type RosterEntry } from '../rules/roster.ts';
import { writeRosters } from '../workbook/draw/write-rosters.ts';
import { deliver, type OutputOptions } from './deliver.ts';
import { sayLeftOut } from './left-out.ts';
import type { ExitCode } from './exit-code.ts';
import { loadRoster } from './load-roster.ts';

/** `rosters R.xlsx --out F.xlsx`: 先进集体 and 先进个人 in 市政府行业序列. */
export async function rosters(path: string, options: OutputOptions): Promise<ExitCode> {
  const { scheme, check } = await loadRoster(path);
  const lists = listRosters(check);
  await deliver(options, {
    file: () => writeRosters(scheme, lists),
    json: () => ({ collectives: lists.collectives.map(toJson), persons: lists.persons.map(toJson) }),
  });
  return sayLeftOut(check);
}

function toJson({ award, unit, nominee }: RosterEntry) {
  const place = { award: award.id, sequence: unit.sequence, unit: unit.name, name: nominee.name };
  return award.recipient === 'collective' ? place : { ...place, sex: nominee.sex, position: nominee.position };
}
