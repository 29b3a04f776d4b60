/** What becomes of a folder's files, in words. */
import type { FolderChanges } from '../../../jobs/preview-changes.ts';

type FolderChange = keyof FolderChanges;

/** What somebody could regret stands first. */
export const FOLDER_KINDS: readonly FolderChange[] = ['overwritten', 'void', 'changed', 'new', 'same'];

interface FolderWords {
  /** Of a number, before it is written. */
  readonly ahead: string;
  /** And after. */
  readonly done: string;
  /** What will be done with the files. */
  readonly about: string;
}

export const FOLDER_WORDS: Readonly<Record<FolderChange, FolderWords>> = {
  overwritten: {
    ahead: '要覆盖的',
    done: '覆盖的',
    about: '这些文件不是评优台做的，或者做好以后被改过。写入以后，原来的内容就找不回来了。',
  },
  void: {
    ahead: '要移到“已作废”的',
    done: '移到“已作废”的',
    about: '这些是以前做的，现在不再有，或者里面有作废的表格。原来的一份移到“已作废”文件夹里，不会丢失，也不会误用。',
  },
  changed: { ahead: '变了的', done: '变了的', about: '这些是评优台以前做的，没有人改过，现在内容不同，换成新的。' },
  new: { ahead: '新的', done: '新的', about: '这些是文件夹里还没有的。' },
  same: { ahead: '没有变的', done: '没有变的', about: '这些与文件夹里的相同，不再写一遍。' },
};

/** `新的 11，变了的 0，没有变的 0`: what is rare is said where there is any. */
export function sayCounts(counts: Readonly<Record<FolderChange, number>>): string {
  const rare = (['overwritten', 'void'] as const).filter((kind) => counts[kind] > 0);
  return (['new', 'changed', 'same', ...rare] as const)
    .map((kind) => `${FOLDER_WORDS[kind].done} ${counts[kind]}`)
    .join('，');
}
