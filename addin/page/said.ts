/** What the page says once something is done. */
import { isWarned, type Made, type Told } from './made.ts';
import { sayCounts } from './preview/folder-words.ts';

export interface Said {
  readonly intent: 'success' | 'warning';
  readonly title: string;
  readonly rest: string;
  /** What the job said of it. */
  readonly told: readonly Told[];
}

/**
 * That something was made: saved, handed to the browser for downloads, or written into a folder.
 * @param isCertain as `Saved` has it
 */
export function sayMade({ name, file, files, inFolder, told }: Made, isCertain = true): Said {
  const intent = isWarned(told) ? 'warning' : 'success';
  if (file || !inFolder) {
    const title = isCertain ? `已保存“${name}”` : `已交给浏览器下载“${name}”`;
    return { intent, title, rest: files > 1 ? `，${files} 个文件。` : '。', told };
  }
  const { counts, left } = inFolder;
  if (left > 0) {
    const rest = `，${files} 个文件，都是完整的；还有 ${left} 个没有写，再取一次就接着写完。`;
    return { intent: 'warning', title: `停下了：已写入文件夹“${name}”`, rest, told: [] };
  }
  const { same, ...others } = counts;
  if (Object.values(others).every((count) => count === 0)) {
    return { intent, title: `文件夹“${name}”里已经是这样`, rest: `：${same} 个文件都没有变，没有要写的。`, told };
  }
  return { intent, title: `已写入文件夹“${name}”`, rest: `，${files} 个文件：${sayCounts(counts)}。`, told };
}

/** That writing into a folder was ended by force: nobody knows how far it had come. */
export function sayCutShort(folder: string): Said {
  const rest = '，写好了的文件都是完整的；再取一次，就接着写完。';
  return { intent: 'warning', title: `停下了：文件夹“${folder}”里可能只写了一部分`, rest, told: [] };
}

/** That something else was done. */
export function sayDone(title: string, rest: string): Said {
  return { intent: 'success', title, rest, told: [] };
}
