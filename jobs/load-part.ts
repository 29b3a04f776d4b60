/** A roster as those see it for whom alone something is made, and what the file is called that holds them alone. */
import { partOf, type RosterCheck } from '../rules/check-roster.ts';
import { narrowCheck } from '../rules/narrow-check.ts';
import {
  topicOfNominee,
  topicOfPlaces,
  topicOfUnit,
  type Selection,
  type SelectionKind,
  type SelectionTopic,
} from '../rules/selection.ts';
import { makeSafeFileName } from '../workbook/file-name.ts';
import type { InputFile, OutputName } from './job.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { readSelection } from './read-selection.ts';
import type { SchemeSource } from './scheme-source.ts';

/** What a job takes that can be done for some alone. */
export interface PartRequest {
  readonly roster: InputFile;
  /** Districts, awards, application numbers, unit numbers or names for whom alone it is made; all when absent. */
  readonly only?: readonly string[];
}

/** What an output is divided by, and what a name has to fit. */
interface Divided {
  readonly kinds: readonly SelectionKind[];
  readonly called: string;
  readonly topicsOf: (check: RosterCheck) => readonly SelectionTopic[];
}

/** Lists of nominations. */
export const BY_NOMINATION: Divided = {
  kinds: ['districts', 'awards', 'applications', 'units'],
  called: '推荐',
  topicsOf: ({ index, nominees }) => nominees.map(({ nominee }) => topicOfNominee(index, nominee)),
};

/** What is said of the whole roster: of units without a nomination too, and of places. */
export const BY_ROW: Divided = {
  kinds: BY_NOMINATION.kinds,
  called: '单位、推荐或名额',
  topicsOf: ({ index, places }) => [
    ...index.roster.nominees.map((nominee) => topicOfNominee(index, nominee)),
    ...index.roster.memberUnits.map((unit) => topicOfUnit(index, unit)),
    ...places
      .filter((usage) => usage.places > 0 && usage.isHeld)
      .map(({ district, award }) => topicOfPlaces(district.name, award.id)),
  ],
};

/** The quota table. */
export const BY_DISTRICT: Divided = {
  kinds: ['districts'],
  called: '名额',
  topicsOf: ({ quota }) => (quota?.rows ?? []).map(({ district }) => topicOfPlaces(district.name)),
};

/** @throws UnusableInput as `readSelection` does */
export function selectOf(
  { scheme, check }: Pick<LoadedRoster, 'scheme' | 'check'>,
  only: PartRequest['only'],
  { kinds, called, topicsOf }: Divided,
): Selection | null {
  return readSelection(scheme, { only, kinds, called, topics: only ? topicsOf(check) : [] });
}

/** @throws UnusableInput as `readSelection` does */
export function narrowLoaded(loaded: LoadedRoster, only: PartRequest['only'], divided: Divided): LoadedRoster {
  return { ...loaded, check: narrowCheck(loaded.check, selectOf(loaded, only, divided)) };
}

/** As `loadRoster`, for whom alone it is asked for. */
export async function loadPart(
  { roster, only }: PartRequest,
  divided: Divided,
  schemes: SchemeSource,
): Promise<LoadedRoster> {
  return narrowLoaded(await loadRoster(roster, schemes), only, divided);
}

/** More of it would not fit into a file name. */
const MOST_IN_NAME = 40;

/** Where a part is written: never over the whole, whatever name was given. `名册.xlsx` → `名册（浦东）.xlsx`, and once only. */
export function nameOfPart(out: OutputName | null, check: Pick<RosterCheck, 'part'>): OutputName | null {
  const part = partOf(check);
  if (!out || part === '') return out;
  const at = out.name.lastIndexOf('/') + 1;
  const [folder, file] = [out.name.slice(0, at), out.name.slice(at)];
  const dot = file.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [file.slice(0, dot), file.slice(dot)] : [file, ''];
  const short = part.length > MOST_IN_NAME ? `${part.slice(0, MOST_IN_NAME)}等` : part;
  const suffix = `（${makeSafeFileName(short)}）`;
  return { ...out, name: stem.endsWith(suffix) ? out.name : `${folder}${stem}${suffix}${extension}` };
}
