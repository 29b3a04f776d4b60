import { copyFile, readdir, readFile, stat } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UnusableInput } from '../rules/unusable-input.ts';
import { undoWhenStopped } from './interruption.ts';
import { runProgram } from './run-program.ts';
import { makeTemporaryFolder, removeTemporaryFolder, removeTemporaryFolderNow } from './temporary-folder.ts';

/** Few, so that progress shows; given 1,000 files in one call, LibreOffice converted 247 and reported success. */
const FILES_PER_CALL = 8;
/** Milliseconds: a start, and for each file of up to 600 sheets. */
const START_LIMIT = 60_000;
const FILE_LIMIT = 60_000;

/** Where LibreOffice is when it is not on the PATH. */
const USUAL_PLACES = [
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
];

/** The PDF of one workbook. */
export interface Pdf {
  /** The workbook's path, as it was given. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Converts workbooks to PDF with LibreOffice, a few at a time, in the order of the files.
 * @param soffice the program, from `requireSoffice`
 * @throws {UnusableInput} when LibreOffice takes too long or leaves a file out
 */
export async function* convertToPdf(files: readonly string[], soffice: string): AsyncGenerator<Pdf> {
  for (let from = 0; from < files.length; from += FILES_PER_CALL) {
    yield* convertSome(files.slice(from, from + FILES_PER_CALL), soffice);
  }
}

/**
 * The path of LibreOffice's program.
 * @throws {UnusableInput} when it is not installed
 */
export async function requireSoffice(
  path = process.env['PATH'] ?? '',
  usualPlaces: readonly string[] = USUAL_PLACES,
): Promise<string> {
  const program = await findSoffice(path, usualPlaces);
  if (program !== null) return program;
  throw new UnusableInput(
    '没有找到 LibreOffice，无法生成 PDF：请先安装 LibreOffice，或去掉 --pdf 后用 Excel、WPS 打开工作簿另存为 PDF。',
  );
}

/** The path of LibreOffice's program, from the folders of the PATH or the usual places, or null. */
async function findSoffice(path: string, usualPlaces: readonly string[]): Promise<string | null> {
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const onPath = path
    .split(delimiter)
    .flatMap((folder) => (folder === '' ? [] : names.map((name) => join(folder, name))));
  for (const place of [...onPath, ...usualPlaces]) {
    if (await isFile(place)) return place;
  }
  return null;
}

/** The copies, LibreOffice's profile and what it makes stand in a folder of their own, which goes with the last PDF or with the command. */
async function* convertSome(files: readonly string[], soffice: string): AsyncGenerator<Pdf> {
  const work = await makeTemporaryFolder();
  const forget = undoWhenStopped(() => {
    removeTemporaryFolderNow(work);
  });
  try {
    await runSoffice(files, soffice, work);
    await refuseGaps(files, work);
    for (const [index, file] of files.entries()) yield { file, bytes: await readFile(join(work, `${index}.pdf`)) };
  } finally {
    await removeTemporaryFolder(work);
    forget();
  }
}

async function runSoffice(files: readonly string[], soffice: string, work: string): Promise<void> {
  // Numbered copies, for two files from different folders may have the same name.
  const sources = await Promise.all(
    files.map(async (file, index) => {
      const source = join(work, `${index}.xlsx`);
      await copyFile(file, source);
      return source;
    }),
  );
  // A profile of its own: LibreOffice refuses a second run on the profile of a window that is open.
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
  const flags = ['--headless', '--norestore', '--convert-to', 'pdf', '--outdir', work];
  const limit = START_LIMIT + files.length * FILE_LIMIT;
  switch (await runProgram(soffice, [profile, ...flags, ...sources], limit)) {
    case 'ended':
      return;
    case 'not-started':
      throw new UnusableInput(`LibreOffice（${soffice}）无法启动，请重新安装 LibreOffice，或去掉 --pdf。`);
    case 'stopped':
      throw new UnusableInput(
        `LibreOffice 转换 PDF 超过 ${Math.round(limit / 1000)} 秒或被中断，请减少份数再试，或去掉 --pdf。`,
      );
  }
}

async function refuseGaps(files: readonly string[], work: string): Promise<void> {
  const found = new Set(await readdir(work));
  const left = files.filter((_, index) => !found.has(`${index}.pdf`)).map((file) => basename(file));
  if (left.length === 0) return;
  const names = left.slice(0, 3).join('、');
  throw new UnusableInput(
    `LibreOffice 没有转换 ${left.length} 个文件（${names}${left.length > 3 ? ' 等' : ''}），请用 Excel 或 WPS 打开这些文件另存为 PDF。`,
  );
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EACCES'].includes(String(error.code)))
      return false;
    throw error;
  }
}
