/** What would become of a folder's files, each by its name: people look at it before anything is written. */
import type { MadeFile } from './job.ts';
import { isRecord } from './output-record.ts';
import type { PreviewFolder } from './preview-folder.ts';
import { ASIDE } from './set-aside.ts';
import { sha256 } from './sha-256.ts';

/** By paths from the folder that is looked through, each list in the order of its names. */
export interface FolderChanges {
  /** In place of nothing, or of an empty file. */
  readonly new: readonly string[];
  /** Made by a job before, and otherwise now. */
  readonly changed: readonly string[];
  /** Of somebody's own, or changed by somebody since: it would be written over. */
  readonly overwritten: readonly string[];
  readonly same: readonly string[];
  /** What goes among what is void, and how it is named there. */
  readonly void: readonly VoidFile[];
}

export interface VoidFile {
  readonly name: string;
  readonly place: string;
  /** Whether another of its name is written in its place. */
  readonly isReplaced: boolean;
}

/** Whether something that stands there would not stand there any more. */
export function touchesStanding(changes: FolderChanges): boolean {
  return changes.changed.length + changes.overwritten.length + changes.void.length > 0;
}

/** @param made what the job says that it has made, by paths from the folder that is looked through */
export async function listFolderChanges(preview: PreviewFolder, made: readonly MadeFile[]): Promise<FolderChanges> {
  const forced = new Set(made.filter(({ isForced }) => isForced).map(({ name }) => preview.keyOf(name)));
  const changes = { new: [] as string[], changed: [] as string[], overwritten: [] as string[] };
  const touched = new Set<string>();
  const replaced = new Set<string>();
  const empty = await sha256(new Uint8Array());
  for (const { name, kind, digest } of preview.touched) {
    const bytes = preview.laidAt(name);
    if (isRecord(name) || isAside(name) || !bytes) continue;
    if (kind === 'file' && (await sha256(bytes)) === digest) continue;
    touched.add(preview.keyOf(name));
    if (kind !== 'file' || digest === empty) changes.new.push(name);
    else {
      replaced.add(name);
      changes[forced.has(preview.keyOf(name)) ? 'overwritten' : 'changed'].push(name);
    }
  }
  const same = made.filter(({ name }) => !touched.has(preview.keyOf(name))).map(({ name }) => name);
  const { new: fresh, changed, overwritten } = changes;
  return {
    new: sortNames(fresh),
    changed: sortNames(changed),
    overwritten: sortNames(overwritten),
    same: sortNames(same),
    void: listVoid(preview, replaced).sort((a, b) => compare(a.name, b.name)),
  };
}

/** What is moved there, and what is copied because its name goes on. */
function listVoid({ steps }: PreviewFolder, replaced: ReadonlySet<string>): VoidFile[] {
  return steps.flatMap((step): VoidFile[] => {
    if (step.kind === 'move' && isAside(step.to)) return [{ name: step.from, place: step.to, isReplaced: false }];
    if (step.kind !== 'write') return [];
    return step.files.flatMap(({ name: place }) => {
      const name = isAside(place) ? namesOfCopy(place).find((each) => replaced.has(each)) : undefined;
      return name === undefined ? [] : [{ name, place, isReplaced: true }];
    });
  });
}

/** What a file among the void may be a copy of: where one of its name was there already, it has a number behind it. */
function namesOfCopy(place: string): string[] {
  const name = place.replace(`${ASIDE}/`, '');
  return [name, name.replace(/ \(\d+\)(?=\.[^./]*$|$)/, '')];
}

function isAside(name: string): boolean {
  return name.split('/').includes(ASIDE);
}

function sortNames(names: readonly string[]): string[] {
  return [...names].sort(compare);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
