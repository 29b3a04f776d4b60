/** What is void goes out of the way, into a folder of its own: nobody uses it by mistake, and nothing is lost. */
import type { Folder } from './folder.ts';
import type { OutputFolder } from './output-folder.ts';
import { sha256 } from './sha-256.ts';
import { readStanding } from './standing-file.ts';

/** Where files go that a job made before and makes no more. */
export const ASIDE = '已作废';

export interface SetAside {
  readonly moved: readonly string[];
  /** Changed by somebody since it was made. */
  readonly kept: readonly string[];
}

export function joinAside(...parts: readonly SetAside[]): SetAside {
  return { moved: parts.flatMap(({ moved }) => moved), kept: parts.flatMap(({ kept }) => kept) };
}

/**
 * Takes out of the way what a job made and makes no more, as long as nobody has changed it: nothing of a person's is moved, or lost.
 * @returns the names of what was moved, and of what stays because somebody has changed it
 */
export async function setAside(out: OutputFolder, names: readonly string[]): Promise<SetAside> {
  const { folder, signal } = out;
  const moved: string[] = [];
  const kept: string[] = [];
  for (const name of names) {
    signal.throwIfAborted();
    const standing = await readStanding(folder, name);
    if (!standing) continue;
    if (!out.hasMade(name, await sha256(standing)) || (await folder.isInput(name))) kept.push(name);
    else {
      await folder.move(name, (await findPlaceAside(folder, name, standing)).place);
      moved.push(name);
    }
  }
  return { moved, kept };
}

/**
 * Keeps what stands under a name that is about to be written otherwise, where it holds what would be gone for good.
 * @returns its name in the folder of what is void; null where nothing stands there, or just what is to be written
 */
export async function copyAside({ folder }: OutputFolder, name: string, next: Uint8Array): Promise<string | null> {
  const standing = await readStanding(folder, name);
  if (!standing || (await sha256(standing)) === (await sha256(next))) return null;
  const { place, isThere } = await findPlaceAside(folder, name, standing);
  if (!isThere) await folder.write([{ name: place, bytes: standing }]);
  return place.slice(ASIDE.length + 1);
}

/** What was set aside before stays there; the same once more needs no second place, for a run that is killed may have put it there. */
async function findPlaceAside(
  folder: Folder,
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly place: string; readonly isThere: boolean }> {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^./]*)?$/.exec(name) ?? [];
  const digest = await sha256(bytes);
  for (let number = 1; ; number += 1) {
    const place = `${ASIDE}/${stem}${number === 1 ? '' : ` (${number})`}${ending}`;
    const kind = await folder.kindOf(place);
    const before = await readStanding(folder, place);
    if (kind === 'nothing' || (kind === 'file' && !before)) return { place, isThere: false };
    if (before && (await sha256(before)) === digest) return { place, isThere: true };
  }
}
