/** Folders for the forms that LibreOffice converts. They hold ID numbers, so none may outlive its command. */
import { rmSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './terminal.ts';

/** The name says whose the folder is: its process. */
const NAME = /^pingyou-pdf-(\d+)-[A-Za-z0-9]+$/;
const REMOVE = { recursive: true, force: true, maxRetries: 5 } as const;

const own = new Set<string>();

/** Makes an empty folder that nobody else reads, and removes those of runs that were killed. */
export async function makeTemporaryFolder(): Promise<string> {
  await sweepTemporaryFolders();
  const path = await mkdtemp(join(tmpdir(), `pingyou-pdf-${process.pid}-`));
  own.add(path);
  return path;
}

export async function removeTemporaryFolder(path: string): Promise<void> {
  await rm(path, REMOVE);
  own.delete(path);
}

/** For a process that is about to end. */
export function removeTemporaryFolderNow(path: string): void {
  rmSync(path, REMOVE);
}

async function sweepTemporaryFolders(): Promise<void> {
  const folder = tmpdir();
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const owner = Number(NAME.exec(name)?.[1]);
    if (Number.isNaN(owner) || own.has(path) || isRunning(owner) || !(await isOurs(path))) continue;
    try {
      await rm(path, REMOVE);
    } catch {
      say(`上次中断后留下的临时文件夹 ${path} 删不掉，里面有待转换的表格，请手工删除。`);
    }
  }
}

/** A folder, not a link to one, and of the user who runs this: the temporary folder may be everybody's. */
async function isOurs(path: string): Promise<boolean> {
  try {
    const found = await lstat(path);
    return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
  } catch (error) {
    // Another command has just swept it.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** This process knows its own folders; another with its number has ended. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
