import type { NamedBytes } from './folder.ts';

/** Files that are written together, and bytes that end a group before that: what a crash can leave undone stays small, and so does memory. */
const GROUP_FILES = 128;
const GROUP_BYTES = 8 * 1024 * 1024;

/** The files, some together, in their order; each group is made when the one before has been dealt with. */
export function* inGroups(files: Iterable<NamedBytes>): Generator<readonly NamedBytes[]> {
  let group: NamedBytes[] = [];
  let size = 0;
  for (const file of files) {
    group.push(file);
    size += file.bytes.length;
    if (group.length < GROUP_FILES && size < GROUP_BYTES) continue;
    yield group;
    group = [];
    size = 0;
  }
  if (group.length > 0) yield group;
}
