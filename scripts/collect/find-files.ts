import { readdir, stat } from 'node:fs/promises';
import { basename, join, normalize, resolve, sep } from 'node:path';
import { UnusableInput } from '../../rules/unusable-input.ts';

/** What stands in the folders of returned files. Everything is in one of the two lists. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly ignored: readonly IgnoredEntry[];
}

export interface FoundFile {
  /** As shown to people: inside the folder, with the folder before it when there are several. */
  readonly path: string;
  /** To open it. */
  readonly fullPath: string;
}

export interface IgnoredEntry {
  readonly path: string;
  /** In Chinese, without a full stop. */
  readonly why: string;
}

/** What systems put into folders by themselves. */
const SYSTEM_FILES = new Set(['desktop.ini', 'thumbs.db']);

/**
 * Lists every file below the folders, in an order that does not depend on the disk. Lock files of Office, hidden and system entries and
 * whatever is no plain file are ignored, and named.
 * @param known full paths of this command's own inputs
 * @throws {UnusableInput} when a folder is not there or cannot be read
 */
export async function findFiles(folders: readonly string[], known: ReadonlySet<string>): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const ignored: IgnoredEntry[] = [];
  const seen = new Set<string>();
  for (const folder of folders) {
    const prefix = folders.length > 1 ? normalize(folder) : '';
    await walk(resolve(folder), prefix);
  }
  return { files, ignored };

  async function walk(fullFolder: string, shown: string): Promise<void> {
    if (seen.has(fullFolder)) return;
    seen.add(fullFolder);
    const entries = await list(fullFolder);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const fullPath = join(fullFolder, entry.name);
      const path = toSlashes(join(shown, entry.name));
      const why = known.has(fullPath) ? '本次命令的输入' : whyIgnored(entry.name);
      if (why !== null) ignored.push({ path, why });
      else if (entry.isDirectory()) await walk(fullPath, path);
      else if (entry.isFile()) files.push({ path, fullPath });
      else ignored.push({ path, why: '不是普通文件（快捷链接等）' });
    }
  }
}

function whyIgnored(name: string): string | null {
  if (name.startsWith('~$')) return 'Office 打开文件时留下的锁文件';
  if (name.startsWith('.')) return '隐藏文件';
  return SYSTEM_FILES.has(name.toLowerCase()) ? '系统文件' : null;
}

async function list(folder: string) {
  try {
    if (!(await stat(folder)).isDirectory())
      throw new UnusableInput(`“${folder}”不是文件夹，请给出报送文件所在的文件夹。`);
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw new UnusableInput(`文件夹“${basename(folder)}”打不开，请检查路径和读取权限后重试。`, { cause: error });
  }
}

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}
